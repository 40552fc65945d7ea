package fr.suiviclauses;

import static fr.suiviclauses.securite.Role.ADMINISTRATEUR;
import static fr.suiviclauses.securite.Role.FACILITATEUR;
import static fr.suiviclauses.securite.Role.RESPONSABLE;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every role is tried on every route, so that a new route without a rule, or with too wide a one, fails. */
@ApplicationTest
class RoutesAndRolesTest {

    private static final Set<Role> TOUS = EnumSet.allOf(Role.class);
    private static final Set<Role> PERSONNES = EnumSet.of(FACILITATEUR);
    private static final Set<Role> SAISIE = EnumSet.of(ADMINISTRATEUR, FACILITATEUR);
    private static final Set<String> PUBLICS = Set.of("/connexion", "/error", "/apparence");

    /** Who may open what begins so; the longest beginning decides. Written again here, not read from the product. */
    private static final Map<String, Set<Role>> ATTENDU = new TreeMap<>(Map.ofEntries(
            entry("/", TOUS),
            entry("/bilan", TOUS),
            entry("/api/v1/bilans", TOUS),
            entry("/api/v1/reprises", SAISIE),
            entry("/api/v1/suivis", SAISIE),
            entry("/imports", SAISIE),
            entry("/imports/heures", PERSONNES),
            entry("/aujourdhui", PERSONNES),
            entry("/beneficiaires", PERSONNES),
            entry("/contrats", PERSONNES),
            entry("/heures", PERSONNES),
            entry("/suivis", PERSONNES),
            entry("/controles", PERSONNES),
            entry("/nomenclatures", Set.of(ADMINISTRATEUR)),
            entry("/donneurs-ordres", SAISIE),
            entry("/operations", SAISIE),
            entry("/marches", SAISIE),
            entry("/lots", SAISIE),
            entry("/entreprises", SAISIE),
            entry("/contacts", SAISIE),
            entry("/agregats", SAISIE),
            entry("/vues", TOUS),
            entry("/aide", TOUS),
            entry("/v3/api-docs", TOUS)));

    /** Lists and records that every role reads, where only some write. */
    private static final Set<String> LUES_PAR_TOUS = Set.of(
            "/donneurs-ordres",
            "/donneurs-ordres/{id:\\d+}",
            "/operations",
            "/operations/{id:\\d+}",
            "/marches",
            "/marches/{id:\\d+}",
            "/entreprises",
            "/entreprises/{id:\\d+}",
            "/agregats");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    CompteService comptes;

    record Route(HttpMethod method, String pattern) {

        URI uri() {
            return URI.create(pattern.replaceAll("\\{annee(:[^}]+)?}", "2021")
                    .replaceAll("\\{format(:[^}]+)?}", "csv")
                    .replaceAll("\\{[^}]+}", "1"));
        }

        Set<Role> allowed() {
            if (method.equals(HttpMethod.GET) && LUES_PAR_TOUS.contains(pattern)) return TOUS;
            return ATTENDU.entrySet().stream()
                    .filter(e ->
                            pattern.equals(e.getKey()) || (!e.getKey().equals("/") && pattern.startsWith(e.getKey())))
                    .reduce((a, b) -> a.getKey().length() > b.getKey().length() ? a : b)
                    .map(Map.Entry::getValue)
                    .orElseThrow(() -> new AssertionError("say here who may open " + pattern));
        }
    }

    @TestFactory
    Stream<DynamicTest> each_route_opens_to_the_roles_that_may_and_to_no_other() {
        long structureId = comptes.openStructure("Routes", null);
        return routes().flatMap(route -> Stream.of(Role.values())
                .map(role -> DynamicTest.dynamicTest(route.method() + " " + route.pattern() + " " + role, () -> {
                    int status = status(route, role, structureId);
                    if (route.allowed().contains(role)) {
                        assertThat(status).isNotIn(401, 403).isLessThan(500);
                    } else {
                        assertThat(status).isEqualTo(403);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> nobody_enters_without_signing_in() {
        return routes().map(route -> DynamicTest.dynamicTest(route.method() + " " + route.pattern(), () -> {
            var answer = mvc.perform(mvc.method(route.method()).uri(route.uri()).with(csrf()));
            if (route.pattern().startsWith("/api/")) {
                assertThat(answer).hasStatus(401);
            } else {
                assertThat(answer).hasStatus(302).redirectedUrl().isEqualTo("/connexion");
            }
        }));
    }

    @Test
    void an_address_that_nobody_made_is_not_found_for_whoever_is_signed_in() {
        long structureId = comptes.openStructure("Adresses", null);
        for (String adresse : new String[] {"/nulle-part", "/bilans", "/actuator/env", "/comptes"}) {
            assertThat(mvc.get().uri(adresse).with(authentication(signedIn(RESPONSABLE, structureId))))
                    .hasStatus(404);
        }
    }

    @Test
    void a_form_without_its_token_is_refused() {
        long structureId = comptes.openStructure("Formulaires", null);
        assertThat(mvc.post().uri("/deconnexion").with(authentication(signedIn(RESPONSABLE, structureId))))
                .hasStatus(403);
    }

    private int status(Route route, Role role, long structureId) {
        return mvc.perform(mvc.method(route.method())
                        .uri(route.uri())
                        .with(csrf())
                        .with(authentication(signedIn(role, structureId))))
                .getResponse()
                .getStatus();
    }

    private static Identification signedIn(Role role, long structureId) {
        return new Identification(
                new UtilisateurConnecte(1, structureId, "essai@exemple.fr", "Essai", "Routes", null, EnumSet.of(role)));
    }

    private Stream<Route> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(RoutesAndRolesTest::routes)
                .filter(route -> !PUBLICS.contains(route.pattern()))
                .distinct();
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of(new Route(HttpMethod.GET, pattern))
                        : methods.stream().map(method -> new Route(method.asHttpMethod(), pattern)));
    }
}
