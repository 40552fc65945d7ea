package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.EnumSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A facilitator's first day in a structure where nothing is recorded but the families of purchases: from a new buyer to a
 * counted hour on the bilan, each step led to by the one before, with the keyboard alone. The day is 17 January 2022.
 */
@JourneyTest
class PremierJourJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void from_a_new_buyer_to_a_counted_hour_on_the_bilan(Navigateur moi) {
        long structure = comptes.openStructure("Premier jour", null);
        jdbc.sql("insert into famille_achat (structure_id, nom, groupe) values (?, 'Gros œuvre', 'Bâtiment')")
                .param(structure)
                .update();
        String email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(structure, email, "Camille Roux", MOT_DE_PASSE, EnumSet.of(Role.FACILITATEUR));
        moi.signIn(email, MOT_DE_PASSE);
        Page page = moi.page();

        // The buyer.
        moi.enter("Donneurs d’ordres");
        assertThat(page.locator("h1")).hasText("Donneurs d’ordres");
        moi.assertReadableByAll();
        moi.enter("Nouveau donneur d’ordres");
        moi.type("nom", "Ville de Rivière");
        moi.choose("nature", "Pub");
        moi.type("sirets", "732 829 320 00074");
        moi.enter("Enregistrer");
        assertThat(page.locator("h1")).containsText("Ville de Rivière");
        moi.assertReadableByAll();

        // Its marché, with the first lot and its obligation.
        moi.enter("Nouveau marché");
        assertThat(page.locator("#donneur option:checked")).hasText("Ville de Rivière");
        moi.type("reference", "2021-04");
        moi.type("objet", "Construction d’une école");
        moi.choose("type", "Travaux");
        moi.type("notification", "01/03/2021");
        moi.type("fin", "31/12/2022");
        moi.choose("famille", "B");
        moi.tick("clauses-CONDITION_EXECUTION");
        moi.type("obligation", "1 000");
        moi.send();
        assertThat(page.locator("h1")).containsText("Marché 2021-04");
        moi.assertReadableByAll();

        // A company that nobody knows yet: entered for the lot, and back to it.
        moi.enter("Ajouter une entreprise");
        moi.type("q", "Travail temporaire Garonne");
        moi.enter("Créer l’entreprise");
        assertThat(page.locator("#nom")).hasValue("Travail temporaire Garonne");
        moi.assertReadableByAll();
        moi.type("siren", "999 000 011");
        moi.choose("type", "ETTI");
        moi.enter("Enregistrer");
        assertThat(page.locator("h1")).hasText("Entreprise du lot");
        assertThat(page.locator("#trouvees input")).isChecked();
        moi.assertReadableByAll();
        moi.type("part", "100");
        moi.enter("Ajouter au lot");
        assertThat(page.locator("main")).containsText("Titulaire, 100");

        // A person, likewise: her entry, then her contract on the lot.
        moi.enter("Nouveau contrat");
        assertThat(page.locator("h1")).hasText("Nouveau contrat");
        moi.assertReadableByAll();
        moi.enter("nouveau bénéficiaire");
        moi.type("nom", "Lefèvre");
        moi.type("prenom", "Zoé");
        moi.type("naissance", "14/05/1990");
        moi.choose("sexe", "Fem");
        moi.enter("Enregistrer");
        assertThat(page.locator("h1")).hasText("Nouvelle entrée");
        moi.type("debut", "15/03/2021");
        moi.tick("criteres-DELD");
        moi.enter("Enregistrer");
        assertThat(page.locator("h1")).hasText("Nouveau contrat");
        assertThat(page.locator("#personne")).hasValue(Pattern.compile("Lefèvre Zoé.*"));
        assertThat(page.locator("[name=lots]")).isChecked();
        moi.type("employeur", "garonne");
        page.locator("#employeur-liste option")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        moi.choose("modalite", "Entreprise de travail temporaire d");
        moi.choose("type", "Contrat de mission");
        moi.type("debut", "15/03/2021");
        moi.send();
        assertThat(page.locator("h1")).containsText("Contrat de Lefèvre Zoé");
        moi.assertReadableByAll();

        // Her hours of two months; the present year comes first, hers is one key away.
        moi.enter("Saisir les heures");
        moi.enter("2021");
        assertThat(page.locator("#annuler")).isVisible();
        moi.assertReadableByAll();
        page.locator("input[name$='_2021-03']").focus();
        page.keyboard().type("70,5");
        page.keyboard().press("ArrowRight");
        page.keyboard().type("120");
        page.keyboard().press("ControlOrMeta+s");
        assertThat(page.locator(".flash-good")).hasText("2 cases sont enregistrées.");
        assertThat(page.locator(".gauge-done")).containsText("191\u00a0h faites, 19\u202f%");

        // On the bilan at the next page.
        moi.enter("Bilan");
        moi.enter("2021");
        assertThat(page).hasURL(Pattern.compile(".*/bilan/2021.*"));
        // Hours, people, marchés, buyers, companies.
        assertThat(page.locator(".kpi-value")).hasText(new String[] {"191", "1", "1", "1", "1"});
        page.locator("a.kpi-value").first().press("Enter");
        assertThat(page.locator("main tbody")).containsText("Lefèvre Zoé");
        assertThat(page.locator("main")).containsText("190,50");
        moi.assertReadableByAll();
    }
}
