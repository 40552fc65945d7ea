package fr.suiviclauses.accueil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.bilan.Histoire;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What a facilitator has to do: each panel counts what is to be done, and nothing else. Today is 17 January 2022. */
@ApplicationTest
@Transactional
class AujourdhuiTest {

    /** A page with forms also keeps its session. */
    private static final long SESSION = 2;

    private static final String ADRESSE = "/aujourdhui";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    Histoire histoire;
    Connecte moi;
    long ville;

    @BeforeEach
    void open() {
        histoire = new Histoire(jdbc);
        moi = Connecte.to(mvc, comptes, histoire.structureId, Role.FACILITATEUR);
        ville = histoire.donneurOrdre("Ville", "PUBLIC");
    }

    @Test
    void a_calm_day_says_so_in_every_panel() {
        Document page = moi.page(ADRESSE);
        assertThat(page.expectFirst(".lead-note").text()).isEqualTo("Lundi 17 janvier 2022");
        assertThat(page.select(".day .panel")).hasSize(7);
        assertThat(page.select(".day-empty")).hasSize(7);
        assertThat(page.select(".day-lines, .state")).isEmpty();
    }

    @Test
    void declarations_to_validate_by_month_and_employer() {
        long lot = lot("2021-01-01", null);
        long personne = histoire.personne();
        long contrat = contrat(personne, "2021-01-01", "2021-12-31");
        long employeur = employeur(contrat);
        histoire.heures(contrat, lot, "2021-11", "10", "DECLAREE");
        histoire.heures(contrat, lot, "2021-12", "11", "DECLAREE");
        histoire.heures(contrat, lot("2021-01-01", null), "2021-12", "12.60", "DECLAREE");
        for (String statut : List.of("BROUILLON", "VALIDEE", "REJETEE")) {
            histoire.heures(contrat, lot("2021-01-01", null), "2021-12", "5", statut);
        }
        Element panneau = panel("declarations");
        assertThat(panneau.expectFirst(".state").text()).isEqualTo("3 relevés");
        assertThat(panneau.select("li .note-inline").eachText())
                .containsExactly("novembre 2021, 1 relevé", "décembre 2021, 2 relevés");
        assertThat(panneau.select("li .day-measure").eachText()).containsExactly("10 h", "24 h");
        assertThat(panneau.select("li a").eachAttr("href"))
                .containsExactly(
                        "/heures/validation?mois=2021-11&statut=DECLAREE&entreprise=" + employeur,
                        "/heures/validation?mois=2021-12&statut=DECLAREE&entreprise=" + employeur);
        // Each line leads to what it counts.
        assertThat(panneau.select("li a").eachAttr("href").stream()
                        .map(lien -> moi.page(lien).select(".list-count").text()))
                .satisfiesExactly(
                        novembre -> assertThat(novembre).startsWith("1 relevé à valider"),
                        decembre -> assertThat(decembre).startsWith("2 relevés à valider"));
        Element toutes = panneau.expectFirst(".onward a");
        assertThat(toutes.text()).isEqualTo("Toutes les déclarations");
        Document validation = moi.page(toutes.attr("href"));
        assertThat(validation.select(".list-count").text()).startsWith("3 relevés à valider");

        // Those of an earlier year are on another page, and come first.
        histoire.heures(
                contrat(personne, "2020-01-01", "2020-12-31"), lot("2020-01-01", null), "2020-06", "7", "DECLAREE");
        Element anciennes = panel("declarations").expectFirst(".onward a");
        assertThat(anciennes.text()).isEqualTo("Celles de 2020");
        assertThat(moi.page(anciennes.attr("href")).select(".list-count").text())
                .startsWith("1 relevé à valider");
    }

    @Test
    void a_month_is_missing_where_an_open_contract_has_neither_hours_nor_none() {
        long lot = lot("2020-01-01", null);
        long contrat = contrat(histoire.personne(), "2021-09-15", null);
        affect(contrat, lot);
        histoire.heures(contrat, lot, "2021-10", "10", "BROUILLON"); // typed, whatever its status
        histoire.update(
                "insert into mois_sans_heure (structure_id, contrat_id, lot_id, mois) values (?, ?, ?, '2021-11-01')",
                histoire.structureId,
                contrat,
                lot);
        assertThat(missing()).containsExactly("décembre 2021 1 case", "septembre 2021 1 case");
        assertThat(panel("mois-manquants").expectFirst("li a").attr("href"))
                .isEqualTo("/heures/mois?mois=2021-12&entreprise=" + employeur(contrat));
        assertThat(panel("mois-manquants").expectFirst(".state").text()).isEqualTo("2 cases à saisir");
    }

    @Test
    void no_month_is_missing_outside_the_contract_the_marche_the_last_year_or_before_the_first_hours_on_a_lot() {
        long fini = contrat(histoire.personne(), "2021-10-01", "2021-11-10"); // October and November
        affect(fini, lot("2021-11-20", null)); // the marché began in November
        long ancien = contrat(histoire.personne(), "2019-01-01", "2021-01-31");
        affect(ancien, lot("2019-01-01", "2021-01-15")); // January 2021 alone is within twelve months
        long deduit = contrat(histoire.personne(), "2021-01-01", null);
        histoire.heures(deduit, lot("2020-01-01", "2021-12-31"), "2021-11", "10"); // no affectation: from November on
        long futur = contrat(histoire.personne(), "2022-01-03", null);
        affect(futur, lot("2020-01-01", null)); // this month is not over
        contrat(histoire.personne(), "2021-01-01", null); // no lot at all
        assertThat(missing()).containsExactly("décembre 2021 1 case", "novembre 2021 1 case", "janvier 2021 1 case");
    }

    @Test
    void lots_that_end_within_ninety_days_below_what_they_owe() {
        long proche = lot("2020-01-01", "2022-04-17", "100");
        histoire.heuresDe(proche, "2021-03", "60");
        lot("2020-01-01", "2022-04-18"); // owes nothing
        histoire.heuresDe(lot("2020-01-01", "2022-03-01", "100"), "2021-03", "100"); // done
        lot("2020-01-01", "2022-01-16", "100"); // over: a control, not a day's work
        long reconduit = lot("2020-01-01", "2022-01-20", "100");
        histoire.reconduction(marche(reconduit), "2025-01-20");
        long inactif = lot("2020-01-01", "2022-03-01", "100");
        histoire.update("update marche set actif = false where id = ?", marche(inactif));
        Element panneau = panel("lots-proches");
        assertThat(panneau.select("li a").eachAttr("href")).containsExactly("/marches/" + marche(proche));
        assertThat(panneau.select("li .note-inline").text()).isEqualTo("Ville, fin le 17/04/2022, reste 40 h");
        assertThat(panneau.select("li .day-measure").text()).isEqualTo("60\u202f%");
    }

    @Test
    void lots_behind_the_time_that_is_over_by_more_than_ten_points() {
        long retard = lot("2021-01-01", "2022-12-31", "100"); // 12 months of 24: 50 %
        histoire.heuresDe(retard, "2021-03", "39.90");
        histoire.heuresDe(lot("2021-01-01", "2022-12-31", "100"), "2021-03", "40"); // ten points: within the margin
        lot("2022-01-01", "2023-12-31", "100"); // begins
        lot("2021-01-01", null, "100"); // open: no pace
        long allege = lot("2021-01-01", "2022-12-31", "100");
        movement(allege, "-50", "2021-06-01");
        movement(allege, "50", "2022-02-01"); // not owed yet
        histoire.heuresDe(allege, "2021-03", "20");
        Element panneau = panel("lots-en-retard");
        assertThat(panneau.select("li a").eachAttr("href")).containsExactly("/marches/" + marche(retard));
        assertThat(panneau.select("li .note-inline").text()).isEqualTo("Ville, 50\u202f% du temps écoulé, reste 60 h");
        assertThat(panneau.expectFirst(".state").text()).isEqualTo("1 lot");
    }

    @Test
    void eligibilities_that_end_within_sixty_days_for_a_contract_that_goes_on() {
        long une = eligible("2022-03-18", "2021-01-01", null);
        long jour = eligible("2022-01-17", "2021-01-01", "2022-01-18");
        eligible("2022-03-19", "2021-01-01", null); // the 61st day
        eligible("2022-01-16", "2021-01-01", null); // over
        eligible("2022-02-01", "2021-01-01", "2022-02-01"); // the contract ends first
        eligible("2022-02-01", "2022-01-18", null); // not begun
        long suivie = eligible("2022-02-01", "2021-01-01", null);
        histoire.entree(suivie, "2022-02-02", "2024-02-01", Map.of(), "DELD");
        Element panneau = panel("eligibilites");
        assertThat(panneau.select("li a").eachAttr("href"))
                .containsExactly("/beneficiaires/" + jour, "/beneficiaires/" + une);
        assertThat(panneau.select("li .note-inline").eachText())
                .containsExactly("jusqu’au 17/01/2022", "jusqu’au 18/03/2022");
    }

    @Test
    void people_to_call_are_those_of_the_follow_ups() {
        long lot = lot("2020-01-01", null);
        long une = histoire.heuresDe(lot, "2021-10", "10");
        histoire.heuresDe(lot, "2021-11", "10"); // too early
        long repondue = histoire.heuresDe(lot, "2021-10", "10");
        histoire.situation(repondue, 2021, 3, "CDI");
        Element panneau = panel("appels");
        assertThat(panneau.select("li a").eachAttr("href")).containsExactly("/suivis?beneficiaire=" + une);
        assertThat(panneau.select(".onward a").attr("href")).isEqualTo("/suivis");
        assertThat(moi.page("/suivis").select(".call")).hasSize(1);
    }

    @Test
    void actions_late_or_due_within_thirty_days_mine_first() {
        long marche = histoire.marche(ville, "TRAVAUX", "2021-01-01", null);
        long autre = Connecte.to(mvc, comptes, histoire.structureId, Role.FACILITATEUR)
                .moi()
                .id();
        action(marche, "Relancer la ville", "2022-01-10", autre, false);
        action(marche, "Visiter le chantier", "2022-02-16", moi.moi().id(), false);
        action(marche, "Plus tard", "2022-02-17", moi.moi().id(), false);
        action(marche, "Déjà fait", "2022-01-10", moi.moi().id(), true);
        Element panneau = panel("actions");
        assertThat(panneau.select("li a").eachText()).containsExactly("Visiter le chantier", "Relancer la ville");
        assertThat(panneau.select("li").get(1).select(".state").text()).isEqualTo("Urgent");
        assertThat(panneau.expectFirst("li a").attr("href")).isEqualTo("/marches/" + marche);
    }

    @Test
    void mine_or_all_is_in_the_address_and_all_is_shown_to_whom_has_none() {
        long lot = lot("2021-01-01", "2022-03-01", "100");
        declare(lot);
        long autre = lot("2021-01-01", "2022-03-01", "100");
        declare(autre);
        Document sans = moi.page(ADRESSE);
        assertThat(sans.select("#note").text()).startsWith("Aucun marché n’est à votre charge");
        assertThat(sans.select("#declarations li")).hasSize(2);
        histoire.update(
                "update marche set facilitateur_id = ? where id = ?", moi.moi().id(), marche(lot));
        Document miens = moi.page(ADRESSE);
        assertThat(miens.select("#note")).isEmpty();
        assertThat(miens.select(".day-switch [aria-current]").text()).isEqualTo("Les miens");
        for (String code : List.of("declarations", "mois-manquants", "lots-proches", "eligibilites", "appels")) {
            assertThat(miens.select("#" + code + " li")).as(code).hasSize(1);
        }
        assertThat(moi.page(miens.select("#declarations .onward a").attr("href"))
                        .select(".list-count")
                        .text())
                .startsWith("1 relevé à valider");
        assertThat(moi.page(miens.select("#declarations li a").attr("href"))
                        .select(".list-count")
                        .text())
                .startsWith("1 relevé à valider");
        assertThat(moi.page(miens.select("#appels .onward a").attr("href")).select(".call"))
                .hasSize(1);
        Document tous = moi.page(ADRESSE + "?suivi=tous");
        for (String code : List.of("declarations", "mois-manquants", "lots-proches", "eligibilites", "appels")) {
            assertThat(tous.select("#" + code + " li")).as(code).hasSize(2);
        }
    }

    /** On a lot: hours declared, a month missing, an eligibility that ends, a person to call. */
    private void declare(long lot) {
        long personne = histoire.personne("F", "1990-05-05");
        histoire.entree(personne, "2021-01-01", "2022-02-01", Map.of(), "DELD");
        long contrat = contrat(personne, "2021-10-01", null);
        histoire.heures(contrat, lot, "2021-10", "10");
        histoire.heures(contrat, lot, "2021-11", "10", "DECLAREE");
    }

    @Test
    void a_panel_shows_five_lines_and_the_rest_on_its_own() {
        for (int i = 0; i < 7; i++) lot("2021-01-01", "2022-03-01", "100");
        Element panneau = panel("lots-proches");
        assertThat(panneau.select("li")).hasSize(5);
        assertThat(panneau.expectFirst(".state").text()).isEqualTo("7 lots");
        String tout = panneau.select(".onward a").attr("href");
        Document seul = moi.page(tout);
        assertThat(seul.select(".panel")).hasSize(1);
        assertThat(seul.select("#lots-proches li")).hasSize(7);
        assertThat(moi.get(ADRESSE + "?panneau=inconnu")).hasStatus(404);
    }

    @Test
    void seven_statements_however_much_there_is_to_do() {
        long vide = RequetesComptees.during(() -> moi.page(ADRESSE));
        for (int i = 0; i < 10; i++) declare(lot("2021-01-01", "2022-03-01", "100"));
        assertThat(RequetesComptees.during(() -> moi.page(ADRESSE)))
                .isEqualTo(vide)
                .isEqualTo(7 + SESSION);
    }

    @Test
    void another_structure_s_work_is_not_hers() {
        declare(lot("2021-01-01", "2022-03-01", "100"));
        Connecte ailleurs = Connecte.to(mvc, comptes, new Histoire(jdbc).structureId, Role.FACILITATEUR);
        assertThat(ailleurs.page(ADRESSE + "?suivi=tous").select(".day-empty")).hasSize(7);
    }

    private Element panel(String code) {
        return moi.page(ADRESSE).expectFirst("#" + code);
    }

    private List<String> missing() {
        return panel("mois-manquants").select("li").stream()
                .map(li -> li.select(".day-text .note-inline").text() + " "
                        + li.select(".day-measure > span:not(.state)").text())
                .toList();
    }

    private long lot(String debut, @Nullable String fin) {
        return histoire.lot(histoire.marche(ville, "TRAVAUX", debut, fin));
    }

    private long lot(String debut, @Nullable String fin, String obligation) {
        long lot = lot(debut, fin);
        movement(lot, obligation, debut);
        return lot;
    }

    private void movement(long lot, String heures, String effet) {
        histoire.update(
                "insert into mouvement_obligation (structure_id, lot_id, nature, date_effet, heures) values (?, ?, 'AVENANT', ?::date, ?::numeric)",
                histoire.structureId,
                lot,
                effet,
                heures);
    }

    private long marche(long lot) {
        return jdbc.sql("select marche_id from lot where id = ?")
                .param(lot)
                .query(Long.class)
                .single();
    }

    private long contrat(long personne, String debut, @Nullable String fin) {
        long contrat = histoire.contrat(personne, "AUTRE");
        jdbc.sql("update contrat_insertion set debut = ?::date, fin = ?::date where id = ?")
                .params(Arrays.asList(debut, fin, contrat))
                .update();
        return contrat;
    }

    private long employeur(long contrat) {
        return jdbc.sql("select employeur_id from contrat_insertion where id = ?")
                .param(contrat)
                .query(Long.class)
                .single();
    }

    private void affect(long contrat, long lot) {
        histoire.update("insert into affectation values (?, ?, ?)", histoire.structureId, contrat, lot);
    }

    private long eligible(String finEntree, String debut, @Nullable String fin) {
        long personne = histoire.personne("F", "1990-05-05");
        histoire.entree(personne, "2020-02-01", finEntree, Map.of(), "DELD");
        contrat(personne, debut, fin);
        return personne;
    }

    private void action(long marche, String libelle, String echeance, long responsable, boolean faite) {
        histoire.update(
                "insert into action_marche (structure_id, marche_id, libelle, echeance, responsable_id, faite_le)"
                        + " values (?, ?, ?, ?::date, ?, case when ? then date '2022-01-11' end)",
                histoire.structureId,
                marche,
                libelle,
                echeance,
                responsable,
                faite);
    }
}
