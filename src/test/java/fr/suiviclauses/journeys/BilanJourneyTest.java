package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The annual bilan as a manager reads it: on any screen, with the keyboard alone, on paper. */
@DemonstrationJourneyTest
class BilanJourneyTest {

    /** What an A4 sheet leaves between its margins, in CSS pixels. */
    private static final int FEUILLE = 703;

    @BeforeEach
    void signIn(Navigateur navigateur) {
        navigateur.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        navigateur.signIn("responsable@demonstration.example", "insertion-2021");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bilan/2021",
                "/bilan/2021/donneurs-ordres",
                "/bilan/2021/familles",
                "/bilan/2021/beneficiaires",
                "/bilan/2021/parcours",
                "/bilan/2021/perimetres",
                "/bilan/evolution",
                "/bilan/2021?nature=PUBLIC&charte=true",
                "/bilan/2021?depuis=2012&nature=PRIVE",
                "/bilan/2030"
            })
    void everybody_can_read_a_page_on_any_screen(String adresse, Navigateur navigateur) {
        assertThat(navigateur.open(adresse).status()).isEqualTo(200);
        check(navigateur);
    }

    @Test
    void everybody_can_read_the_records_behind_a_figure(Navigateur navigateur) {
        navigateur.open("/bilan/2021");
        navigateur.page().locator(".kpi-value").nth(1).click();
        assertThat(navigateur.page().locator(".records tbody tr").first()).isVisible();
        check(navigateur);
    }

    @Test
    void everybody_can_read_that_an_address_leads_nowhere(Navigateur navigateur) {
        assertThat(navigateur.open("/bilan/nulle-part").status()).isEqualTo(404);
        assertThat(navigateur.page().locator("h1")).hasText("Page introuvable");
        check(navigateur);
    }

    @Test
    void the_keyboard_alone_leads_to_a_definition_and_to_the_records_behind_a_figure(Navigateur navigateur) {
        navigateur.open("/bilan/2021");
        Page page = navigateur.page();

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#contenu")).isFocused();

        Locator beneficiaires = page.locator(".kpi").nth(1);
        assertThat(beneficiaires.locator(".definition")).isHidden();
        tabTo(page, beneficiaires.locator("summary"));
        page.keyboard().press("Enter");
        assertThat(beneficiaires.locator(".definition")).isVisible();

        String figure = beneficiaires.locator(".kpi-value").innerText();
        tabTo(page, beneficiaires.locator(".kpi-value"));
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/bilan/2021/details/.*"));
        assertThat(page.locator(".details-total")).containsText(figure);

        tabTo(page, page.locator(".back a"));
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Bilan 2021");
    }

    @Test
    void the_keyboard_alone_opens_a_group_of_families(Navigateur navigateur) {
        navigateur.open("/bilan/2021/familles");
        Page page = navigateur.page();
        Locator groupe = page.locator(".drill:not([open])").first();
        groupe.evaluate("group => group.classList.add('under-test')");
        Locator choisi = page.locator(".under-test");

        tabTo(page, choisi.locator("summary"));
        page.keyboard().press("Enter");
        assertThat(choisi).hasAttribute("open", "");
        assertThat(choisi.locator("tbody tr").first()).isVisible();

        page.keyboard().press("Tab");
        assertThat(choisi.locator("tbody td a").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".records tbody tr").first()).isVisible();
    }

    @Test
    void paper_has_the_figures_and_the_filters_in_force_without_what_is_only_for_a_screen(Navigateur navigateur) {
        Page page = navigateur.page();
        navigateur.open("/bilan/2021?nature=PRIVE");
        putOnPaper(page);

        assertThat(page.locator(".lead-filters")).isVisible();
        assertThat(page.locator(".lead-filters")).containsText("privés");
        assertThat(page.locator(".kpi-value").first()).isVisible();
        for (String inutile : List.of(".topbar", ".filter-bar", ".parts", ".years", ".why", ".files", ".look")) {
            assertThat(page.locator(inutile).first()).isAttached();
            assertThat(page.locator(inutile + ":visible")).hasCount(0);
        }
        assertFitsPaper(page);
    }

    @Test
    void paper_has_every_family_whether_its_group_is_open_or_not(Navigateur navigateur) {
        Page page = navigateur.page();
        navigateur.open("/bilan/2021/familles");
        assertThat(page.locator(".drill:not([open]) tbody tr").first()).isHidden();
        putOnPaper(page);

        assertThat(page.locator(".drill:not([open]) tbody tr").first()).isVisible();
        assertThat(page.locator(".drill tbody tr:visible"))
                .hasCount(page.locator(".drill tbody tr").count());
        // A total is printed once, at its table's end, and not at the foot of each sheet.
        assertThat(page.locator(".drill tfoot").first()).hasCSS("display", "table-row-group");
        assertFitsPaper(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bilan/2021/donneurs-ordres",
                "/bilan/2021/beneficiaires",
                "/bilan/2021/parcours",
                "/bilan/2021/perimetres",
                "/bilan/evolution",
                "/bilan/2021/details/heures",
                "/bilan/2021/details/beneficiaires",
                "/bilan/2021/details/marches"
            })
    void a_page_fits_a_sheet_of_paper(String adresse, Navigateur navigateur) {
        assertThat(navigateur.open(adresse).status()).isEqualTo(200);
        putOnPaper(navigateur.page());
        assertFitsPaper(navigateur.page());
    }

    /** The page with all that it can unfold. */
    private static void check(Navigateur navigateur) {
        navigateur.page().evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
        navigateur.assertReadable();
    }

    /** Goes from stop to stop; each one is seen, with a mark around it. */
    private static void tabTo(Page page, Locator cible) {
        for (int pas = 0; pas < 150; pas++) {
            page.keyboard().press("Tab");
            Object seen = page.evaluate("""
                    () => {
                      const stop = document.activeElement, box = stop.getBoundingClientRect();
                      return getComputedStyle(stop).outlineStyle !== 'none'
                          && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
                    }""");
            assertThat(seen).as("stop %d after the last", pas + 1).isEqualTo(true);
            if (Boolean.TRUE.equals(cible.evaluate("element => element === document.activeElement"))) {
                return;
            }
        }
        assertThat(cible).isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(1));
    }

    private static void putOnPaper(Page page) {
        page.setViewportSize(FEUILLE, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }

    /** Nothing is lost on the right: paper does not scroll, neither the sheet nor a table in it. */
    private static void assertFitsPaper(Page page) {
        Object lost = page.evaluate("""
                () => [document.documentElement, ...document.querySelectorAll('main, .panel, .scroll, .table-frame')]
                    .filter(box => box.scrollWidth > box.clientWidth)
                    .map(box => `${box.tagName} ${box.className} ${box.id}: ${box.scrollWidth} in ${box.clientWidth}`)""");
        assertThat(lost).as("lost on paper at %s", page.url()).isEqualTo(List.of());
    }
}
