package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done to companies, with the keyboard alone. */
@JourneyTest
class EntrepriseJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Chantier chantier;
    private String email = "";

    @BeforeEach
    void openStructure() {
        chantier = Chantier.open(jdbc, comptes);
        email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(chantier.structure(), email, "Camille Roux", MOT_DE_PASSE, EnumSet.of(Role.FACILITATEUR));
        role(chantier.entreprise());
    }

    private void role(long entreprise) {
        jdbc.sql(
                        "insert into participation (structure_id, lot_id, entreprise_id, role, part) values (?, ?, ?, 'TITULAIRE', 60)")
                .params(List.of(chantier.structure(), chantier.lot(), entreprise))
                .update();
    }

    @Test
    void two_records_of_one_company_are_merged_and_parted_again(Navigateur moi) {
        chantier.insert("entreprise (structure_id, nom) values (:s, 'Maçonnerie Réunie')");
        moi.signIn(email, MOT_DE_PASSE);
        moi.open("/");
        moi.enter("Entreprises");
        moi.enter("Maçonnerie Réunie");
        Page page = moi.page();
        assertThat(page.locator("h1")).containsText("Maçonnerie Réunie");
        moi.enter("Fusionner");
        assertThat(page.locator("h1")).hasText("Fusionner");
        moi.assertReadableByAll();
        moi.choose("avec", "Maçons");
        moi.enter("Voir ce qui changerait");
        assertThat(page.locator("#apercu-titre")).containsText("Maçons Réunis");
        assertThat(page.locator("dl.sheet")).containsText("Rôles sur des lots");
        moi.assertReadableByAll();
        submit(page, "main form[method=post] .btn-sc");
        assertThat(page.locator(".flash-good")).hasText("Les deux entreprises n’en font plus qu’une.");
        assertThat(page.locator("section[aria-labelledby=roles-titre]")).containsText("2020-07, lot 1");
        assertThat(page.locator(".timeline"))
                .containsText("«\u00a0Maçons Réunis\u00a0» fusionnée dans cette fiche par Camille Roux");
        moi.assertReadableByAll();

        moi.enter("Annuler la fusion");
        assertThat(page.locator(".flash-good")).hasText("La fusion est annulée.");
        assertThat(page.locator("h1")).containsText("Maçons Réunis");
        assertThat(page.locator("section[aria-labelledby=roles-titre]")).containsText("2020-07, lot 1");
        assertThat(page.locator(".timeline"))
                .containsText("Fusion dans «\u00a0Maçonnerie Réunie\u00a0» annulée par Camille Roux");
    }

    @Test
    void a_share_is_changed_its_refusal_read_and_its_sum_told(Navigateur moi) {
        long autre = chantier.insert("entreprise (structure_id, nom) values (:s, 'Peintres Associés')");
        jdbc.sql(
                        "insert into participation (structure_id, lot_id, entreprise_id, role, part) values (?, ?, ?, 'COTRAITANT', 40)")
                .params(List.of(chantier.structure(), chantier.lot(), autre))
                .update();
        moi.signIn(email, MOT_DE_PASSE);
        moi.open("/");
        moi.enter("Marchés");
        moi.enter("2020-07");
        Page page = moi.page();
        Locator changer = page.getByLabel("Changer la part de Maçons Réunis, Titulaire du lot 1");
        changer.focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/lots/\\d+/participations/\\d+/.*"));
        assertThat(page.locator("#part")).hasValue("60,00");
        moi.assertReadableByAll();
        moi.type("part", "160");
        moi.send();
        assertThat(page.locator("#part-erreur")).isVisible();
        assertThat(page.locator("#part")).hasValue("160");
        moi.assertReadableByAll();
        moi.type("part", "70,5");
        moi.send();
        assertThat(page.locator(".flash-good")).containsText("Vérifiez les parts");
        assertThat(page.locator("section[aria-labelledby=entreprises-titre]")).containsText("Titulaire, 70,5\u202f%");
        moi.assertReadableByAll();
    }

    private static void submit(Page page, String bouton) {
        page.locator(bouton).focus();
        page.keyboard().press("Enter");
    }
}
