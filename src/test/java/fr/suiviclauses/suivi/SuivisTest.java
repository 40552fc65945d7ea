package fr.suiviclauses.suivi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.bilan.Histoire;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/** Whom to call 3, 6 and 12 months after her work, and what she answers. Today is 17 January 2022. */
@ApplicationTest
@Transactional
class SuivisTest {

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
    long lot;

    @BeforeEach
    void open() {
        histoire = new Histoire(jdbc);
        moi = Connecte.to(mvc, comptes, histoire.structureId, Role.FACILITATEUR);
        lot = histoire.lot(histoire.marche(histoire.donneurOrdre("Ville", "PUBLIC"), "TRAVAUX", "2018-01-01", null));
    }

    @Test
    void a_person_is_to_be_called_from_three_months_after_her_last_month_until_the_next_milestone() {
        long octobre = histoire.heuresDe(lot, "2021-10", "10");
        long novembre = histoire.heuresDe(lot, "2021-11", "10"); // in February
        long aout = histoire.heuresDe(lot, "2021-08", "10"); // since November, until February
        long juillet = histoire.heuresDe(lot, "2021-07", "10"); // six months: this one alone
        long janvier = histoire.heuresDe(lot, "2021-01", "10"); // twelve months
        long ancien = histoire.heuresDe(lot, "2020-08", "10"); // twelve months, until February
        histoire.heuresDe(lot, "2020-07", "10"); // 18 months ago: over
        long refuse = histoire.personne();
        histoire.heures(histoire.contrat(refuse, "AUTRE"), lot, "2021-10", "10", "REJETEE"); // not counted
        assertThat(ids("/suivis"))
                .containsExactlyInAnyOrder(
                        "suivi-" + octobre + "-2021-3",
                        "suivi-" + aout + "-2021-3",
                        "suivi-" + juillet + "-2021-6",
                        "suivi-" + janvier + "-2021-12",
                        "suivi-" + ancien + "-2020-12");
        assertThat(ids("/suivis?etat=A_VENIR&cohorte=2021&jalon=3")).containsExactly("suivi-" + novembre + "-2021-3");
    }

    @Test
    void the_last_month_is_that_of_the_cohort_s_year() {
        long personne = histoire.personne();
        long contrat = histoire.contrat(personne, "AUTRE");
        histoire.heures(contrat, lot, "2020-10", "10");
        histoire.heures(contrat, lot, "2021-10", "10");
        assertThat(ids("/suivis"))
                .containsExactlyInAnyOrder("suivi-" + personne + "-2020-12", "suivi-" + personne + "-2021-3");
    }

    @Test
    void an_answer_leaves_the_list_counts_in_the_rate_and_is_on_the_bilan_at_once() {
        long une = histoire.heuresDe(lot, "2020-12", "10");
        histoire.heuresDe(lot, "2020-12", "10");
        histoire.heuresDe(lot, "2021-12", "10"); // the year of the bilan
        assertThat(moi.get("/bilan/2021/parcours")).hasStatus(200);
        MvcTestResult reponse = answer(une, 2020, 12, "CDI", "", "");
        assertThat(Connecte.redirection(reponse)).isEqualTo("/suivis");
        assertThat(ids("/suivis")).hasSize(1).doesNotContain("suivi-" + une + "-2020-12");
        assertThat(rate(moi.page("/suivis"), 2020, 12)).isEqualTo("50\u202f% 1 sur 2");
        assertThat(moi.page("/bilan/2021/parcours").text()).contains("50\u202f% des 2 personnes de 2020");
        assertThat(stored(une)).containsExactly("2020 12 CDI 2022-01-17");
    }

    @Test
    void unreachable_is_kept_but_is_no_answer() {
        long une = histoire.heuresDe(lot, "2021-10", "10");
        answer(une, 2021, 3, "NON_RENSEIGNE", "", "");
        assertThat(ids("/suivis")).isEmpty();
        Document page = moi.page("/suivis?etat=INJOIGNABLES");
        assertThat(page.select(".call .state").text()).isEqualTo("Injoignable, le 17/01/2022");
        assertThat(rate(page, 2021, 3)).isEqualTo("0\u202f% 0 sur 1, 1 injoignable");
    }

    @Test
    void a_late_answer_has_its_own_date_and_can_be_corrected() {
        long une = histoire.heuresDe(lot, "2019-06", "10");
        histoire.update("update entree set debut = '2019-01-01' where beneficiaire_id = ?", une);
        assertThat(ids("/suivis")).isEmpty();
        assertThat(ids("/suivis?etat=SANS_REPONSE&cohorte=2019")).hasSize(3);
        answer(une, 2019, 6, "CDD", "15/12/2019", "");
        assertThat(stored(une)).containsExactly("2019 6 CDD 2019-12-15");
        assertThat(moi.page("/suivis?beneficiaire=" + une)
                        .select("#suivi-" + une + "-2019-6 .state")
                        .text())
                .isEqualTo("CDD, le 15/12/2019");
        answer(une, 2019, 6, "ABANDON", "16/12/2019", "CDD");
        assertThat(stored(une)).containsExactly("2019 6 ABANDON 2019-12-16");
    }

    @Test
    void the_same_answer_sent_twice_is_kept_once() {
        long une = histoire.heuresDe(lot, "2021-10", "10");
        answer(une, 2021, 3, "CDI", "", "");
        assertThat(answer(une, 2021, 3, "CDI", "", "")).hasStatus(302);
        assertThat(stored(une)).containsExactly("2021 3 CDI 2022-01-17");
    }

    @Test
    void an_answer_given_meanwhile_is_not_overwritten_unseen() {
        long une = histoire.heuresDe(lot, "2021-10", "10");
        // Who writes is told to each transaction at its begin; the test's own began before anybody signed in.
        jdbc.sql("select set_config('suivi.utilisateur', ?, true)")
                .param("" + moi.moi().id())
                .query(String.class)
                .single();
        answer(une, 2021, 3, "CDI", "", "");
        MvcTestResult seconde = answer(une, 2021, 3, "FORMATION", "16/01/2022", "");
        assertThat(seconde).hasStatus(409);
        Element ligne = Connecte.html(seconde).expectFirst("#suivi-" + une + "-2021-3");
        assertThat(ligne.select(".flash").text()).contains("par Camille Roux", "CDI", "Formation");
        assertThat(ligne.select("[name=date]").val()).isEqualTo("16/01/2022");
        assertThat(ligne.select("[name=avant]").val()).isEqualTo("CDI");
        assertThat(stored(une)).containsExactly("2021 3 CDI 2022-01-17");
        answer(une, 2021, 3, "FORMATION", "16/01/2022", "CDI");
        assertThat(stored(une)).containsExactly("2021 3 FORMATION 2022-01-16");
    }

    @Test
    void an_answer_is_taken_back_once_and_she_is_to_be_called_again() {
        long une = histoire.heuresDe(lot, "2020-12", "10");
        histoire.heuresDe(lot, "2021-12", "10"); // the year of the bilan
        answer(une, 2020, 12, "CDI", "", "");
        assertThat(moi.page("/bilan/2021/parcours").text()).contains("La seule personne de 2020 est en emploi");
        Element retrait = moi.page("/suivis?beneficiaire=" + une)
                .expectFirst("#suivi-" + une + "-2020-12 button:contains(Retirer)");
        assertThat(retrait.attr("formaction")).isEqualTo("/suivis/suppression");
        assertThat(moi.page("/suivis?beneficiaire=" + une).select("button:contains(Retirer)"))
                .as("of the one answer")
                .hasSize(1);

        MvcTestResult premiere = withdraw(une, 2020, 12, "CDI");

        assertThat(Connecte.redirection(premiere)).isEqualTo("/suivis");
        assertThat(withdraw(une, 2020, 12, "CDI")).as("sent twice").hasStatus(302);
        assertThat(stored(une)).isEmpty();
        assertThat(ids("/suivis")).containsExactly("suivi-" + une + "-2020-12");
        assertThat(moi.page("/bilan/2021/parcours").text()).doesNotContain("est en emploi ou en formation un an");
        assertThat(jdbc.sql(
                                "select avant ->> 'situation' from journal where structure_id = ? and action = 'SUPPRESSION'")
                        .param(moi.structure())
                        .query(String.class)
                        .list())
                .as("the journal keeps it")
                .containsExactly("CDI");
    }

    @Test
    void an_answer_imported_before_its_day_is_taken_back_from_her_page() {
        long une = histoire.heuresDe(lot, "2021-10", "10"); // at six months: in April
        histoire.update(
                "insert into situation_suivi (structure_id, beneficiaire_id, cohorte, jalon, situation, date_reponse)"
                        + " select structure_id, id, 2021, 6, 'CDI', date '2022-04-10' from beneficiaire where id = ?",
                une);
        Document fiche = moi.page("/beneficiaires/" + une);
        assertThat(fiche.select("section[aria-labelledby=suivis-titre]").text()).contains("10/04/2022");
        String suivis = fiche.select("section[aria-labelledby=suivis-titre] .flush-note a")
                .attr("href");
        Element ligne = moi.page(suivis).expectFirst("#suivi-" + une + "-2021-6");
        assertThat(ligne.select("button").eachText()).as("no other answer yet").containsExactly("Retirer la réponse");
        assertThat(ligne.text()).contains("Il est trop tôt pour l’appeler");
        assertThat(moi.page(suivis).select("#suivi-" + une + "-2021-12 button")).isEmpty();

        MvcTestResult retrait = moi.post(
                ligne.select("button").attr("formaction"),
                ligne.select("input[type=hidden]").stream()
                        .flatMap(champ -> Stream.of(champ.attr("name"), champ.val()))
                        .toArray(String[]::new));

        assertThat(Connecte.redirection(retrait)).isEqualTo(suivis);
        assertThat(stored(une)).isEmpty();
        assertThat(moi.page("/beneficiaires/" + une).select(".timeline").text()).contains("Réponse retirée");
        assertThat(moi.page(suivis).select("#suivi-" + une + "-2021-6 button")).isEmpty();
    }

    @Test
    void an_answer_changed_meanwhile_is_not_taken_back_unseen() {
        long une = histoire.heuresDe(lot, "2021-10", "10");
        answer(une, 2021, 3, "CDI", "", "");
        answer(une, 2021, 3, "FORMATION", "", "CDI");

        MvcTestResult retrait = withdraw(une, 2021, 3, "CDI");

        assertThat(retrait).hasStatus(409);
        Element ligne = Connecte.html(retrait).expectFirst("#suivi-" + une + "-2021-3");
        assertThat(ligne.select(".flash").text()).contains("Une autre réponse a été enregistrée", "Formation");
        assertThat(stored(une)).hasSize(1);
        withdraw(une, 2021, 3, ligne.select("[name=avant]").val());
        assertThat(stored(une)).isEmpty();
        assertThat(withdraw(une, 2020, 3, "CDI")).hasStatus(404);
    }

    private MvcTestResult withdraw(long personne, int cohorte, int jalon, String avant) {
        return moi.post(
                "/suivis/suppression",
                "beneficiaire",
                "" + personne,
                "cohorte",
                "" + cohorte,
                "jalon",
                "" + jalon,
                "avant",
                avant);
    }

    @Test
    void what_can_not_be_is_refused_next_to_its_row_with_what_was_typed() {
        long une = histoire.heuresDe(lot, "2021-10", "10");
        for (String[] essai : new String[][] {
            {"CDI", "31/02/2022", "Cette date n’existe pas."},
            {"CDI", "18/01/2022", "Cette date n’est pas encore venue."},
            {"CDI", "30/09/2021", "avant le dernier mois de travail (octobre 2021)"},
            {"", "", "Choisissez dans la liste."},
            {"a\u0000", "x\ud83d", "Choisissez dans la liste."}
        }) {
            MvcTestResult reponse = answer(une, 2021, 3, essai[0], essai[1], "");
            assertThat(reponse).hasStatus(422);
            Element ligne = Connecte.html(reponse).expectFirst("#suivi-" + une + "-2021-3");
            assertThat(ligne.select(".flash").text()).contains(essai[2]);
        }
        MvcTestResult tot = answer(une, 2021, 6, "CDI", "", "");
        assertThat(tot).hasStatus(422);
        assertThat(Connecte.html(tot).select("#suivi-" + une + "-2021-6 .flash").text())
                .contains("à partir de avril 2022");
        assertThat(stored(une)).isEmpty();
    }

    @Test
    void who_is_not_of_the_cohort_or_of_the_structure_does_not_exist() {
        long une = histoire.heuresDe(lot, "2021-10", "10");
        Histoire ailleurs = new Histoire(jdbc);
        long autre = ailleurs.heuresDe(
                ailleurs.lot(ailleurs.marche(ailleurs.donneurOrdre("Port", "PUBLIC"), "TRAVAUX", "2021-01-01", null)),
                "2021-10",
                "10");
        assertThat(answer(une, 2020, 3, "CDI", "", "")).hasStatus(404);
        assertThat(answer(une, 2021, 4, "CDI", "", "")).hasStatus(404);
        assertThat(answer(une, 0, 3, "CDI", "", "")).hasStatus(404);
        assertThat(answer(autre, 2021, 3, "CDI", "", "")).hasStatus(404);
        assertThat(moi.post("/suivis", "beneficiaire", "9".repeat(19), "situation", "CDI"))
                .hasStatus(404);
        assertThat(ids("/suivis")).containsExactly("suivi-" + une + "-2021-3");
    }

    @Test
    void the_list_is_filtered_by_milestone_year_and_employer_and_comes_back_to_it() {
        long une = histoire.heuresDe(lot, "2021-10", "10");
        histoire.heuresDe(lot, "2021-07", "10");
        String employeur =
                String.valueOf(jdbc.sql("select employeur_id from contrat_insertion where beneficiaire_id = ?")
                        .param(une)
                        .query(Long.class)
                        .single());
        assertThat(ids("/suivis?jalon=3")).containsExactly("suivi-" + une + "-2021-3");
        assertThat(ids("/suivis?cohorte=2020")).isEmpty();
        assertThat(ids("/suivis?entreprise=" + employeur)).containsExactly("suivi-" + une + "-2021-3");
        Document page = moi.page("/suivis?jalon=3&cohorte=2021");
        assertThat(page.select("#jalon option[selected]").val()).isEqualTo("3");
        assertThat(page.select("[name=retour]").val()).isEqualTo("jalon=3&cohorte=2021");
        MvcTestResult reponse = moi.post(
                "/suivis",
                "beneficiaire",
                "" + une,
                "cohorte",
                "2021",
                "jalon",
                "3",
                "situation",
                "CDI",
                "retour",
                "jalon=3&cohorte=2021");
        assertThat(Connecte.redirection(reponse)).isEqualTo("/suivis?jalon=3&cohorte=2021");
        assertThat(moi.get("/suivis?jalon=4")).hasStatus(400);
        assertThat(moi.get("/suivis?etat=X")).hasStatus(400);
    }

    @Test
    void fifty_a_page_in_three_statements() {
        histoire.heuresDe(lot, "2021-10", "10");
        long peu = RequetesComptees.during(() -> moi.page("/suivis"));
        for (int i = 0; i < 50; i++) histoire.heuresDe(lot, "2021-10", "10");
        assertThat(RequetesComptees.during(() -> moi.page("/suivis")))
                .isEqualTo(peu)
                .isEqualTo(3 + SESSION);
        assertThat(RequetesComptees.during(() -> moi.page("/suivis?q=prenom nom")))
                .isEqualTo(peu);
        assertThat(ids("/suivis")).hasSize(50);
        assertThat(ids("/suivis?page=2")).hasSize(1);
        assertThat(ids("/suivis?page=9")).hasSize(1);
    }

    /** Éloïse works for the Jardins in October, after the Maçons. */
    private long eloise() {
        long une = histoire.personne();
        histoire.update(
                "update beneficiaire set nom = 'Le Goff', prenom = 'Éloïse', telephone = '05 61 00 00 00' where id = ?",
                une);
        long macons = histoire.contrat(une, "EI");
        histoire.heures(macons, lot, "2021-06", "10");
        long jardins = histoire.contrat(une, "EI");
        histoire.heures(jardins, lot, "2021-10", "10");
        histoire.update("""
                update entreprise set nom = 'Maçons Réunis'
                 where id = (select employeur_id from contrat_insertion where id = ?)""", macons);
        histoire.update("""
                update entreprise set nom = 'Jardins Clairs', siren = '999000011'
                 where id = (select employeur_id from contrat_insertion where id = ?)""", jardins);
        return une;
    }

    @ParameterizedTest
    @ValueSource(strings = {"goff", "ELOISE", "éloïse le goff", "jardins", "999000011", "clairs eloise"})
    void a_person_is_found_by_her_name_and_her_last_employer(String q) {
        long une = eloise();
        histoire.heuresDe(lot, "2021-10", "10");

        assertThat(ids("/suivis?q=" + q)).containsExactly("suivi-" + une + "-2021-3");
        assertThat(ids("/suivis?etat=TOUS&jalon=3&q=" + q)).containsExactly("suivi-" + une + "-2021-3");
        assertThat(ids("/suivis?q=macons")).as("who employed her before").isEmpty();
    }

    @Test
    void a_search_stays_in_the_pages_and_after_an_answer_and_can_be_cleared() {
        long une = eloise();
        for (int i = 0; i < 50; i++) histoire.heuresDe(lot, "2021-10", "10");
        Document page = moi.page("/suivis?jalon=3&q=prénom");
        assertThat(page.select("[role=search]")).hasSize(1);
        assertThat(page.select("#q").val()).isEqualTo("prénom");
        assertThat(page.select(".list-count strong").text().replace('\u00a0', ' '))
                .isEqualTo("50 suivis");
        assertThat(page.select(".list-count a:contains(Effacer)").attr("href")).isEqualTo("/suivis?jalon=3");

        String retour = "jalon=3&q=%C3%A9lo%C3%AFse%20goff";
        Document trouvee = moi.page(URI.create("/suivis?" + retour));
        assertThat(trouvee.select(".call [name=retour]").eachAttr("value")).containsOnly(retour);
        MvcTestResult reponse = moi.post(
                "/suivis",
                "beneficiaire",
                "" + une,
                "cohorte",
                "2021",
                "jalon",
                "3",
                "situation",
                "CDI",
                "retour",
                retour);
        assertThat(Connecte.redirection(reponse)).isEqualTo("/suivis?" + retour);
        Document vide = moi.page(URI.create("/suivis?" + retour));
        assertThat(vide.select(".empty h2").text()).isEqualTo("Rien ne correspond.");
        assertThat(vide.select(".empty a").eachAttr("href"))
                .containsExactly("/suivis?etat=TOUS&" + retour, "/suivis?jalon=3", "/suivis");
        assertThat(ids("/suivis?etat=TOUS&jalon=3&q=goff")).containsExactly("suivi-" + une + "-2021-3");
    }

    @Test
    void those_of_the_marches_in_her_charge_are_shown_alone() {
        long mienne = histoire.heuresDe(lot, "2021-10", "10");
        long autreLot =
                histoire.lot(histoire.marche(histoire.donneurOrdre("Port", "PUBLIC"), "TRAVAUX", "2018-01-01", null));
        histoire.heuresDe(autreLot, "2021-10", "10");
        assertThat(ids("/suivis?suivi=miens")).isEmpty();
        histoire.update(
                "update marche set facilitateur_id = " + moi.moi().id()
                        + " where id = (select marche_id from lot where id = ?)",
                lot);

        assertThat(ids("/suivis?suivi=miens")).containsExactly("suivi-" + mienne + "-2021-3");
        assertThat(ids("/suivis?suivi=")).hasSize(2);
        Document page = moi.page("/suivis?suivi=miens");
        assertThat(page.select("#suivi option[selected]").text()).isEqualTo("Les miens");
        assertThat(page.select("[name=retour]").val()).isEqualTo("suivi=miens");
        assertThat(moi.get("/suivis?suivi=autres")).hasStatus(400);
    }

    @Test
    void what_is_shown_is_a_file_of_all_pages() throws Exception {
        long une = eloise();
        for (int i = 0; i < 50; i++) histoire.heuresDe(lot, "2021-10", "10");
        answer(une, 2021, 3, "CDI", "16/01/2022", "");
        assertThat(moi.page("/suivis?jalon=3&q=x y").select(".files")).isEmpty();
        assertThat(moi.page("/suivis?jalon=3&q=prénom").select(".files a").eachAttr("href"))
                .containsExactly(
                        "/suivis?jalon=3&q=pr%C3%A9nom&format=xlsx", "/suivis?jalon=3&q=pr%C3%A9nom&format=csv");
        assertThat(lines("/suivis?page=2&format=csv"))
                .filteredOn(ligne -> ligne.contains("À 3 mois;octobre 2021;Employeur"))
                .hasSize(50);

        List<String> repondus = lines("/suivis?etat=REPONDUS&q=goff&format=csv");

        assertThat(repondus)
                .startsWith(
                        "Personne;Échéance;Dernier mois de travail;Employeur;Téléphone;Réponse;Date de la réponse",
                        "Le Goff Éloïse;À 3 mois;octobre 2021;Jardins Clairs;05 61 00 00 00;CDI;16/01/2022")
                .contains("Recherche : goff", "État : Répondus")
                .noneMatch(ligne -> ligne.contains("Employeur "));
        assertThat(moi.get("/suivis?format=xlsx")).hasStatus(200);
        assertThat(moi.get("/suivis?format=pdf")).hasStatus(400);
    }

    private List<String> lines(String adresse) throws Exception {
        return moi.get(adresse)
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .replace('\u00a0', ' ')
                .lines()
                .toList();
    }

    @Test
    void nonsense_finds_nobody_and_a_social_security_number_is_kept_nowhere() throws Exception {
        long une = histoire.heuresDe(lot, "2021-10", "10");
        for (String q : List.of("%", "\\", "😀", "' or 1=1 --", "{x}", "a".repeat(5_000))) {
            assertThat(moi.page(URI.create("/suivis?q=" + UriUtils.encode(q, StandardCharsets.UTF_8)))
                            .select(".empty h2")
                            .text())
                    .as(q)
                    .isEqualTo("Rien ne correspond.");
        }
        assertThat(ids("/suivis?q=\u0000prenom\u0000")).hasSize(1);
        assertThat(lines("/suivis?q=1 85 05 78 006 084 91&format=csv"))
                .contains("Recherche : ••••••")
                .noneMatch(ligne -> ligne.contains("084"));
        for (String retour : List.of("q=1%2085%2005%2078%20006%20084%2091", "q=%zz", "q=%", "//ailleurs.example")) {
            MvcTestResult reponse = moi.post(
                    "/suivis",
                    "beneficiaire",
                    "" + une,
                    "cohorte",
                    "2021",
                    "jalon",
                    "3",
                    "situation",
                    "CDI",
                    "retour",
                    retour);
            assertThat(Connecte.redirection(reponse)).as(retour).isEqualTo("/suivis");
        }
    }

    private MvcTestResult answer(long personne, int cohorte, int jalon, String situation, String date, String avant) {
        return moi.post(
                "/suivis",
                "beneficiaire",
                "" + personne,
                "cohorte",
                "" + cohorte,
                "jalon",
                "" + jalon,
                "situation",
                situation,
                "date",
                date,
                "avant",
                avant);
    }

    private List<String> ids(String adresse) {
        return moi.page(adresse).select(".call").eachAttr("id");
    }

    private static String rate(Document page, int cohorte, int jalon) {
        int colonne = jalon == 3 ? 1 : jalon == 6 ? 2 : 3;
        return page.select(".records tbody tr").stream()
                .filter(tr -> tr.select("th").text().equals("" + cohorte))
                .findFirst()
                .orElseThrow()
                .select("td")
                .get(colonne)
                .text();
    }

    private List<String> stored(long personne) {
        return jdbc.sql("""
                        select cohorte || ' ' || jalon || ' ' || situation || ' ' || date_reponse from situation_suivi
                         where beneficiaire_id = ? order by cohorte, jalon""").param(personne).query(String.class).list();
    }
}
