package fr.suiviclauses.beneficiaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.bilan.Histoire;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** A person's sheet: what comes next, where she works, what happened to her. The day is 17 January 2022. */
@ApplicationTest
@Transactional
class FichePersonneTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Histoire histoire;
    private Connecte moi;
    private long marche;
    private long lot;

    @BeforeEach
    void open() {
        histoire = new Histoire(jdbc);
        moi = Connecte.to(mvc, comptes, histoire.structureId, Role.FACILITATEUR);
        marche = histoire.marche(histoire.donneurOrdre("Ville", "PUBLIC"), "TRAVAUX", "2018-01-01", null);
        lot = histoire.lot(marche);
        // Who writes is told to each transaction at its begin; the test's own began before anybody signed in.
        jdbc.sql("select set_config('suivi.utilisateur', ?, true)")
                .param("" + moi.moi().id())
                .query(String.class)
                .single();
    }

    private Document fiche(long personne) {
        return moi.page("/beneficiaires/" + personne);
    }

    private String suite(long personne) {
        return fiche(personne).select("section[aria-labelledby=suite-titre]").text();
    }

    private List<String> chronologie(long personne) {
        return fiche(personne).select(".timeline li").eachText();
    }

    private void answer(long personne, int cohorte, int jalon, String situation, String avant) {
        assertThat(moi.post(
                        "/suivis",
                        "beneficiaire",
                        "" + personne,
                        "cohorte",
                        "" + cohorte,
                        "jalon",
                        "" + jalon,
                        "situation",
                        situation,
                        "avant",
                        avant))
                .hasStatus(302);
    }

    @Test
    void the_next_action_is_the_follow_up_that_is_due_or_else_the_first_to_come() {
        long une = histoire.heuresDe(lot, "2021-10", "10");
        assertThat(suite(une))
                .isEqualTo(
                        "Prochaine action Suivi à 3 mois À appeler du 01/01/2022 au 31/03/2022, après octobre 2021 Saisir sa réponse");
        String lien = fiche(une).select(".next a").attr("href");
        assertThat(lien).isEqualTo("/suivis?beneficiaire=" + une + "&cohorte=2021#suivi-" + une + "-2021-3");
        assertThat(moi.page(lien.replaceFirst("#.*", "")).select(lien.replaceFirst(".*#", "#") + " form"))
                .as("where she is asked")
                .hasSize(1);

        answer(une, 2021, 3, "NON_RENSEIGNE", "");

        assertThat(suite(une))
                .isEqualTo(
                        "Prochaine action Suivi à 6 mois du 01/04/2022 au 30/09/2022, après octobre 2021 Voir ses suivis");
    }

    @Test
    void nobody_is_to_be_called_without_counted_hours_after_the_last_milestone_or_once_anonymised() {
        long refusee = histoire.personne();
        histoire.heures(histoire.contrat(refusee, "AUTRE"), lot, "2021-10", "10", "REJETEE");
        assertThat(suite(refusee)).isEqualTo("Prochaine action Aucun suivi n’attend de réponse.");
        long ancienne = histoire.heuresDe(lot, "2020-07", "10"); // 18 months ago
        assertThat(suite(ancienne)).isEqualTo("Prochaine action Aucun suivi n’attend de réponse.");
        long anonyme = histoire.heuresDe(lot, "2021-10", "10");
        anonymise(anonyme);
        assertThat(suite(anonyme)).isEmpty();
    }

    private void anonymise(long personne) {
        histoire.update(
                "update beneficiaire set nom = null, prenom = null, naissance = null, reference = null, anonymise_le = now() where id = ?",
                personne);
    }

    @Test
    void each_contract_has_its_lots_and_leads_to_her_hours_in_the_grid() {
        long une = histoire.personne();
        long contrat = histoire.contrat(une, "ETTI");
        long autre = histoire.lot(marche);
        histoire.heures(contrat, lot, "2020-11", "10");
        histoire.heures(contrat, lot, "2021-02", "20");
        histoire.update(
                "insert into affectation (structure_id, contrat_id, lot_id) values (?, ?, ?)",
                histoire.structureId,
                contrat,
                autre);

        var lots = fiche(une).select("section[aria-labelledby=contrats-titre] tbody tr li");

        assertThat(lots.eachText())
                .hasSize(2)
                .allSatisfy(texte -> assertThat(texte).matches("M[0-9]+, lot L[0-9]+ · heures 2021"));
        assertThat(lots.select("a[href=/marches/" + marche + "]")).hasSize(2);
        for (long un : List.of(lot, autre)) {
            String adresse = "/heures?annee=2021&marche=" + marche + "&lot=" + un;
            assertThat(lots.select("a").eachAttr("href")).contains(adresse);
            assertThat(moi.page(adresse).select("tbody th a").eachAttr("href")).containsExactly("/contrats/" + contrat);
        }
    }

    @Test
    void an_entry_says_how_her_district_was_found() {
        long une = histoire.personne("F", "1990-05-05");
        histoire.entree(
                une,
                "2021-01-15",
                "2023-01-14",
                Map.of(
                        "qpv",
                        "OUI",
                        "qpv_code",
                        "QP031001",
                        "qpv_generation",
                        2015,
                        "qpv_mode",
                        "GEOCODE",
                        "qpv_evalue_le",
                        LocalDate.of(2021, 1, 12)),
                "TH");
        histoire.entree(une, "2019-01-15", "2021-01-14", Map.of("qpv", "NON"), "DELD");

        assertThat(fiche(une).select(".entry-details span:contains(QPV)").eachText())
                .containsExactly("En QPV (QP031001), carte de 2015, par géocodage, évalué le 12/01/2021", "Hors QPV");
    }

    @Test
    void the_timeline_tells_what_happened_the_latest_first_but_no_criterion() {
        long une = histoire.personne("F", "1990-05-05");
        histoire.entree(une, "2020-01-15", "2021-12-31", Map.of("prescripteur", "Mission locale"), "TH");
        long contrat = histoire.contrat(une, "ETTI");
        histoire.update(
                "update contrat_insertion set debut = '2021-09-06', fin = '2021-10-29', reference = 'C-1' where id = ?",
                contrat);
        histoire.heures(contrat, lot, "2021-09", "100.5");
        histoire.heures(contrat, lot, "2021-10", "20", "REJETEE");
        answer(une, 2021, 3, "CDI", "");

        List<String> faits = chronologie(une);

        assertThat(faits)
                .filteredOn(fait -> fait.startsWith("17/01/2022"))
                .contains("17/01/2022 Réponse : CDI à 3 mois, heures de 2021 par Camille Roux");
        assertThat(faits)
                .filteredOn(fait -> !fait.contains("modifié") && !fait.startsWith("17/01/2022"))
                .satisfiesExactly(
                        fait -> assertThat(fait).isEqualTo("31/12/2021 Dernier jour d’éligibilité"),
                        fait -> assertThat(fait).startsWith("29/10/2021 Contrat terminé : Employeur "),
                        fait -> assertThat(fait)
                                .startsWith("septembre 2021 100,50 h comptées M")
                                .contains(", lot L"),
                        fait -> assertThat(fait).startsWith("06/09/2021 Contrat commencé : Employeur "),
                        fait -> assertThat(fait).isEqualTo("15/01/2020 Entrée dans le dispositif Mission locale"));
        assertThat(fiche(une).select(".timeline").text()).doesNotContain("handicap", "TH");
    }

    @Test
    void the_timeline_tells_who_changed_or_took_away_what() {
        long une = histoire.personne();
        long contrat = histoire.contrat(une, "ETTI");
        histoire.heures(contrat, lot, "2021-10", "10");
        answer(une, 2021, 3, "CDI", "");
        answer(une, 2021, 3, "ABANDON", "CDI");
        histoire.update("update beneficiaire set commune = 'Muret' where id = ?", une);
        histoire.update("update contrat_insertion set lieu = 'Port' where id = ?", contrat);
        histoire.update("update entree set prescripteur = 'Cap emploi' where beneficiaire_id = ?", une);
        long autre = histoire.contrat(une, "ETTI");
        histoire.update("delete from contrat_insertion where id = ?", autre);
        assertThat(moi.post(
                        "/suivis/suppression",
                        "beneficiaire",
                        "" + une,
                        "cohorte",
                        "2021",
                        "jalon",
                        "3",
                        "avant",
                        "ABANDON"))
                .hasStatus(302);

        assertThat(chronologie(une))
                .anySatisfy(fait -> assertThat(fait)
                        .contains("Réponse retirée, à 3 mois, heures de 2021 : Abandon", "par Camille Roux"))
                .anySatisfy(fait -> assertThat(fait).contains("Fiche modifiée commune : – → Muret par Camille Roux"))
                .anySatisfy(fait -> assertThat(fait).contains("Contrat du 01/01/2010 modifié lieu : – → Port"))
                .anySatisfy(fait -> assertThat(fait).contains("Contrat du 01/01/2010 supprimé par Camille Roux"))
                .anySatisfy(fait ->
                        assertThat(fait).contains("Entrée du 01/01/2020 modifiée prescripteur : – → Cap emploi"));
    }

    /** The journal still holds her names: the sheet does not give them back. */
    @Test
    void the_timeline_of_an_anonymised_person_tells_nothing_that_was_taken_away() {
        long une = histoire.heuresDe(lot, "2021-10", "10");
        histoire.update("update beneficiaire set nom = 'Lefèvre' where id = ?", une);
        assertThat(chronologie(une)).anySatisfy(fait -> assertThat(fait).contains("Lefèvre"));
        anonymise(une);

        assertThat(fiche(une).text()).doesNotContain("Lefèvre", "Prénom");
        assertThat(chronologie(une)).anySatisfy(fait -> assertThat(fait).contains("10,00 h comptées"));
    }

    @Test
    void it_takes_as_many_statements_whatever_it_holds() {
        long une = histoire.personne();
        long peu = RequetesComptees.during(() -> fiche(une));
        for (int i = 0; i < 6; i++) {
            long contrat = histoire.contrat(une, "ETTI");
            histoire.heures(contrat, lot, "2021-0" + (i + 1), "10");
            histoire.heures(contrat, histoire.lot(marche), "2021-0" + (i + 1), "10");
            histoire.update("update contrat_insertion set lieu = 'Port' where id = ?", contrat);
        }
        answer(une, 2021, 3, "CDI", "");

        assertThat(RequetesComptees.during(() -> fiche(une))).isEqualTo(peu).isLessThanOrEqualTo(16);
    }
}
