package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People: entered with their entry by keyboard alone, their twins, a merge. The day is 17 January 2022. */
@JourneyTest
class BeneficiaireJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    @Autowired
    CompteService comptes;

    private String email = "";

    @BeforeEach
    void openStructure() {
        long structure = comptes.openStructure("Personnes au navigateur", null);
        email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(structure, email, "Camille Roux", MOT_DE_PASSE, EnumSet.of(Role.FACILITATEUR));
    }

    @Test
    void a_person_and_her_entry_are_entered_by_keyboard_alone(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        navigateur.open("/beneficiaires/nouveau");
        page.locator("#nom").focus();
        type(page, "Dupond", "Benoîte", "15/01/1990", "Fem");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Nouvelle entrée");
        navigateur.assertReadable();
        page.locator("#debut").focus();
        type(page, "15/01/2021");
        // En suivi IAE, then long-term unemployed, whose proof comes right after it.
        assertThat(page.locator("#criteres-SUIVI_IAE")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#criteres-DELD")).isFocused();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        assertThat(page.locator("#justificatif-DELD")).isFocused();
        page.keyboard().type("Attestation");
        page.keyboard().press("Tab");
        page.keyboard().type("12/01/2021");
        navigateur.assertReadable();
        page.locator("#verification-DELD").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("h1 .state")).hasText("Éligible jusqu’au 14/01/2023, encore 362 jours");
        assertThat(page.locator(".entry-criteria")).containsText("Attestation, vérifié le 12/01/2021");
        navigateur.assertReadable();
        navigateur.open("/beneficiaires");
        page.locator("#q").pressSequentially("benoite");
        assertThat(page.locator("#liste tbody tr")).hasCount(1);
        navigateur.assertReadable();
    }

    @Test
    void a_twin_is_shown_first_a_homonym_needs_a_reason_and_a_merge_is_undone(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        enter(navigateur, "Dupond", "Benoît", "05/01/1990");
        enterEntry(page, "15/01/2020");
        enter(navigateur, "Dupont", "Benoit", "01/05/1990");
        assertThat(page.locator(".flash-warn a")).hasText("Dupond Benoît, 05/01/1990");
        assertThat(page.locator("#nom")).hasValue("Dupont");
        navigateur.assertReadable();
        page.locator("#distinct").check();
        page.locator("main form.form button[type=submit]").click();
        enterEntry(page, "01/06/2021");

        enter(navigateur, "DUPOND", "Benoit", "05/01/1990");
        assertThat(page.locator("#motifHomonyme")).isVisible();
        navigateur.assertReadable();

        navigateur.open("/beneficiaires?q=dupond");
        page.locator("#liste tbody a").first().click();
        page.getByText("Fusionner").click();
        navigateur.assertReadable();
        page.locator("main .lines a").first().click();
        assertThat(page.locator(".flash-warn")).containsText("finirait le 31/05/2021 au lieu du 14/01/2022");
        navigateur.assertReadable();
        page.locator("main form[method=post] button[type=submit]").click();
        assertThat(page.locator(".entries > li")).hasCount(2);
        page.getByText("Prolonger").first().click();
        page.locator("#fin").fill("31/05/2023");
        page.locator("#motif").fill("Arrêt maladie de trois mois");
        page.locator("main form.form button[type=submit]").click();
        assertThat(page.locator("#fin-erreur")).isVisible();
        navigateur.assertReadable();
        page.locator("#fin").fill("31/08/2023");
        page.locator("main form.form button[type=submit]").click();
        assertThat(page.locator("h1 .state")).containsText("Éligible jusqu’au 31/08/2023");
        navigateur.assertReadable();
        page.getByText("Annuler la fusion").click();
        assertThat(page.locator(".flash-bad"))
                .containsText("Une entrée a été ajoutée, déplacée, prolongée ou supprimée depuis.");
        page.getByText("Retirer").click();
        page.getByText("Annuler la fusion").click();
        assertThat(page.locator(".flash-good")).containsText("La fusion est annulée");
        assertThat(page.locator("h1")).containsText("Dupont Benoit");
        assertThat(page.locator(".entries > li")).hasCount(1);
    }

    @Test
    void forms_of_people_refused_are_readable_by_all(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        navigateur.open("/beneficiaires/nouveau");
        navigateur.assertReadable();
        page.locator("main form.form button[type=submit]").click();
        assertThat(page.locator(".field-error").first()).isVisible();
        navigateur.assertReadable();
        enter(navigateur, "Dupond", "Benoît", "05/01/1990");
        page.locator("#criteres-TH").check();
        page.locator("#verification-TH").fill("hier");
        page.locator("main form.form button[type=submit]").click();
        assertThat(page.locator("#verification-TH-erreur")).isVisible();
        navigateur.assertReadable();
    }

    private static void enter(Navigateur navigateur, String nom, String prenom, String naissance) {
        navigateur.open("/beneficiaires/nouveau");
        Page page = navigateur.page();
        page.locator("#nom").fill(nom);
        page.locator("#prenom").fill(prenom);
        page.locator("#naissance").fill(naissance);
        page.locator("main form.form button[type=submit]").click();
    }

    private static void enterEntry(Page page, String debut) {
        page.locator("#debut").fill(debut);
        page.locator("#criteres-DELD").check();
        page.locator("main form.form button[type=submit]").click();
        assertThat(page.locator(".entries > li")).hasCount(1);
    }

    private static void type(Page page, String... valeurs) {
        for (String valeur : valeurs) {
            page.keyboard().type(valeur);
            page.keyboard().press("Tab");
        }
    }
}
