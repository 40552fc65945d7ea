package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a tender to a marché with lots, obligations and companies, with the keyboard alone. */
@JourneyTest
class MarcheJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private String email = "";

    @BeforeEach
    void openStructure() {
        long structure = comptes.openStructure("Marchés au navigateur", null);
        email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(structure, email, "Camille Roux", MOT_DE_PASSE, EnumSet.of(Role.FACILITATEUR));
        for (String ligne : List.of(
                "donneur_ordre (structure_id, nom, nature) values (:s, 'Ville de Rivière', 'PUBLIC')",
                "famille_achat (structure_id, nom, groupe) values (:s, 'Gros œuvre', 'Bâtiment')",
                "entreprise (structure_id, nom, siren) values (:s, 'Maçons Réunis', '999000011')")) {
            jdbc.sql("insert into " + ligne).param("s", structure).update();
        }
    }

    @Test
    void the_keyboard_alone_leads_from_a_tender_to_a_marche_followed(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        navigateur.open("/marches");
        navigateur.assertReadable();
        navigateur.enter("calculer l’effort d’insertion");

        // The calculator.
        assertThat(page.locator("h1")).hasText("Effort d’insertion");
        navigateur.assertReadable();
        navigateur.type("montant", "1 000 000");
        navigateur.type("part", "50");
        navigateur.type("taux", "5");
        navigateur.type("cout", "30");
        page.keyboard().press("Enter");
        assertThat(page.locator(".details-total")).hasText("833\u00a0h");
        navigateur.assertReadable();
        navigateur.enter("Créer le marché avec cette obligation");

        // The marché and its lot.
        assertThat(page.locator("#obligation")).hasValue("833");
        navigateur.assertReadable();
        navigateur.choose("donneur", "Ville");
        navigateur.type("reference", "2022-01");
        navigateur.type("objet", "Construction d’une école");
        navigateur.choose("type", "Travaux");
        navigateur.type("notification", "15/01/2022");
        navigateur.type("fin", "31/12/2023");
        navigateur.choose("famille", "B");
        navigateur.tick("clauses-CONDITION_EXECUTION");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Marché 2022-01");
        assertThat(page.locator(".objective-name")).containsText("833");
        navigateur.assertReadable();

        // A company, found while its name is typed.
        navigateur.enter("Ajouter une entreprise");
        navigateur.assertReadable();
        navigateur.type("q", "macons");
        assertThat(page.locator("#trouvees label")).containsText("Maçons Réunis");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("#trouvees input")).isFocused();
        navigateur.assertReadable();
        navigateur.type("part", "100");
        navigateur.enter("Ajouter au lot");
        assertThat(page.locator("main")).containsText("Titulaire, 100");

        // An avenant, an action, a second lot.
        navigateur.enter("Ajouter un mouvement");
        navigateur.assertReadable();
        navigateur.type("heures", "-33");
        navigateur.type("motif", "Avenant n° 1");
        page.keyboard().press("Enter");
        assertThat(page.locator(".objective-name")).containsText("800");
        navigateur.enter("Ajouter une action");
        navigateur.assertReadable();
        navigateur.type("libelle", "Appeler le titulaire");
        navigateur.type("echeance", "31/01/2022");
        page.keyboard().press("Enter");
        assertThat(page.locator(".next strong")).hasText("Appeler le titulaire");
        navigateur.enter("Ajouter un lot");
        navigateur.assertReadable();
        navigateur.choose("famille", "B");
        navigateur.tick("clauses-VOLONTAIRE");
        navigateur.type("obligation", "200");
        page.keyboard().press("Enter");
        assertThat(page.locator("#total-titre")).containsText("1\u202f000");
        navigateur.assertReadable();

        navigateur.open("/marches");
        assertThat(page.locator("tbody tr")).containsText("2022-01");
        navigateur.assertReadable();
    }

    @Test
    void an_order_says_its_hours_while_its_amount_is_typed(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        navigateur.open(
                "/marches/nouveau?forme=ACCORD_CADRE&eurosParHeure=2000&reference=AC-1&notification=01/01/2022");
        navigateur.choose("donneur", "Ville");
        navigateur.choose("type", "Travaux");
        navigateur.choose("famille", "B");
        page.locator("#clauses-CONDITION_EXECUTION").check();
        page.keyboard().press("Enter");
        navigateur.enter("Ajouter un mouvement");

        page.locator("#montant").pressSequentially("7 000");
        assertThat(page.locator("#proposition")).containsText("3,50");
        navigateur.assertReadable();
        page.keyboard().press("Enter");
        assertThat(page.locator(".movements td.n").first()).hasText("+3,50");
    }

    @Test
    void a_form_refused_can_be_read_by_everybody(Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        navigateur.open("/marches/nouveau");
        navigateur.page().locator("main form [type=submit]").click();
        assertThat(navigateur.page().locator("#reference-erreur")).hasText("Ce champ est obligatoire.");
        navigateur.assertReadable();
    }
}
