package fr.suiviclauses.controle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.bilan.Histoire;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** Each control finds what is amiss, leads to it, and leaves the rest alone. Today is 17 January 2022. */
@ApplicationTest
@Transactional
class ControlesTest {

    /** A page with forms also keeps its session. */
    private static final long SESSION = 2;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    Histoire histoire;
    Connecte moi;

    @BeforeEach
    void open() {
        histoire = new Histoire(jdbc);
        moi = Connecte.to(mvc, comptes, histoire.structureId, Role.FACILITATEUR);
    }

    @Test
    void a_new_structure_is_clean_everywhere_and_says_so() {
        Document page = moi.page("/controles");
        assertThat(page.select(".lead-note").text()).isEqualTo("Les 18 contrôles n’ont rien à signaler.");
        assertThat(page.select(".links .state-good")).hasSize(18);
        assertThat(page.select("section.control")).isEmpty();
        assertThat(moi.page("/controles/clauses").select(".empty h2").text()).isEqualTo("Rien à signaler.");
    }

    @Test
    void two_active_buyers_with_names_of_one_are_a_pair_once() {
        long fermee = histoire.donneurOrdre("Mairie de Riviere", "PUBLIC");
        histoire.update("update donneur_ordre set actif = false where id = ?", fermee);
        long ville = histoire.donneurOrdre("Mairie de Rivière", "PUBLIC");
        histoire.donneurOrdre("Rivière (mairie)", "PUBLIC");
        histoire.donneurOrdre("Port autonome", "PUBLIC");
        assertFound("donneurs-ressemblants", "Mairie de Rivière");
        assertThat(line("donneurs-ressemblants").select("a").attr("href")).isEqualTo("/donneurs-ordres/" + ville);
        assertThat(line("donneurs-ressemblants").select("td:nth-of-type(1)").text())
                .isEqualTo("Rivière (mairie)");
    }

    @Test
    void a_marche_in_use_without_a_lot() {
        long ville = histoire.donneurOrdre("Ville", "PUBLIC");
        long nu = histoire.marche(ville, "TRAVAUX", "2021-01-01", null);
        histoire.lot(histoire.marche(ville, "TRAVAUX", "2021-01-01", null));
        long ferme = histoire.marche(ville, "TRAVAUX", "2021-01-01", null);
        histoire.update("update marche set actif = false where id = ?", ferme);
        assertFound("marches-sans-lot", "M0");
        assertThat(line("marches-sans-lot").select("a").attr("href")).isEqualTo("/marches/" + nu + "/lots/nouveau");
    }

    @Test
    void a_lot_that_ended_below_what_it_owed_that_day() {
        long ville = histoire.donneurOrdre("Ville", "PUBLIC");
        long fini = histoire.marche(ville, "TRAVAUX", "2020-01-01", "2021-06-30");
        long court = histoire.lot(fini);
        obligation(court, "100", "2020-01-01");
        obligation(court, "50", "2021-07-01"); // after the end: never owed
        histoire.heuresDe(court, "2021-03", "99.50");
        long atteint = histoire.lot(fini);
        obligation(atteint, "100", "2020-01-01");
        histoire.heuresDe(atteint, "2021-03", "100");
        histoire.lot(fini); // owes nothing
        long reconduit = histoire.marche(ville, "TRAVAUX", "2020-01-01", "2021-06-30");
        histoire.reconduction(reconduit, "2022-01-17"); // its last day is today
        obligation(histoire.lot(reconduit), "100", "2020-01-01");
        long ouvert = histoire.lot(histoire.marche(ville, "TRAVAUX", "2020-01-01", null));
        obligation(ouvert, "100", "2020-01-01");
        assertThat(labels("lots-insuffisants")).hasSize(1);
        Element ligne = line("lots-insuffisants");
        assertThat(ligne.select("a").attr("href")).isEqualTo("/marches/" + fini);
        assertThat(ligne.select("td.n").text()).isEqualTo("0,50");
        assertThat(ligne.select("td:last-child").text()).isEqualTo("99 % à la fin du marché, le 30/06/2021.");
    }

    @Test
    void clauses_and_types_that_contradict_the_buyer_or_the_family() {
        long ville = histoire.donneurOrdre("Ville", "PUBLIC");
        long marche = histoire.marche(ville, "TRAVAUX", "2021-01-01", null);
        histoire.lot(marche, "Bâtiment", "Gros œuvre", "CONDITION_EXECUTION", "VOLONTAIRE");
        histoire.lot(marche, "Bâtiment", "Gros œuvre", "CLAUSE_PRIVEE");
        long prive = histoire.marche(histoire.donneurOrdre("Promoteur", "PRIVE"), "SERVICES", "2021-01-01", null);
        histoire.lot(prive, "Espaces verts", "Tonte", "CLAUSE_PRIVEE");
        histoire.lot(prive, "Bâtiment", "Gros œuvre", "CLAUSE_PRIVEE");
        assertFound("clauses", "M0, lot L2");
        assertFound("types-marche", "M3, lot L5");
    }

    @Test
    void hours_outside_the_marche_the_contract_and_the_window() {
        long ville = histoire.donneurOrdre("Ville", "PUBLIC");
        long marche = histoire.marche(ville, "TRAVAUX", "2021-02-15", "2021-06-10");
        histoire.reconduction(marche, "2021-09-10");
        long lot = histoire.lot(marche);
        long personne = histoire.personne("F", "1990-05-05");
        histoire.entree(personne, "2021-01-20", "2021-10-02", Map.of(), "DELD");
        long contrat = histoire.contrat(personne, "AUTRE");
        histoire.update("update contrat_insertion set debut = '2020-12-15', fin = '2021-11-02' where id = ?", contrat);
        for (String mois :
                List.of("2020-11", "2020-12", "2021-01", "2021-02", "2021-09", "2021-10", "2021-11", "2021-12"))
            histoire.heures(contrat, lot, mois, "10");
        histoire.heures(contrat, lot, "2022-01", "10", "REJETEE");
        assertThat(months("heures-hors-marche"))
                .containsExactly(
                        "décembre 2021",
                        "novembre 2021",
                        "octobre 2021",
                        "janvier 2021",
                        "décembre 2020",
                        "novembre 2020");
        assertThat(months("heures-hors-contrat")).containsExactly("décembre 2021", "novembre 2020");
        assertThat(months("heures-hors-eligibilite"))
                .containsExactly("décembre 2021", "novembre 2021", "décembre 2020", "novembre 2020");
        assertThat(line("heures-hors-eligibilite").select("a").attr("href")).isEqualTo("/beneficiaires/" + personne);
        assertThat(line("heures-hors-contrat").select("a").attr("href")).isEqualTo("/contrats/" + contrat);
        assertThat(line("heures-hors-marche").select("a").attr("href")).isEqualTo("/marches/" + marche);
    }

    @Test
    void a_month_is_too_long_over_all_contracts_unless_it_is_justified() {
        long lot =
                histoire.lot(histoire.marche(histoire.donneurOrdre("Ville", "PUBLIC"), "TRAVAUX", "2021-01-01", null));
        long personne = histoire.personne();
        long un = histoire.contrat(personne, "AUTRE");
        long autre = histoire.contrat(personne, "AUTRE");
        twoContracts(un, autre, lot, "2021-01", "130", "95"); // 225
        twoContracts(un, autre, lot, "2021-02", "130", "82.60"); // 212.6: not beyond
        twoContracts(un, autre, lot, "2021-03", "130", "21.67"); // 151.67: not beyond
        twoContracts(un, autre, lot, "2021-04", "130", "21.68");
        twoContracts(un, autre, lot, "2021-05", "150", "150");
        histoire.update(
                "update releve_heures set justification = 'Chantier de nuit' where contrat_id = ? and mois = '2021-05-01'",
                un);
        histoire.heures(un, lot, "2021-06", "150");
        histoire.heures(autre, lot, "2021-06", "150", "REJETEE");
        histoire.heuresDe(lot, "2021-03", "151"); // another person, the same month
        assertThat(months("mois-justifier")).containsExactly("janvier 2021");
        assertThat(months("mois-charges")).containsExactly("avril 2021", "février 2021");
        assertThat(line("mois-justifier").select("td.n").text()).isEqualTo("225,00");
        assertThat(line("mois-justifier").select("a").attr("href"))
                .isEqualTo("/heures/personnes/" + personne + "/2021-01");
    }

    private void twoContracts(long un, long autre, long lot, String mois, String heures, String deplus) {
        histoire.heures(un, lot, mois, heures);
        histoire.heures(autre, lot, mois, deplus, "DECLAREE");
    }

    @Test
    void people_without_a_criterion_or_without_an_entry() {
        histoire.personne();
        long sans = histoire.personne("F", "1990-05-05");
        histoire.entree(sans, "2021-01-01", "2021-12-31", Map.of());
        long nulle = histoire.personne("F", "1990-05-05");
        histoire.contrat(nulle, "AUTRE");
        histoire.personne("F", "1990-05-05"); // neither entry nor contract: to come
        long anonyme = histoire.personne("F", "1990-05-05");
        histoire.entree(anonyme, "2015-01-01", "2015-12-31", Map.of());
        histoire.update(
                "update beneficiaire set nom = null, prenom = null, naissance = null, reference = null, anonymise_le = now() where id = ?",
                anonyme);
        assertThat(links("criteres-absents")).containsExactly("/beneficiaires/" + sans, "/beneficiaires/" + nulle);
    }

    @Test
    void a_criterion_that_the_age_contradicts() {
        long vieux = histoire.personne("F", "1980-01-01");
        histoire.entree(vieux, "2021-01-01", "2021-12-31", Map.of(), "JEUNE_SANS_EXPERIENCE", "DELD");
        histoire.entree(
                histoire.personne("F", "1995-01-02"), "2021-01-01", "2021-12-31", Map.of(), "JEUNE_SANS_EXPERIENCE");
        histoire.entree(histoire.personne("H", "1971-01-01"), "2021-01-01", "2021-12-31", Map.of(), "SENIOR_50");
        assertThat(links("criteres-age")).containsExactly("/beneficiaires/" + vieux);
        assertThat(line("criteres-age").text())
                .contains("« Jeune")
                .doesNotContain("JEUNE_SANS_EXPERIENCE")
                .contains("41 ans");
    }

    @Test
    void a_modality_that_the_employer_can_not_offer_or_the_contract_does_not_fit() {
        long personne = histoire.personne();
        long faux = histoire.contrat(personne, "ETTI"); // its employer is CLASSIQUE
        histoire.contrat(personne, "EMBAUCHE_DIRECTE");
        long interim = histoire.contrat(personne, "EMBAUCHE_DIRECTE");
        histoire.update("update contrat_insertion set type = 'CTT' where id = ?", interim);
        assertThat(links("modalites")).containsExactlyInAnyOrder("/contrats/" + faux, "/contrats/" + interim);

        long esat = histoire.contrat(personne, "EMBAUCHE_DIRECTE");
        histoire.update(
                "update entreprise set type = 'ESAT' where id = (select employeur_id from contrat_insertion where id = ?)",
                esat);
        histoire.update("update contrat_insertion set modalite = 'ESAT' where id = ?", esat);
        assertThat(links("modalites")).hasSize(2);
        assertThat(moi.page("/controles").select("section.control")).isNotEmpty();
    }

    @Test
    void buyers_and_companies_without_siret() {
        long sans = histoire.donneurOrdre("Port", "PUBLIC");
        long avec = histoire.donneurOrdre("Ville", "PUBLIC");
        histoire.update("insert into donneur_ordre_siret values (?, ?, '73282932000074')", histoire.structureId, avec);
        long nue = histoire.entreprise("Maçons");
        long complete = histoire.entreprise("Peintres");
        histoire.update("insert into entreprise_siret values (?, ?, '73282932000074')", histoire.structureId, complete);
        long fermee = histoire.entreprise("Fermée");
        histoire.update("update entreprise set actif = false where id = ?", fermee);
        assertThat(links("siret-donneurs")).containsExactly("/donneurs-ordres/" + sans + "/modifier");
        assertThat(links("siret-entreprises")).containsExactly("/entreprises/" + nue + "/modifier");
    }

    @Test
    void what_was_declared_for_the_structure_itself_is_compared_with_today() {
        long lot =
                histoire.lot(histoire.marche(histoire.donneurOrdre("Ville", "PUBLIC"), "TRAVAUX", "2019-01-01", null));
        histoire.heuresDe(lot, "2020-03", "100.40");
        histoire.heuresDe(lot, "2021-03", "100.60");
        histoire.agregat("ESSAI", 2020, "100"); // the rounded figure
        histoire.agregat("Essai", 2021, "100");
        histoire.agregat("Région", 2021, "5");
        assertThat(labels("declarations")).containsExactly("Heures 2021");
        assertThat(line("declarations").select("td:last-child").text())
                .isEqualTo("Déclaré : 100 h ; calculé aujourd’hui : 100,60 h.");
        histoire.update(
                "update agregat_declare set beneficiaires = annee - 2019 where structure_id = ?", histoire.structureId);
        assertThat(labels("declarations")).containsExactly("Bénéficiaires 2021", "Heures 2021");
        for (String fiche : links("declarations"))
            assertThat(moi.page(fiche).select("input[name=libelle]").attr("value"))
                    .isEqualTo("Essai");
    }

    @Test
    void what_was_frozen_is_compared_with_today() {
        long lot =
                histoire.lot(histoire.marche(histoire.donneurOrdre("Ville", "PUBLIC"), "TRAVAUX", "2019-01-01", null));
        histoire.heuresDe(lot, "2020-03", "100.40");
        freeze(2020, 1, "90", "1"); // replaced since
        freeze(2020, 2, "100.40", "1");
        freeze(2019, 1, "3", "0");
        assertThat(labels("arretes")).containsExactly("Heures 2019");
        assertThat(line("arretes").select("td.n").text()).isEqualTo("\u22123,00");
        histoire.update("update indicateur_fige set valeur = null where structure_id = ?", histoire.structureId);
        assertThat(line("arretes").select("td:last-child").text()).contains("Arrêté : aucun");
    }

    private void freeze(int annee, int numero, String heures, String personnes) {
        histoire.arrete(annee, numero, "ARRETE");
        histoire.update(
                "insert into indicateur_fige select structure_id, id, c.code, c.valeur from arrete_annuel"
                        + " cross join (values ('heures', ?::numeric), ('beneficiaires', ?::numeric), ('part_publique', 3)) c (code, valeur)"
                        + " where structure_id = ? and annee = ? and numero = ?",
                heures,
                personnes,
                histoire.structureId,
                annee,
                numero);
    }

    @Test
    void the_lines_of_the_bilan_make_its_totals_year_by_year() {
        long lot =
                histoire.lot(histoire.marche(histoire.donneurOrdre("Ville", "PUBLIC"), "TRAVAUX", "2019-01-01", null));
        histoire.heuresDe(lot, "2020-03", "100.40");
        histoire.heuresDe(lot, "2021-03", "100.60");
        Document page = moi.page("/controles/totaux");
        assertThat(page.select("h1").text()).contains("2021");
        assertThat(page.select(".years a").eachText()).containsExactly("2020", "2021");
        assertThat(page.select(".empty h2").text()).isEqualTo("Rien à signaler.");
        assertThat(moi.page("/controles/totaux?annee=2020").select("h1").text()).contains("2020");
    }

    @Test
    void the_overview_shows_the_first_records_and_the_count_of_all_and_the_page_the_whole_list() {
        for (int i = 0; i < 51; i++) histoire.entreprise("Société n° " + i);
        Element panneau = moi.page("/controles").expectFirst("#siret-entreprises");
        assertThat(panneau.select(".state").text()).isEqualTo("51 lignes");
        assertThat(panneau.select("tbody tr")).hasSize(5);
        assertThat(panneau.select(".flush-note a").attr("href")).isEqualTo("/controles/siret-entreprises");
        Document premiere = moi.page("/controles/siret-entreprises");
        assertThat(premiere.select("tbody tr")).hasSize(50);
        assertThat(premiere.select(".pager a[rel=next]").attr("href")).isEqualTo("/controles/siret-entreprises?page=2");
        assertThat(moi.page("/controles/siret-entreprises?page=2").select("tbody tr"))
                .hasSize(1);
        assertThat(moi.page("/controles/siret-entreprises?page=99").select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void the_file_holds_the_whole_list() throws Exception {
        for (int i = 0; i < 51; i++) histoire.entreprise("Société n° " + i);
        String csv =
                moi.get("/controles/siret-entreprises?format=csv").getResponse().getContentAsString();
        assertThat(csv.lines().filter(l -> l.startsWith("Société"))).hasSize(51);
        assertThat(moi.get("/controles/siret-entreprises?format=xlsx")).hasStatus(200);
        assertThat(moi.get("/controles/siret-entreprises?format=pdf")).hasStatus(400);
    }

    @Test
    void what_does_not_exist_is_not_found_and_what_means_nothing_is_refused() {
        assertThat(moi.get("/controles/inconnu")).hasStatus(404);
        assertThat(moi.get("/controles/clauses?page=0")).hasStatus(400);
        assertThat(moi.get("/controles/totaux?annee=demain")).hasStatus(400);
    }

    @Test
    void another_structure_has_its_own() {
        histoire.donneurOrdre("Port", "PUBLIC");
        Connecte ailleurs = Connecte.to(mvc, comptes, new Histoire(jdbc).structureId, Role.FACILITATEUR);
        assertThat(ailleurs.page("/controles").select("section.control")).isEmpty();
        assertThat(ailleurs.page("/controles/siret-donneurs").select("tbody tr"))
                .isEmpty();
    }

    @Test
    void all_controls_take_three_statements_whatever_they_find() {
        moi.page("/controles");
        long vide = RequetesComptees.during(() -> moi.page("/controles"));
        for (int i = 0; i < 20; i++) histoire.donneurOrdre("Port " + i, "PUBLIC");
        assertThat(RequetesComptees.during(() -> moi.page("/controles")))
                .isEqualTo(vide)
                .isEqualTo(3 + SESSION);
    }

    private void obligation(long lot, String heures, String effet) {
        histoire.update(
                "insert into mouvement_obligation (structure_id, lot_id, nature, date_effet, heures) values (?, ?, 'AVENANT', ?::date, ?::numeric)",
                histoire.structureId,
                lot,
                effet,
                heures);
    }

    /** The control finds these records alone, on the overview and on its page. */
    private void assertFound(String code, String... fiches) {
        assertThat(labels(code)).containsExactly(fiches);
        assertThat(moi.page("/controles").select("#" + code + " tbody th").eachText())
                .containsExactly(fiches);
    }

    private List<String> labels(String code) {
        return moi.page("/controles/" + code).select("tbody th").eachText();
    }

    private List<String> links(String code) {
        return moi.page("/controles/" + code).select("tbody th a").eachAttr("href");
    }

    private List<String> months(String code) {
        return moi.page("/controles/" + code).select("tbody tr").stream()
                .map(ligne -> ligne.select("td").get(1).text())
                .toList();
    }

    private Element line(String code) {
        return moi.page("/controles/" + code).expectFirst("tbody tr");
    }
}
