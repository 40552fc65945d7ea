package fr.suiviclauses.securite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** A form sent too late waits for its author alone, for a while, and only where a page of hers sent it. */
@ApplicationTest
class EnvoisGardesTest {

    private static final Instant MAINTENANT = Instant.parse("2022-01-17T08:00:00Z");

    private static final String MARQUE = "0f".repeat(32);

    private final JdbcClient jdbc;
    private final EnvoisGardes envois;
    private final UtilisateurConnecte camille = user(7);
    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    EnvoisGardesTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
        envois = at(Duration.ZERO);
    }

    private EnvoisGardes at(Duration plusTard) {
        return new EnvoisGardes(
                Clock.fixed(MAINTENANT.plus(plusTard), ZoneOffset.UTC),
                id -> id == camille.id() ? Optional.of(MARQUE) : Optional.empty(),
                jdbc);
    }

    private static UtilisateurConnecte user(long id) {
        return new UtilisateurConnecte(id, 1, "c@essai.example", "Camille", "Essai", null, Set.of(Role.FACILITATEUR));
    }

    private MockHttpServletRequest form(String... entetes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/heures");
        request.setSession(session);
        request.addParameter("pour", "7." + MARQUE);
        request.addParameter("annee", "2021");
        request.addParameter("h_1_2_2021-03", "104,5");
        request.addHeader("Host", "suivi.example:8080");
        for (int i = 0; i < entetes.length; i += 2) request.addHeader(entetes[i], entetes[i + 1]);
        return request;
    }

    private MockHttpServletRequest ours() {
        return form("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate");
    }

    @Test
    void it_waits_for_its_author_and_for_nobody_else() {
        MockHttpServletRequest request = ours();
        assertThat(envois.keep(request)).isEqualTo("/heures/reprise");
        assertThat(envois.of(camille, session))
                .get()
                .satisfies(garde -> assertThat(garde.champs()).containsEntry("h_1_2_2021-03", "104,5"));
        assertThat(envois.of(user(8), session)).isEmpty();
        assertThat(envois.of(camille, session)).as("forgotten").isEmpty();
    }

    @Test
    void it_waits_for_half_an_hour_and_so_does_a_session_that_nobody_signs_in_to() {
        MockHttpServletRequest request = ours();
        session.setMaxInactiveInterval(28_800);
        envois.keep(request);
        assertThat(session.getMaxInactiveInterval()).isEqualTo(1_800);
        assertThat(at(Duration.ofMinutes(29)).waiting(session)).isTrue();
        assertThat(at(Duration.ofMinutes(30)).waiting(session)).isFalse();
        assertThat(at(Duration.ofMinutes(30)).of(camille, session)).isEmpty();
        assertThat(session.getMaxInactiveInterval()).isEqualTo(28_800);
    }

    @Test
    void another_site_a_script_and_whoever_does_not_say_where_from_leave_nothing() {
        assertThat(envois.keep(form("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate")))
                .isNull();
        assertThat(envois.keep(form("Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "navigate")))
                .isNull();
        assertThat(envois.keep(form("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors")))
                .isNull();
        assertThat(envois.keep(form(
                        "Sec-Fetch-Site",
                        "cross-site",
                        "Sec-Fetch-Mode",
                        "navigate",
                        "Origin",
                        "http://suivi.example:8080")))
                .isNull();
        assertThat(envois.keep(form())).isNull();
        assertThat(envois.keep(form("Origin", "null"))).isNull();
        assertThat(envois.keep(form("Origin", "http://ailleurs.example"))).isNull();
        assertThat(envois.keep(form("Origin", "http://suivi.example:8080.ailleurs.example")))
                .isNull();
        assertThat(envois.keep(form("Origin", "http://suivi.example:8080"))).isNotNull();
    }

    @Test
    void what_is_too_large_or_of_another_form_is_not_kept() {
        MockHttpServletRequest large = ours();
        large.addParameter("j_1_2021-03", "é".repeat(EnvoisGardes.TAILLE));
        assertThat(envois.keep(large)).isNull();
        MockHttpServletRequest autre = ours();
        autre.setRequestURI("/beneficiaires");
        assertThat(envois.keep(autre)).isNull();
    }

    @Test
    void a_form_without_the_mark_of_its_accounts_pages_leaves_nothing() {
        assertThat(envois.pour(camille)).isEqualTo("7." + MARQUE);
        for (String pour : List.of("7", "7.", "7." + "00".repeat(32), "8." + MARQUE, "07." + MARQUE + "0", MARQUE)) {
            MockHttpServletRequest devine = ours();
            devine.setParameter("pour", pour);
            assertThat(envois.keep(devine)).as(pour).isNull();
        }
        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
        MockHttpServletRequest sansAuteur = ours();
        sansAuteur.removeParameter("pour");
        assertThat(envois.keep(sansAuteur)).isNull();
    }
}
