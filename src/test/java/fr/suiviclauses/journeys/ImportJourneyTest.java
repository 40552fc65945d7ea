package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A structure's history, from a file with an error to its bilan. */
@JourneyTest
class ImportJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    @Autowired
    CompteService comptes;

    private String email = "";
    private String exemple = "";

    @BeforeEach
    void openStructure() throws IOException {
        long structure = comptes.openStructure("Imports au navigateur", null);
        email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(structure, email, "Camille Roux", MOT_DE_PASSE, EnumSet.of(Role.FACILITATEUR));
        exemple = Files.readString(Path.of("src/test/resources/exemples/petite-histoire.csv"));
    }

    @Test
    void a_file_with_an_error_is_corrected_imported_and_read_on_the_bilan(Navigateur navigateur) throws IOException {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        page.locator(".menu").getByText("Plus").click();
        page.locator(".menu").getByText("Imports").click();
        assertThat(page.locator("main")).containsText("Aucun import pour l’instant.");
        navigateur.assertReadable();

        deposit(page, exemple.replace(";150\n", ";1.234\n"));
        assertThat(page.locator("h1 .state")).hasText("Refusé");
        assertThat(page.locator(".findings tbody tr")).hasCount(1);
        assertThat(page.locator(".findings tbody tr")).containsText("1.234");
        navigateur.assertReadable();

        Download rendu = page.waitForDownload(
                () -> page.getByText("Télécharger le fichier avec ses erreurs").click());
        assertThat(rendu.suggestedFilename()).isEqualTo("histoire-erreurs.csv");
        String corrige = Files.readString(rendu.path()).replace(";1.234;", ";150;");

        page.getByText("Déposer un autre fichier").click();
        deposit(page, corrige);
        assertThat(page.locator("h1 .state")).hasText("À confirmer");
        navigateur.assertReadable();

        page.getByText("Importer ces 7").click();
        assertThat(page.locator("h1 .state")).hasText("Importé");
        navigateur.assertReadable();

        page.getByText("Voir le bilan").click();
        assertThat(page.locator("h1")).containsText("Bilan 2021");
        assertThat(page.locator(".kpi-value").first()).hasText("189");
    }

    @Test
    void a_month_of_hours_from_the_template_with_an_error_is_corrected_imported_and_cancelled(Navigateur navigateur)
            throws IOException {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        navigateur.open("/imports");
        deposit(page, exemple);
        page.getByText("Importer ces 7").click();
        assertThat(page.locator("h1 .state")).hasText("Importé");
        assertThat(page.locator("main")).containsText("Un import d’historique ne s’annule pas");

        navigateur.open("/imports");
        page.getByText("Avec vos contrats").click();
        assertThat(page.locator("main")).containsText("Aucun marché ne vous est confié");
        navigateur.assertReadable();
        page.getByLabel("Mois").selectOption("août");
        page.getByLabel("Année").selectOption("2021");
        Download modele = page.waitForDownload(() -> page.getByText("En CSV").click());
        assertThat(modele.suggestedFilename()).isEqualTo("heures-2021-08.csv");
        String aRemplir = Files.readString(modele.path());
        assertThat(aRemplir).contains("C3;").contains("C4;").doesNotContain("C1;");

        String rempli =
                aRemplir.replaceFirst("(C3;.*;2021-08;);", "$11.234;").replaceFirst("(C4;.*;2021-08;);", "$10;");
        deposit(page, rempli);
        assertThat(page.locator("h1 .state")).hasText("Refusé");
        assertThat(page.locator(".findings tbody tr")).containsText("1.234");
        navigateur.assertReadable();

        Download rendu = page.waitForDownload(
                () -> page.getByText("Télécharger le fichier avec ses erreurs").click());
        String corrige = Files.readString(rendu.path()).replace(";1.234;", ";120,5;");
        navigateur.open("/imports/heures");
        deposit(page, corrige);
        assertThat(page.locator("h1 .state")).hasText("À confirmer");
        assertThat(page.locator(".findings .row-new")).hasCount(2);
        navigateur.assertReadable();
        page.getByText("Importer ces 2").click();
        assertThat(page.locator("h1 .state")).hasText("Importé");

        page.getByText("Annuler cet import…").click();
        navigateur.assertReadable();
        page.locator("details.more button").click();
        assertThat(page.locator("h1 .state")).hasText("Annulé");
        assertThat(page.locator(".lead-note")).containsText("Annulé le 17 janvier 2022");
        navigateur.assertReadable();
    }

    @Test
    void everybody_can_read_what_each_column_holds(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        navigateur.open("/imports");
        navigateur.page().getByText("Les colonnes, une par une").click();
        assertThat(navigateur.page().locator("h1")).hasText("Le fichier d’import, colonne par colonne");
        navigateur.assertReadable();
    }

    @Test
    void the_keyboard_alone_is_enough(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        navigateur.open("/imports");
        page.locator("#genre-reprise").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#genre-suivis")).isChecked();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Tab");
        assertThat(page.locator("#fichier")).isFocused();
        page.locator("#fichier")
                .setInputFiles(new FilePayload("histoire.csv", "text/csv", exemple.getBytes(StandardCharsets.UTF_8)));
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1 .state")).hasText("À confirmer");
    }

    private static void deposit(Page page, String texte) {
        page.locator("#fichier")
                .setInputFiles(new FilePayload("histoire.csv", "text/csv", texte.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Vérifier le fichier").click();
    }
}
