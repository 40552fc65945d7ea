package fr.suiviclauses.securite;

import static fr.suiviclauses.securite.Role.ADMINISTRATEUR;
import static fr.suiviclauses.securite.Role.FACILITATEUR;
import static fr.suiviclauses.securite.Role.RESPONSABLE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may open what: the one place where access is decided. An address that no rule names is closed to everybody, and
 * RoutesAndRolesTest fails on a route that has no rule.
 *
 * @param motif an address pattern, as Spring's path patterns
 * @param roles any of these roles opens it
 * @param lecture the rule is about reading alone (GET)
 */
record Acces(String motif, Set<Role> roles, boolean lecture) {

    private static final Set<Role> TOUS = EnumSet.allOf(Role.class);

    /** Who enters buyers, contracts and companies. */
    private static final Set<Role> SAISIE = EnumSet.of(ADMINISTRATEUR, FACILITATEUR);

    /** Who sees people, by name. */
    private static final Set<Role> PERSONNES = EnumSet.of(FACILITATEUR);

    private static final Set<Role> ADMINISTRATION = EnumSet.of(ADMINISTRATEUR);

    private Acces(String motif, Set<Role> roles) {
        this(motif, roles, false);
    }

    private static Acces lecture(String motif) {
        return new Acces(motif, TOUS, true);
    }

    /** Open to everybody, signed in or not. */
    static final List<String> PUBLICS = List.of(
            "/connexion",
            "/actuator/health/**",
            "/css/**",
            "/js/**",
            "/img/**",
            "/polices/**",
            "/webjars/**",
            "/favicon.ico",
            "/error",
            "/apparence");

    /** The first rule whose pattern matches decides. */
    static final List<Acces> REGLES = List.of(
            new Acces("/", TOUS),
            new Acces("/bilan/**", TOUS),
            new Acces("/api/v1/bilans/**", TOUS),
            new Acces("/api/v1/reprises", SAISIE),
            new Acces("/api/v1/suivis", SAISIE),
            new Acces("/imports/heures/**", PERSONNES),
            new Acces("/imports/**", SAISIE),
            new Acces("/aujourdhui", PERSONNES),
            new Acces("/beneficiaires/**", PERSONNES),
            new Acces("/contrats/**", PERSONNES),
            new Acces("/heures/**", PERSONNES),
            new Acces("/suivis/**", PERSONNES),
            new Acces("/controles/**", PERSONNES),
            new Acces("/nomenclatures/**", ADMINISTRATION),
            lecture("/donneurs-ordres"),
            lecture("/donneurs-ordres/{id:\\d+}"),
            new Acces("/donneurs-ordres/**", SAISIE),
            lecture("/operations"),
            lecture("/operations/{id:\\d+}"),
            new Acces("/operations/**", SAISIE),
            lecture("/marches"),
            lecture("/marches/{id:\\d+}"),
            new Acces("/marches/**", SAISIE),
            new Acces("/lots/**", SAISIE),
            lecture("/entreprises"),
            lecture("/entreprises/{id:\\d+}"),
            new Acces("/entreprises/**", SAISIE),
            new Acces("/contacts/**", SAISIE),
            lecture("/agregats"),
            new Acces("/agregats/**", SAISIE),
            new Acces("/vues/**", TOUS),
            lecture("/aide/**"),
            new Acces("/v3/api-docs/**", EnumSet.of(ADMINISTRATEUR, RESPONSABLE, FACILITATEUR)));

    /** Whether one of these roles opens an address: the menu shows nothing else. */
    static boolean opens(String chemin, Set<Role> roles) {
        return REGLES.stream()
                .filter(regle ->
                        PathPatternParser.defaultInstance.parse(regle.motif()).matches(PathContainer.parsePath(chemin)))
                .findFirst()
                .filter(regle -> regle.roles().stream().anyMatch(roles::contains))
                .isPresent();
    }

    String[] authorities() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
