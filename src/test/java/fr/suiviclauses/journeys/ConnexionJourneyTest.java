package fr.suiviclauses.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@JourneyTest
class ConnexionJourneyTest {

    @Test
    void a_visitor_is_led_to_a_sign_in_page_that_everybody_can_use(Navigateur navigateur) {
        navigateur.open("/bilan/2021");

        assertThat(navigateur.page().url()).endsWith("/connexion");
        assertThat(navigateur.page().title()).contains("Suivi Clauses");
        navigateur.assertAccessible();
        navigateur.assertFitsAllWidths();
    }

    @Test
    void health_answers_a_browser(Navigateur navigateur) {
        assertThat(navigateur.open("/actuator/health").status()).isEqualTo(200);
    }
}
