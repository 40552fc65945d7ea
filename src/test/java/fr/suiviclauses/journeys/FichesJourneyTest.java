package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.EnumSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Buyers, operations, nomenclatures: found by typing, entered by keyboard, readable by all at all widths. */
@JourneyTest
class FichesJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    @Autowired
    CompteService comptes;

    private String email = "";

    @BeforeEach
    void openStructure() {
        long structure = comptes.openStructure("Fiches au navigateur", null);
        email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(
                structure, email, "Camille Roux", MOT_DE_PASSE, EnumSet.of(Role.FACILITATEUR, Role.ADMINISTRATEUR));
    }

    @Test
    void a_buyer_is_entered_by_keyboard_alone_and_found_by_typing(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        enter(navigateur, "Ville de Rivière");
        assertThat(page.locator(".flash-good")).hasText("Le donneur d’ordres est enregistré.");
        navigateur.assertReadable();
        navigateur.assertFieldsAligned();
        enter(navigateur, "Port autonome");
        enter(navigateur, "Intercommunalité" + "x".repeat(60));
        navigateur.assertFitsAllWidths();

        navigateur.open("/donneurs-ordres");
        assertThat(page.locator("#liste tbody tr")).hasCount(3);
        navigateur.assertReadable();
        navigateur.assertFieldsAligned();
        page.locator("#q").pressSequentially("riviere");
        assertThat(page.locator("#liste tbody tr")).hasCount(1);
        // The hours come after the rows.
        assertThat(page.locator("#liste tbody td").nth(2)).hasText("0,00");
        assertThat(page.locator("#liste [aria-busy]")).hasCount(0);
        assertThat(page.locator("#q")).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*q=riviere.*"));
        page.getByText("Vues").click();
        page.locator("#vue-nom").fill("Rivière");
        navigateur.assertReadable();
        navigateur.assertFieldsAligned();
        page.locator("#vue-nom").press("Enter");
        assertThat(page.locator(".flash-good")).containsText("est enregistrée");
        assertThat(page.locator("#liste tbody tr")).hasCount(1);
        page.locator("#q").fill("introuvable");
        assertThat(page.locator(".empty h2")).hasText("Rien ne correspond.");
        navigateur.assertReadable();
        navigateur.assertFieldsAligned();
    }

    private static void enter(Navigateur navigateur, String nom) {
        navigateur.open("/donneurs-ordres/nouveau");
        Page page = navigateur.page();
        page.locator("#nom").focus();
        page.keyboard().type(nom);
        page.keyboard().press("Tab");
        page.keyboard().type("Pub");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText(nom);
    }

    @Test
    void every_form_and_its_refusal_are_readable_by_all(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        for (String adresse : new String[] {
            "/donneurs-ordres/nouveau",
            "/operations/nouvelle",
            "/marches/nouveau",
            "/beneficiaires/nouveau",
            "/contrats/nouveau",
            "/agregats/nouveau",
            "/nomenclatures/familles/nouvelle",
            "/nomenclatures/parametres/etp"
        }) {
            navigateur.open(adresse);
            navigateur.assertReadable();
            navigateur.assertFieldsAligned();
            page.locator("main form.form .form-actions [type=submit]").first().click();
            assertThat(page.locator(".field-error").first()).isVisible();
            assertThat(page.locator(".flash-bad")).isFocused();
            navigateur.assertReadable();
            navigateur.assertFieldsAligned();
        }
        for (String adresse : new String[] {"/operations", "/agregats", "/nomenclatures", "/nomenclatures/familles"}) {
            navigateur.open(adresse);
            navigateur.assertReadable();
            navigateur.assertFieldsAligned();
        }
    }
}
