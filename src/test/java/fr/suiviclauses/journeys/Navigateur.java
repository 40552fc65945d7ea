package fr.suiviclauses.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** A person's browser, in French, in Paris. What the page complains about in the console fails the test at its end. */
final class Navigateur implements AutoCloseable {

    /** The rules of WCAG 2.2, levels A and AA. */
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** A desk, a tablet, and the narrowest that WCAG asks for: a small phone, or a desk enlarged four times. */
    static final List<Integer> LARGEURS = List.of(1280, 768, 320);

    private static final List<ColorScheme> TEINTES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Navigateur(Browser browser, String racine) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(racine)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setViewportSize(1280, 900));
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(this::listen);
    }

    Page page() {
        return page;
    }

    Response open(String adresse) {
        return page.navigate(adresse);
    }

    /** Fills the sign-in form, and waits for what follows. */
    void signIn(String email, String motDePasse) {
        open("/connexion");
        page.locator("#identifiant").fill(email);
        page.locator("#mot_de_passe").fill(motDePasse);
        page.locator("main form [type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/connexion"));
    }

    /** The present page obeys WCAG 2.2 AA as far as a machine can tell, in light and in dark. */
    void assertAccessible() {
        assertAccessible(TEINTES);
    }

    private void assertAccessible(List<ColorScheme> teintes) {
        for (ColorScheme scheme : teintes) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            List<String> violations = new ArrayList<>();
            new AxeBuilder(page)
                    .withTags(WCAG_22_AA)
                    .analyze()
                    .getViolations()
                    .forEach(rule -> rule.getNodes()
                            .forEach(node -> violations.add(
                                    rule.getId() + ": " + node.getHtml() + "\n" + node.getFailureSummary())));
            assertThat(violations)
                    .as("axe on %s in %s, %d pixels", page.url(), scheme, page.viewportSize().width)
                    .isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.NO_PREFERENCE));
    }

    /** Nothing sticks out on the right at any width: only a table of its own may scroll. */
    void assertFitsAllWidths() {
        for (int largeur : LARGEURS) {
            page.setViewportSize(largeur, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d pixels", page.url(), largeur)
                    .isEqualTo(largeur);
        }
        page.setViewportSize(1280, 900);
    }

    /** The present state of a page can be read by all, and fits all widths. */
    void assertReadable() {
        assertAccessible();
        assertFitsAllWidths();
    }

    /** The present page can be read by all, at all widths: what a phone folds or lays out otherwise obeys as well. */
    void assertReadableByAll() {
        for (int largeur : LARGEURS) {
            page.setViewportSize(largeur, 900);
            assertAccessible(largeur == LARGEURS.get(0) ? TEINTES : List.of(ColorScheme.LIGHT));
        }
        assertFitsAllWidths();
    }

    /** Follows a link or presses a button by keyboard. */
    void enter(String texte) {
        Locator lien = page.locator("main a, main button, header a, nav a")
                .filter(new Locator.FilterOptions().setHasText(texte))
                .first();
        lien.focus();
        page.keyboard().press("Enter");
    }

    /** Goes to a field and types over what it holds. */
    void type(String champ, String texte) {
        page.locator("[id='" + champ + "']").focus();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(texte);
    }

    /** Goes through a list by the first letters. */
    void choose(String champ, String debut) {
        page.locator("#" + champ).focus();
        page.keyboard().type(debut);
    }

    /** Ticks a box by keyboard. */
    void tick(String champ) {
        page.locator("#" + champ).focus();
        page.keyboard().press("Space");
    }

    /** Sends the form from the field that has the focus. */
    void send() {
        page.keyboard().press("Enter");
    }

    /** Fields side by side have their controls on one line, whatever hint or error each has. */
    void assertFieldsAligned() {
        assertThat(page.evaluate("""
                        [...document.querySelectorAll('.form-columns')].flatMap(columns => {
                          const tops = [...columns.querySelectorAll('.form-control, .form-select')]
                            .map(control => ({id: control.id, top: control.getBoundingClientRect().top}))
                            .sort((a, b) => a.top - b.top)
                          return tops.slice(1).filter((control, i) => control.top - tops[i].top > 1 && control.top - tops[i].top < 44)
                            .map(control => control.id)
                        })"""))
                .as("controls out of line on %s", page.url())
                .isEqualTo(List.of());
    }

    void assertNoComplaint() {
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).as("console of the browser").isEmpty();
    }

    /** Errors that the test asks for itself, such as a page that must answer 404 or no network, are no complaint. */
    private void listen(ConsoleMessage message) {
        boolean ofThePageItself = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(page.url());
        boolean offline = message.text().contains("net::ERR_INTERNET_DISCONNECTED");
        if (message.type().equals("error") && !ofThePageItself && !offline) {
            complaints.add(message.text() + " (" + message.location() + ")");
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
