package fr.suiviclauses.journeys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the journeys rely on: the checks of the browser see what they are there for. */
@JourneyTest
class NavigateurTest {

    @Test
    void a_page_that_not_everybody_can_use_is_seen(Navigateur navigateur) {
        navigateur.open("/connexion");
        navigateur.page().evaluate("document.querySelectorAll('label').forEach(label => label.remove())");

        assertThatThrownBy(navigateur::assertAccessible)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("label");
    }

    @Test
    void what_sticks_out_on_a_phone_is_seen(Navigateur navigateur) {
        navigateur.open("/connexion");
        navigateur.page().evaluate("document.querySelector('main').style.minWidth = '600px'");

        assertThatThrownBy(navigateur::assertFitsAllWidths)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("at 320 pixels");
    }

    @Test
    void a_script_that_the_security_policy_refuses_is_heard(Navigateur navigateur) {
        navigateur.open("/connexion");
        navigateur
                .page()
                .evaluate(
                        "() => { const s = document.createElement('script'); s.textContent = '1'; document.body.append(s); }");

        assertThatThrownBy(navigateur::assertNoComplaint)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Content Security Policy");
    }
}
