package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.suiviclauses.bilan.Histoire;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.EnumSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A facilitator's morning: signed in, she sees whom to call, answers by keyboard, and looks at what is amiss. */
@JourneyTest
class JourneeJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private String email = "";

    @BeforeEach
    void openStructure() {
        Histoire histoire = new Histoire(jdbc);
        long lot = histoire.lot(
                histoire.marche(histoire.donneurOrdre("Ville de Rivière", "PUBLIC"), "TRAVAUX", "2021-01-01", null));
        histoire.heuresDe(lot, "2021-10", "100");
        histoire.heuresDe(lot, "2021-10", "100");
        histoire.heures(histoire.contrat(histoire.personne(), "AUTRE"), lot, "2021-12", "12", "DECLAREE");
        email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(histoire.structureId, email, "Camille Roux", MOT_DE_PASSE, EnumSet.of(Role.FACILITATEUR));
    }

    @Test
    void from_her_day_to_an_answer_by_keyboard_alone(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        assertThat(page).hasURL(Pattern.compile(".*/aujourdhui"));
        assertThat(page.locator("#declarations li")).hasCount(1);
        assertThat(page.locator("#appels .state").first()).hasText("2\u00a0suivis");
        navigateur.assertReadable();
        page.locator("#appels .onward a").press("Enter");
        assertThat(page.locator(".call")).hasCount(2);
        navigateur.assertReadable();
        navigateur.type("q", "inconnue");
        assertThat(page.locator(".empty h2")).hasText("Rien ne correspond.");
        page.locator("#q").fill("");
        assertThat(page.locator(".call")).hasCount(2);

        page.locator(".call summary").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".call [value=CDI]").first()).isVisible();
        navigateur.assertReadable();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".flash-good")).containsText("à 3\u00a0mois\u00a0: CDI.");
        assertThat(page.locator(".call")).hasCount(1);
        assertThat(page.locator(".call summary").first()).isFocused();
        page.locator(".call summary", new Page.LocatorOptions().setHasText("Date"))
                .click();
        // On a phone the rows are far below the filters: what is refused is what she sees.
        page.setViewportSize(320, 640);
        page.locator(".call [name=date]").fill("31/02/2022");
        page.locator(".call [value=NON_RENSEIGNE]").click();
        assertThat(page.locator(".call .flash-bad")).hasText("Cette date n’existe pas.");
        assertThat(page.locator(".call .flash-bad")).isFocused();
        assertThat(page.locator(".call .flash-bad")).isInViewport();
        assertThat(page.locator(".call [name=date]").first()).hasValue("31/02/2022");
        navigateur.assertReadable();
        page.locator(".call [name=date]").first().fill("16/01/2022");
        page.locator(".call [value=NON_RENSEIGNE]").first().click();
        assertThat(page.locator(".empty h2")).hasText("Aucune personne à appeler aujourd’hui.");
        navigateur.assertReadable();
    }

    @Test
    void controls_lead_to_what_they_found(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        navigateur.open("/controles");
        assertThat(page.locator("#siret-donneurs tbody tr")).hasCount(1);
        navigateur.assertReadable();
        page.locator("#siret-donneurs h2 a").click();
        navigateur.assertReadable();
        page.locator("tbody th a").click();
        assertThat(page.locator("h1")).isVisible();
        navigateur.open("/controles/totaux");
        navigateur.assertReadable();
    }
}
