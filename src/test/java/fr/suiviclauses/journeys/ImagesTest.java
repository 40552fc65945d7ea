package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the pictures of the guide (/aide) and of the README from the demonstration, again whenever pages have changed:
 * {@code ./mvnw verify -Pimages}. A page that no longer has what a picture shows fails here.
 */
@DemonstrationJourneyTest
@Tag("images")
class ImagesTest {

    private static final Path GUIDE = Path.of("src/main/resources/static/img/aide");
    private static final Path README = Path.of("docs/images");

    /** What the guide shows beside its text, enlarged as little as can be. */
    private static final int LARGEUR = 1000;

    /** A form and its margins. */
    private static final int FORMULAIRE = 784;

    private static final String MARCHE = "2019-SE-0031";

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Navigateur moi;
    private Page page;

    @BeforeEach
    void signIn(Navigateur navigateur) throws IOException {
        Files.createDirectories(GUIDE);
        Files.createDirectories(README);
        moi = navigateur;
        page = navigateur.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        moi.signIn("facilitateur@demonstration.example", "insertion-2021");
        page.setViewportSize(LARGEUR, 1000);
    }

    @Test
    void day_and_lists() {
        moi.open("/aujourdhui");
        take("jour", page.locator("h1"), page.locator("#declarations"));

        moi.open("/marches");
        page.locator("#q").pressSequentially("nettoyage");
        assertThat(page.locator("#liste tbody tr").first()).containsText("ettoyage");
        assertThat(page).hasURL(Pattern.compile(".*q=nettoyage.*"));
        take("listes", page.locator("h1"), page.locator("#liste tbody tr").nth(4));

        moi.open("/controles");
        take("controle", page.locator("h1"), page.locator("main section").first());
    }

    @Test
    void a_buyer_and_its_twin() {
        moi.open("/donneurs-ordres/nouveau");
        page.locator("#nom").fill("Ville de Blagnac (31)");
        page.locator("#nature").selectOption("PUBLIC");
        page.locator("main form.form button[type=submit]").click();
        assertThat(page.locator("#distinct")).isVisible();
        take("donneur", FORMULAIRE, page.locator("h1"), page.locator("main form.form"));
    }

    @Test
    void effort_and_marche() {
        moi.open("/marches/effort");
        page.locator("#montant").fill("1 200 000");
        page.locator("#part").fill("55");
        page.locator("#taux").fill("7");
        page.locator("#cout").fill("32");
        page.keyboard().press("Enter");
        assertThat(page.locator(".details-total")).isVisible();
        take("effort", page.locator("h1"), page.locator("main .panel").nth(1));

        openMarche();
        take("marche", page.locator("h1"), page.locator("main .panel").first());
    }

    @Test
    void company_and_person() {
        moi.open("/entreprises?q=GEIQ");
        page.locator("#liste tbody a").first().click();
        take("entreprise", page.locator("h1"), page.locator("main .panel").nth(1));

        moi.open("/beneficiaires");
        page.locator("#liste tbody a").first().click();
        take("personne", page.locator("h1"), page.locator(".entries"));
        moi.open("/beneficiaires?q=martin");
        page.locator("#liste tbody a").first().click();
        page.locator(".record-actions").getByText("Fusionner").click();
        page.locator("#q").fill("martin");
        page.locator(".fusion-search button").click();
        page.locator("main .lines a").first().click();
        take(
                "doublons",
                FORMULAIRE,
                page.locator("h1"),
                page.locator("main .panel").last());
    }

    @Test
    void contract() {
        openMarche();
        page.locator("main").getByText("Nouveau contrat").first().click();
        suggested("personne", "Barros");
        suggested("employeur", "GEIQ");
        page.locator("#modalite").selectOption("GEIQ");
        page.locator("#debut").fill("17/01/2022");
        take(
                "contrat",
                FORMULAIRE,
                page.locator("h1"),
                page.locator("main .panel").nth(1));
    }

    @Test
    void hours_pasted_and_disputed() {
        openMarche();
        page.locator(".record-actions").getByText("Saisir les heures").click();
        page.locator(".years").getByText("2021").click();
        assertThat(page.locator("#annuler")).isVisible();
        String adresse = page.url();
        Locator champ = page.locator("td input[name^=h_]");
        paste();
        take("heures", page.locator("h1"), page.locator("#nouvelles"));

        moi.open("/heures/validation?annee=2021");
        page.locator("[name=choix]").nth(0).check();
        page.locator("[name=choix]").nth(1).check();
        take("validation", page.locator("h1"), page.locator("tbody tr").nth(6));

        moi.open(adresse);
        assertThat(page.locator("#annuler")).isVisible();
        page.evaluate("localStorage.clear()");
        moi.open(adresse);
        assertThat(page.locator("#annuler")).isVisible();
        String nom = "input[name='" + champ.nth(3).getAttribute("name") + "']";
        try (Navigateur autre = new Navigateur(page.context().browser(), adresse.replaceFirst("/heures.*", ""))) {
            autre.signIn(colleague(), "insertion-2021");
            autre.open(adresse);
            assertThat(autre.page().locator("#annuler")).isVisible();
            autre.page().locator(nom).fill("98");
            autre.page().keyboard().press("ControlOrMeta+s");
            assertThat(autre.page().locator(".flash-good")).isVisible();
        }
        page.locator(nom).fill("104,5");
        page.keyboard().press("ControlOrMeta+s");
        assertThat(page.locator(".keep").first()).isVisible();
        take("ensemble", page.locator("#refus"), page.locator(".remarks").first());
    }

    @Test
    void an_import_of_hours() throws IOException {
        moi.open("/imports/heures");
        page.getByLabel("Mois").selectOption("décembre");
        page.getByLabel("Année").selectOption("2021");
        Download modele = page.waitForDownload(() -> page.getByText("En CSV").click());
        String[] lignes = Files.readString(modele.path()).split("\n");
        StringBuilder rempli = new StringBuilder(lignes[0]).append('\n');
        Stream.of(lignes)
                .skip(1)
                .filter(ligne -> ligne.contains(";2021-12;;"))
                .limit(8)
                .forEach(ligne -> rempli.append(ligne.replace(";2021-12;;", ";2021-12;98,5;"))
                        .append('\n'));
        page.locator("#fichier")
                .setInputFiles(new FilePayload(
                        "heures-2021-12.csv", "text/csv", rempli.toString().getBytes(StandardCharsets.UTF_8)));
        page.getByText("Vérifier le fichier").click();
        assertThat(page.locator("h1 .state")).hasText("À confirmer");
        take("import", page.locator("h1"), page.locator("#rapport tbody tr").nth(5));
    }

    @Test
    void calls_and_what_counts() {
        moi.open("/suivis");
        page.locator(".call summary").first().click();
        take("suivi", page.locator("h1"), page.locator(".call").nth(1));

        moi.open("/bilan/2021");
        page.locator(".kpi summary").first().click();
        take("compte", 1280, page.locator("h1"), page.locator(".kpis"));
    }

    @Test
    void pictures_of_the_readme() {
        whole("bilan-1280", "/bilan/2021", ColorScheme.LIGHT);
        whole("bilan-dark-1280", "/bilan/2021", ColorScheme.DARK);
        whole("aujourdhui-1280", "/aujourdhui", ColorScheme.LIGHT);
        openMarche();
        whole("marche-1280", page.url(), ColorScheme.LIGHT);
        page.locator(".record-actions").getByText("Saisir les heures").click();
        page.locator(".years").getByText("2021").click();
        assertThat(page.locator("#annuler")).isVisible();
        paste();
        shoot("heures-1280");
    }

    /** A block of a spreadsheet, from the first empty cell on. */
    private void paste() {
        HeuresJourneyTest.paste(
                page.locator("td input[name^=h_][value='']").first(), "84\t91,5\t7h30\n70\t152\t1.234\n");
        assertThat(page.locator("#nouvelles")).containsText("Collage");
        page.mouse().move(0, 0);
    }

    /** Somebody else at work in the same structure. */
    private String colleague() {
        String email = "camille.roux@demonstration.example";
        long structure = jdbc.sql("select structure_id from utilisateur where email = ?")
                .param("facilitateur@demonstration.example")
                .query(Long.class)
                .single();
        comptes.openAccount(structure, email, "Camille Roux", "insertion-2021", EnumSet.of(Role.FACILITATEUR));
        return email;
    }

    /** Types a few letters in a field and takes what is proposed first. */
    private void suggested(String champ, String lettres) {
        page.locator("#" + champ).pressSequentially(lettres);
        Locator propose = page.locator("#" + champ + "-liste option").first();
        propose.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("#" + champ).fill(propose.getAttribute("value"));
    }

    private void openMarche() {
        moi.open("/marches?q=" + MARCHE);
        page.locator("#liste tbody a").first().click();
        assertThat(page.locator("h1")).containsText(MARCHE);
    }

    /** What lies from one part of the page to another, as a picture of the guide. */
    private void take(String nom, Locator debut, Locator fin) {
        take(nom, LARGEUR, debut, fin);
    }

    private void take(String nom, int largeur, Locator debut, Locator fin) {
        page.setViewportSize(Math.max(largeur, LARGEUR), 2400);
        page.evaluate("document.activeElement && document.activeElement.blur(); scrollTo(0, 0)");
        BoundingBox haut = debut.boundingBox();
        BoundingBox bas = fin.boundingBox();
        double y = Math.max(0, haut.y - 16);
        page.screenshot(new Page.ScreenshotOptions()
                .setCaret(ScreenshotCaret.INITIAL)
                .setPath(GUIDE.resolve(nom + ".png"))
                .setClip(new Clip(0, y, largeur, Math.min(900, bas.y + bas.height + 16 - y))));
        page.setViewportSize(LARGEUR, 1000);
    }

    /** The first screen of a page, for the README. */
    private void whole(String nom, String adresse, ColorScheme teinte) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(teinte));
        page.setViewportSize(1280, 1000);
        moi.open(adresse);
        shoot(nom);
    }

    private void shoot(String nom) {
        page.screenshot(
                new Page.ScreenshotOptions().setCaret(ScreenshotCaret.INITIAL).setPath(README.resolve(nom + ".png")));
    }
}
