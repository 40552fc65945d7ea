package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fr.suiviclauses.compte.CompteService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hours grid where the network drops, answers late, or the page is left: nothing is lost, and all is saved once. */
@JourneyTest
class ReseauGrilleJourneyTest {

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void without_a_network_all_is_kept_and_saved_once_when_it_is_back(Navigateur navigateur) {
        Feuille feuille = Feuille.of(navigateur, jdbc, comptes, 2);
        Page page = feuille.page();
        page.context().setOffline(true);
        feuille.type(0, 6, "104,5");
        assertThat(page.locator("#liaison")).containsText("Le réseau ne répond pas. Votre saisie est gardée");
        feuille.press("Control+s");
        assertThat(page.locator("#liaison")).isVisible();
        assertThat(page.locator("#liaison-lien")).isHidden();
        feuille.type(1, 6, "98");
        assertThat(feuille.row(0, 6, 6)).containsExactly("104,5");
        navigateur.assertAccessible();
        navigateur.assertFitsAllWidths();
        assertThat(page.evaluate("Object.values(localStorage).join()"))
                .asString()
                .contains("104,5", "98");

        page.context().setOffline(false);
        assertThat(page.locator("#liaison")).isHidden();
        assertThat(page.locator("td.cell-new")).hasCount(2);
        feuille.press("Control+s");
        feuille.assertSaved("2 cases sont enregistrées.");
        assertSavedOnce(feuille, "2021-06 104.50 VALIDEE", "2021-06 98.00 VALIDEE");
        assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
    }

    /** The server has saved, and its answer never came: saved again, it is not written again. */
    @Test
    void an_answer_that_is_lost_loses_nothing_and_saves_nothing_twice(Navigateur navigateur) {
        Feuille feuille = Feuille.of(navigateur, jdbc, comptes, 1);
        Page page = feuille.page();
        page.route(url -> url.contains("/heures?"), route -> {
            if (!route.request().method().equals("POST")) {
                route.resume();
                return;
            }
            route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            route.abort("internetdisconnected");
        });
        feuille.type(0, 6, "104,5");
        feuille.press("Control+s");
        assertThat(page.locator("#liaison")).containsText("Le réseau ne répond pas.");
        assertThat(feuille.chantier().hours()).hasSize(1);
        assertThat(feuille.cell(0, 6)).hasValue("104,5");
        page.unrouteAll();
        feuille.press("Control+s");
        assertThat(page.locator(".flash-good")).isVisible();
        assertThat(page.locator("#liaison")).isHidden();
        assertSavedOnce(feuille, "2021-06 104.50 VALIDEE");
        assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
    }

    @Test
    void what_is_typed_while_the_server_saves_stays_to_be_saved_next(Navigateur navigateur) {
        Feuille feuille = Feuille.of(navigateur, jdbc, comptes, 2);
        Page page = feuille.page();
        List<Route> retenues = new ArrayList<>();
        page.route(url -> url.contains("/heures?"), route -> {
            if (route.request().method().equals("POST") && retenues.isEmpty()) retenues.add(route);
            else route.resume();
        });
        feuille.goTo(0, 6);
        page.keyboard().type("104,5");
        feuille.press("Control+s", "Enter");
        page.keyboard().type("98");
        page.waitForCondition(() -> !retenues.isEmpty());
        retenues.get(0).resume();
        feuille.assertSaved("Une case est enregistrée.");
        assertThat(feuille.cell(1, 6)).hasValue("98");
        feuille.assertIn(1, 6);
        assertThat(page.locator("td.cell-new")).hasCount(1);
        page.keyboard().type(",5");
        feuille.press("Control+s");
        assertThat(page.locator("td.cell-new")).hasCount(0);
        assertSavedOnce(feuille, "2021-06 104.50 VALIDEE", "2021-06 98.50 VALIDEE");
    }

    @Test
    void a_page_that_was_left_or_closed_gives_back_what_was_typed(Navigateur navigateur) {
        Feuille feuille = Feuille.of(navigateur, jdbc, comptes, 2);
        Page page = feuille.page();
        feuille.goTo(0, 6);
        page.keyboard().type("104,5");
        page.navigate("/aujourdhui");
        page.goBack();
        assertThat(page.locator("#brouillon")).containsText("Une case n’était pas enregistrée");
        assertThat(feuille.cell(0, 6)).hasValue("104,5");
        feuille.goTo(1, 6);
        page.keyboard().type("98");
        try (Page seconde = page.context().newPage()) {
            page.navigate("about:blank");
            Feuille retrouvee = new Feuille(seconde, feuille.chantier(), feuille.contrats());
            retrouvee.open();
            assertThat(seconde.locator("#brouillon")).containsText("2 cases n’étaient pas enregistrées");
            retrouvee.press("Control+s");
            retrouvee.assertSaved("2 cases sont enregistrées.");
        }
        assertSavedOnce(feuille, "2021-06 104.50 VALIDEE", "2021-06 98.00 VALIDEE");
        feuille.open();
        assertThat(page.locator("#brouillon")).isHidden();
    }

    private static void assertSavedOnce(Feuille feuille, String... heures) {
        assertThat(feuille.chantier().hours()).containsExactly(heures);
        assertThat(feuille.chantier().count("journal"))
                .as("nothing changed since")
                .isZero();
    }
}
