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
 */
record Acces(String motif, Set<Role> roles) {

    private static final Set<Role> TOUS = EnumSet.allOf(Role.class);

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
            new Acces("/api/v1/reprises", EnumSet.of(ADMINISTRATEUR, FACILITATEUR)),
            new Acces("/api/v1/suivis", EnumSet.of(ADMINISTRATEUR, FACILITATEUR)),
            new Acces("/imports/**", EnumSet.of(ADMINISTRATEUR, FACILITATEUR)),
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
