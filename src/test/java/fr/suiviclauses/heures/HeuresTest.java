package fr.suiviclauses.heures;

import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The hours grid as a plain form: what it shows, what it saves, what it refuses, and what it says. */
@ApplicationTest
class HeuresTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HeuresService heures;

    @Autowired
    HeuresPageService pages;

    private Chantier chantier;
    private Connecte moi;
    private String adresse;

    @BeforeEach
    void open() {
        chantier = Chantier.open(jdbc, comptes);
        moi = Connecte.to(mvc, comptes, chantier.structure(), Role.FACILITATEUR);
        adresse = "/heures?annee=2021&marche=" + chantier.marche();
    }

    private String cell(long contrat, String mois) {
        return contrat + "_" + chantier.lot() + "_" + mois;
    }

    /** Types one cell on a freshly opened page. */
    private MvcTestResult type(long contrat, String mois, String texte, String... autres) {
        List<String> champs = new ArrayList<>(List.of(
                "h_" + cell(contrat, mois), texte, "o_" + contrat + "_" + chantier.lot(), opened(moi, contrat)));
        champs.addAll(List.of(autres));
        return moi.post(adresse, champs.toArray(String[]::new));
    }

    private String opened(Connecte qui, long contrat) {
        return qui.page(adresse)
                .select("input[name=o_" + contrat + "_" + chantier.lot() + "]")
                .attr("value");
    }

    private static String flash(Document page) {
        return page.select(".flash").text();
    }

    @Test
    void the_grid_has_a_row_for_each_contract_and_a_field_for_each_of_its_months() {
        long zoe = chantier.person("Lefèvre", LocalDate.of(2021, 3, 15), LocalDate.of(2021, 8, 31));
        chantier.person("Çelik");

        Document page = moi.page(adresse);

        assertThat(page.select("tbody th a").eachText()).containsExactly("Çelik Zoé", "Lefèvre Zoé");
        assertThat(page.select("input[name^=h_" + zoe + "_]").eachAttr("name"))
                .containsExactly(java.util.stream.IntStream.rangeClosed(3, 8)
                        .mapToObj(m -> "h_" + cell(zoe, "2021-0" + m))
                        .toArray(String[]::new));
        assertThat(page.select("tr[data-rang=" + zoe + "_" + chantier.lot() + "] td.outside"))
                .hasSize(6);
        assertThat(page.select(".gauge-head").text()).contains("Objectif du lot", "1\u202f000");
        assertThat(page.select("thead th[scope=col]")).hasSize(14);
    }

    @Test
    void many_objectives_are_folded_so_that_the_grid_is_not_far_below() {
        long personne = chantier.personOf(chantier.person("Lefèvre"));
        String marche = "/heures?annee=2021&marche="
                + jdbc.sql("select marche_id from lot where id = ?")
                        .param(chantier.lot())
                        .query(Long.class)
                        .single();
        for (int n = 2; n <= 7; n++) {
            assertThat(moi.page(marche).select(".gauges .gauge-line")).hasSize(n - 1);
            assertThat(moi.page(marche).select(".gauges details")).isEmpty();
            long lot = chantier.insert("lot (structure_id, marche_id, numero, famille_id) select :s, marche_id, '" + n
                    + "', famille_id from lot where id = " + chantier.lot());
            chantier.contract(personne, lot, LocalDate.of(2021, 1, n), null);
        }
        Document page = moi.page(marche);
        assertThat(page.select(".gauges details:not([open]) summary").text()).isEqualTo("Objectifs des 7 lots");
        assertThat(page.select(".gauges details .gauge-line")).hasSize(7);
    }

    /** A reprise says no lot but by hours: who had some goes on, while her contract and the marché do. */
    @Test
    void an_open_contract_known_by_its_hours_has_its_row_in_the_years_and_months_after() {
        long zoe = chantier.person("Lefèvre");
        long parti = chantier.person("Parti", LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31));
        for (long contrat : List.of(zoe, parti)) redirection(type(contrat, "2021-03", "100"));
        jdbc.sql("delete from affectation where structure_id = ?")
                .param(chantier.structure())
                .update();

        String suivante = adresse.replace("2021", "2022");
        assertThat(moi.page(suivante).select("tbody th a").eachText()).containsExactly("Lefèvre Zoé");
        assertThat(moi.page("/heures/mois?mois=2021-09&marche=" + chantier.marche())
                        .select("tbody th a")
                        .eachText())
                .containsExactly("Lefèvre Zoé", "Parti Zoé");
        jdbc.sql("update marche set date_fin = '2021-12-31' where id = ?")
                .param(chantier.marche())
                .update();
        assertThat(moi.page(suivante).select("tbody th a")).isEmpty();
    }

    @Test
    void a_reason_given_stays_when_the_hours_go_down() {
        long zoe = chantier.person("Lefèvre");
        redirection(type(zoe, "2021-03", "230", "j_" + chantier.personOf(zoe) + "_2021-03", "Chantier de nuit"));
        redirection(type(zoe, "2021-03", "220"));

        assertThat(chantier.hours()).containsExactly("2021-03 220.00 VALIDEE");
        assertThat(jdbc.sql("select justification from releve_heures where structure_id = ?")
                        .param(chantier.structure())
                        .query(String.class)
                        .single())
                .isEqualTo("Chantier de nuit");
    }

    @Test
    void what_is_typed_is_saved_validated_and_added_up() {
        long zoe = chantier.person("Lefèvre");
        MvcTestResult reponse = moi.post(
                adresse,
                "h_" + cell(zoe, "2021-03"),
                "120,5",
                "h_" + cell(zoe, "2021-04"),
                "7h30",
                "h_" + cell(zoe, "2021-05"),
                "0");

        assertThat(redirection(reponse)).isEqualTo(adresse);
        assertThat(chantier.hours()).containsExactly("2021-03 120.50 VALIDEE", "2021-04 7.50 VALIDEE");
        assertThat(chantier.count("mois_sans_heure")).isEqualTo(1);
        Document page = moi.page(adresse);
        assertThat(page.select("input[name=h_" + cell(zoe, "2021-03") + "]").attr("value"))
                .isEqualTo("120,5");
        assertThat(page.select("input[name=h_" + cell(zoe, "2021-05") + "]").attr("value"))
                .isEqualTo("0");
        assertThat(page.select("[data-role=total]").text()).isEqualTo("128");
        assertThat(page.select("[data-role=general]").text()).isEqualTo("128");
        assertThat(page.select(".gauge-done").text()).isEqualTo("128 h faites, 13\u202f%");
    }

    @Test
    void a_cell_goes_from_hours_to_none_to_empty_and_back() {
        long zoe = chantier.person("Lefèvre");
        redirection(type(zoe, "2021-03", "100"));
        redirection(type(zoe, "2021-03", "0"));
        assertThat(chantier.hours()).isEmpty();
        assertThat(chantier.count("mois_sans_heure")).isEqualTo(1);
        redirection(type(zoe, "2021-03", "90"));
        assertThat(chantier.hours()).containsExactly("2021-03 90.00 VALIDEE");
        assertThat(chantier.count("mois_sans_heure")).isZero();
        redirection(type(zoe, "2021-03", " "));
        assertThat(chantier.hours()).isEmpty();
    }

    @Test
    void one_refused_cell_stops_all_keeps_what_was_typed_and_says_why_beside_it() {
        long zoe = chantier.person("Lefèvre");
        MvcTestResult reponse =
                moi.post(adresse, "h_" + cell(zoe, "2021-03"), "120,5", "h_" + cell(zoe, "2021-04"), "1.234");

        assertThat(reponse).hasStatus(422);
        assertThat(chantier.hours()).isEmpty();
        Document page = html(reponse);
        assertThat(page.select("input[name=h_" + cell(zoe, "2021-03") + "]").attr("value"))
                .isEqualTo("120,5");
        var champ = page.select("input[name=h_" + cell(zoe, "2021-04") + "]");
        assertThat(champ.attr("value")).isEqualTo("1.234");
        assertThat(champ.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#" + champ.attr("aria-describedby")).text())
                .startsWith("Lefèvre Zoé, avril 2021")
                .contains("ambigu");
    }

    @Test
    void a_month_out_of_the_contract_or_to_come_is_refused() {
        long zoe = chantier.person("Lefèvre", LocalDate.of(2021, 3, 15), LocalDate.of(2021, 8, 31));
        long lea = chantier.person("Martin");
        assertThat(html(type(zoe, "2021-02", "10")).text()).contains("Le contrat ne commence qu’en mars 2021.");
        assertThat(html(type(zoe, "2021-09", "10")).text()).contains("Le contrat a pris fin en août 2021.");
        assertThat(html(type(lea, "2022-02", "10")).text()).contains("Rien n’est enregistré");
        assertThat(chantier.hours()).isEmpty();
        redirection(type(zoe, "2021-03", "10"));
        redirection(type(zoe, "2021-08", "10"));
    }

    @Test
    void hours_out_of_eligibility_are_kept_and_do_not_count() {
        long zoe = chantier.person("Lefèvre");
        jdbc.sql("update entree set debut = '2021-06-10' where structure_id = ?")
                .param(chantier.structure())
                .update();

        redirection(type(zoe, "2021-05", "100"));
        redirection(type(zoe, "2021-06", "50"));

        Document page = moi.page(adresse);
        assertThat(page.select("input[name=h_" + cell(zoe, "2021-05") + "] + .mark")
                        .text())
                .isEqualTo("hors éligibilité");
        assertThat(page.select(".gauge-done").text()).startsWith("50");
        assertThat(page.text()).contains("100 h hors de la période d’éligibilité");
    }

    /** Scenario 3 of the domain: 130 h (ETTI) and 95 h (CDD) the same month make 225. */
    @Test
    void two_contracts_plausible_alone_need_a_reason_together() {
        long etti = chantier.person("Müller");
        long cdd = chantier.contract(chantier.personOf(etti), chantier.lot(), LocalDate.of(2021, 1, 1), null);
        redirection(type(etti, "2021-06", "130"));

        MvcTestResult refus = type(cdd, "2021-06", "95");

        assertThat(refus).hasStatus(422);
        assertThat(html(refus).select(".remarks").text()).contains("225 h", "212,6", "Indiquez une justification");
        String champ = html(refus).select("input[name^=j_]").attr("name");
        assertThat(chantier.hours()).hasSize(1);
        redirection(type(cdd, "2021-06", "95", champ, "Deux missions, semaines de nuit"));
        assertThat(chantier.hours()).hasSize(2);
        assertThat(jdbc.sql("select justification from releve_heures where structure_id = ? and contrat_id = ?")
                        .params(chantier.structure(), cdd)
                        .query(String.class)
                        .single())
                .isEqualTo("Deux missions, semaines de nuit");
    }

    /** What an import wrote, or somebody saved, is marked as the page opens, and the reason can be read out. */
    @Test
    void a_stored_month_above_the_thresholds_over_all_contracts_says_so_in_its_cell() {
        long etti = chantier.person("Müller");
        long cdd = chantier.contract(chantier.personOf(etti), chantier.lot(), LocalDate.of(2021, 1, 1), null);
        String motif = "j_" + chantier.personOf(etti) + "_2021-06";
        redirection(type(etti, "2021-06", "130"));
        redirection(type(cdd, "2021-06", "95", motif, "Deux missions"));
        redirection(type(etti, "2021-07", "100"));
        redirection(type(cdd, "2021-07", "51,68"));
        redirection(type(etti, "2021-08", "100"));
        redirection(type(cdd, "2021-08", "51,67"));

        Document page = moi.page(adresse);

        for (long contrat : new long[] {etti, cdd}) {
            var juin = page.select("input[name=h_" + cell(contrat, "2021-06") + "]");
            assertThat(juin.parents().get(0).className()).isEqualTo("cell-over");
            assertThat(page.select("#" + juin.attr("aria-describedby")).text())
                    .startsWith("> 212,6 h. 225 h ce mois-ci sur l’ensemble de ses contrats");
            var juillet = page.select("input[name=h_" + cell(contrat, "2021-07") + "]");
            assertThat(juillet.parents().get(0).className()).isEqualTo("cell-full");
            assertThat(page.select("#" + juillet.attr("aria-describedby")).text())
                    .contains("151,68 h ce mois-ci", "au-delà de 151,67 h");
            assertThat(page.select("input[name=h_" + cell(contrat, "2021-08") + "] + .mark"))
                    .as("a full month is nothing to say")
                    .isEmpty();
        }
        assertThat(page.select("#x_" + cell(cdd, "2021-06")).text()).contains("Justification : Deux missions");
        chantier.close(2021);
        assertThat(moi.page(adresse).select("td.shut .mark").text())
                .contains("225 h ce mois-ci", "151,68 h ce mois-ci");
    }

    @Test
    void both_contracts_typed_at_once_ask_for_one_reason() {
        long etti = chantier.person("Müller");
        long cdd = chantier.contract(chantier.personOf(etti), chantier.lot(), LocalDate.of(2021, 1, 1), null);
        MvcTestResult refus = moi.post(adresse, "h_" + cell(etti, "2021-06"), "130", "h_" + cell(cdd, "2021-06"), "95");
        assertThat(refus).hasStatus(422);
        assertThat(html(refus).select("input[name^=j_]")).hasSize(1);
        assertThat(moi.post(adresse, "h_" + cell(etti, "2021-06"), "400", "h_" + cell(cdd, "2021-06"), "345"))
                .hasStatus(422);
    }

    @Test
    void a_reason_that_holds_a_social_security_number_is_refused_without_echo_in_the_sentence() {
        long zoe = chantier.person("Lefèvre");
        String champ = "j_" + chantier.personOf(zoe) + "_2021-06";
        MvcTestResult refus = type(zoe, "2021-06", "220", champ, "1 85 05 78 006 084 91");
        assertThat(refus).hasStatus(422);
        assertThat(chantier.hours()).isEmpty();
        assertThat(type(zoe, "2021-06", "220", champ, "a\u0000b")).hasStatus(422);
        assertThat(type(zoe, "2021-06", "220", champ, "é".repeat(501))).hasStatus(422);
    }

    @Test
    void a_form_sent_twice_saves_once() {
        long zoe = chantier.person("Lefèvre");
        String[] envoi = {"h_" + cell(zoe, "2021-03"), "120,5", "h_" + cell(zoe, "2021-04"), "0"};
        redirection(moi.post(adresse, envoi));
        assertThat(redirection(moi.post(adresse, envoi))).isEqualTo(adresse);
        assertThat(chantier.hours()).containsExactly("2021-03 120.50 VALIDEE");
        assertThat(chantier.count("journal")).isZero();
    }

    @Test
    void the_second_of_two_people_is_told_who_changed_what_keeps_her_input_and_chooses() {
        long zoe = chantier.person("Lefèvre");
        redirection(type(zoe, "2021-06", "90"));
        String ouverte = opened(moi, zoe);
        Connecte autre = Connecte.to(mvc, comptes, chantier.structure(), Role.FACILITATEUR);
        redirection(autre.post(adresse, "h_" + cell(zoe, "2021-06"), "98", "o_" + zoe + "_" + chantier.lot(), ouverte));

        MvcTestResult conflit =
                moi.post(adresse, "h_" + cell(zoe, "2021-06"), "104,5", "o_" + zoe + "_" + chantier.lot(), ouverte);

        assertThat(conflit).hasStatus(409);
        Document page = html(conflit);
        assertThat(page.select("input[name=h_" + cell(zoe, "2021-06") + "]").attr("value"))
                .isEqualTo("104,5");
        assertThat(page.select(".remarks").text()).contains("Camille Roux a enregistré 98 h à la place de 90 le ");
        String presente =
                page.select("input[name=o_" + zoe + "_" + chantier.lot() + "]").attr("value");
        String[] encore = {
            "h_" + cell(zoe, "2021-06"),
            "104,5",
            "o_" + zoe + "_" + chantier.lot(),
            presente,
            "conflit",
            page.select("input[name=conflit]").attr("value")
        };
        assertThat(moi.post(adresse, encore)).as("no choice yet").hasStatus(409);
        assertThat(chantier.hours()).containsExactly("2021-06 98.00 VALIDEE");
        redirection(moi.post(adresse, with(encore, "k_" + cell(zoe, "2021-06"), "autre")));
        assertThat(chantier.hours()).containsExactly("2021-06 98.00 VALIDEE");
        redirection(moi.post(adresse, with(encore, "k_" + cell(zoe, "2021-06"), "mien")));
        assertThat(chantier.hours()).containsExactly("2021-06 104.50 VALIDEE");
    }

    private static String[] with(String[] champs, String... autres) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(champs), java.util.Arrays.stream(autres))
                .toArray(String[]::new);
    }

    @Test
    void a_cell_that_someone_emptied_or_filled_first_is_a_conflict_too() {
        long zoe = chantier.person("Lefèvre");
        redirection(type(zoe, "2021-06", "90"));
        String ouverte = opened(moi, zoe);
        redirection(type(zoe, "2021-06", ""));
        MvcTestResult conflit =
                moi.post(adresse, "h_" + cell(zoe, "2021-06"), "95", "o_" + zoe + "_" + chantier.lot(), ouverte);
        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".remarks").text())
                .contains("Camille Roux a vidé cette case à la place de 90 le ");
        redirection(type(zoe, "2021-07", "50"));
        assertThat(moi.post(adresse, "h_" + cell(zoe, "2021-07"), "60")).hasStatus(409);
    }

    @Test
    void a_closed_year_is_read_and_not_changed() {
        long zoe = chantier.person("Lefèvre");
        redirection(type(zoe, "2021-06", "90"));
        chantier.close(2021);
        Document page = moi.page(adresse);
        assertThat(flash(page)).contains("Cette année est arrêtée");
        assertThat(page.select("input[name^=h_]")).isEmpty();
        assertThat(page.select("td.shut").text()).contains("90");
        MvcTestResult refus = type(zoe, "2021-06", "95");
        assertThat(refus).hasStatus(422);
        assertThat(html(refus).text()).contains("L’année 2021 est arrêtée");
        assertThat(chantier.hours()).containsExactly("2021-06 90.00 VALIDEE");
    }

    @Test
    void what_is_of_another_structure_does_not_exist() {
        Chantier ailleurs = Chantier.open(jdbc, comptes);
        long autre = ailleurs.person("Ailleurs");
        assertThat(moi.get("/heures?annee=2021&marche=" + ailleurs.marche())).hasStatus(404);
        assertThat(moi.get("/heures?annee=2021&entreprise=" + ailleurs.entreprise()))
                .hasStatus(404);
        assertThat(moi.post(adresse, "h_" + autre + "_" + ailleurs.lot() + "_2021-03", "10"))
                .hasStatus(404);
        assertThat(moi.post("/heures/verification", "h_" + autre + "_" + ailleurs.lot() + "_2021-03", "10"))
                .hasStatus(404);
        assertThat(ailleurs.hours()).isEmpty();
    }

    @Test
    void hours_declared_are_validated_or_rejected_with_a_reason() {
        long zoe = chantier.person("Lefèvre");
        long lea = chantier.person("Martin");
        redirection(moi.post(
                adresse, "comme", "DECLAREE", "h_" + cell(zoe, "2021-03"), "120", "h_" + cell(lea, "2021-03"), "80"));
        assertThat(moi.page(adresse).select(".chip").eachText()).contains("À valider (2)");
        String validation = "/heures/validation?annee=2021&marche=" + chantier.marche();
        List<String> choix = moi.page(validation).select("input[name=choix]").eachAttr("value");
        assertThat(choix).hasSize(2);

        MvcTestResult sansMotif = moi.post(validation, "choix", choix.get(0), "decision", "REJETEE");
        assertThat(sansMotif).hasStatus(422);
        assertThat(Connecte.error(sansMotif, "motif")).isEqualTo("Dites pourquoi ces heures sont rejetées.");
        MvcTestResult parErreur =
                moi.post(validation, "choix", choix.get(0), "decision", "VALIDEE", "motif", "Illisible");
        assertThat(Connecte.error(parErreur, "motif")).contains("rejetez la sélection, ou effacez-le");
        redirection(moi.post(validation, "choix", choix.get(0), "decision", "REJETEE", "motif", "Feuille illisible"));
        redirection(moi.post(validation, "choix", choix.get(1), "decision", "VALIDEE"));
        assertThat(moi.post(validation, "choix", choix.get(1), "decision", "REJETEE", "motif", "x"))
                .as("changed meanwhile")
                .hasStatus(302);
        assertThat(chantier.hours()).containsExactlyInAnyOrder("2021-03 120.00 REJETEE", "2021-03 80.00 VALIDEE");
        Document page = moi.page(adresse);
        assertThat(page.select("[data-role=general]").text()).isEqualTo("80");
        assertThat(page.text()).contains("120 h rejetées");
        assertThat(page.select("#x_" + cell(zoe, "2021-03")).text()).isEqualTo("rejetée. Motif : Feuille illisible");
        assertThat(page.select("#x_" + cell(zoe, "2021-03")).attr("title")).isEqualTo("Motif\u00a0: Feuille illisible");
        assertThat(page.select("input[name=h_" + cell(zoe, "2021-03") + "]").attr("aria-describedby"))
                .isEqualTo("x_" + cell(zoe, "2021-03"));
        chantier.close(2021);
        assertThat(moi.page(adresse).select("td.shut .mark").text()).contains("Motif : Feuille illisible");
    }

    @Test
    void the_month_view_shows_those_of_last_month_with_their_hours_beside() {
        long zoe = chantier.person("Lefèvre");
        redirection(type(zoe, "2021-11", "140"));
        String mois = "/heures/mois?mois=2021-12&marche=" + chantier.marche();
        Document page = moi.page(mois);
        assertThat(page.select("h1").text()).isEqualTo("Heures de décembre 2021");
        assertThat(page.select("td.before").text()).isEqualTo("140");
        assertThat(page.select("input[name^=h_]").eachAttr("name")).containsExactly("h_" + cell(zoe, "2021-12"));
        redirection(moi.post(mois, "h_" + cell(zoe, "2021-12"), "133"));
        assertThat(chantier.hours()).hasSize(2);
    }

    /** The session's own statements, and the one that signs the transaction, apart. */
    @Test
    void forty_people_open_in_four_statements_and_are_saved_in_three() {
        List<Long> contrats = new ArrayList<>();
        for (int i = 0; i < 40; i++) contrats.add(chantier.person("Personne " + i));
        FiltreHeures filtre = FiltreHeures.annee(
                Map.of("annee", "2021", "marche", Long.toString(chantier.marche())), LocalDate.of(2022, 1, 17));
        assertThat(RequetesComptees.during(() -> pages.page(filtre, HeuresForm.vide(null), moi.moi())))
                .isLessThanOrEqualTo(4);
        Map<String, String> champs = new HashMap<>();
        for (long contrat : contrats) {
            for (int m = 1; m <= 12; m++) champs.put("h_" + cell(contrat, "2021-%02d".formatted(m)), "100");
        }
        assertThat(RequetesComptees.during(() -> heures.save(HeuresForm.read(champs), moi.moi())))
                .isLessThanOrEqualTo(3);
        assertThat(chantier.hours()).hasSize(480);
        assertThat(RequetesComptees.during(() -> pages.page(filtre, HeuresForm.vide(null), moi.moi())))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void the_year_is_a_file_too() throws Exception {
        long zoe = chantier.person("Lefèvre");
        redirection(type(zoe, "2021-03", "120,5"));
        MvcTestResult csv = moi.get(adresse + "&format=csv");
        assertThat(csv).hasStatusOk();
        assertThat(csv.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("Lefèvre Zoé;Maçons Réunis;", ";120,50;");
        assertThat(moi.get(adresse + "&format=xlsx")).hasStatusOk();
        assertThat(moi.get(adresse + "&format=pdf")).hasStatus(400);
    }

    /** A file that was cut would be added up as if it were whole. */
    @Test
    void rows_come_by_pages_and_a_file_and_the_totals_hold_all_of_them() throws Exception {
        List<Long> contrats = new ArrayList<>();
        for (int i = 0; i < 2 * HeuresLecture.LIGNES_MAX + 12; i++)
            contrats.add(chantier.person("Personne %03d".formatted(i)));
        redirection(type(contrats.get(0), "2021-03", "100", "comme", "DECLAREE"));
        redirection(type(contrats.get(411), "2021-03", "20,5"));

        Document premiere = moi.page(adresse);
        assertThat(premiere.select("#tranche").text())
                .startsWith("Lignes 1 à 200 sur 412.")
                .contains("412 lignes");
        assertThat(premiere.select("tbody th a").eachText()).hasSize(200).endsWith("Personne 199 Zoé");
        assertThat(premiere.select(".pager button[name=vers]").eachAttr("value"))
                .containsExactly("2", "2");
        assertThat(premiere.select("tfoot th").text()).isEqualTo("Total des 412 lignes");
        assertThat(premiere.select("[data-role=general]").text()).isEqualTo("121");
        assertThat(premiere.select("[data-mois=m2021-03]").text()).isEqualTo("121");
        assertThat(premiere.select(".gauge-done").text()).startsWith("21 h faites");

        Document derniere = moi.page(adresse + "&page=3");
        assertThat(derniere.select("#tranche").text()).startsWith("Lignes 401 à 412 sur 412.");
        assertThat(derniere.select("tbody th a")).hasSize(12);
        assertThat(derniere.select(".pager button[name=vers]").eachAttr("value"))
                .containsExactly("2");
        assertThat(derniere.select("[data-role=general]").text()).isEqualTo("121");
        assertThat(derniere.select(".chip").eachText()).contains("À valider (1)");
        assertThat(derniere.text()).contains("100 h déclarées, à valider");
        assertThat(moi.page(adresse + "&page=99").select("#heures").attr("action"))
                .as("beyond the last, the last")
                .isEqualTo(adresse + "&page=3");

        String mois = "/heures/mois?mois=2021-12&marche=" + chantier.marche();
        assertThat(moi.page(mois + "&page=2").select("#tranche").text()).startsWith("Lignes 201 à 400 sur 412.");
        assertThat(redirection(moi.post(adresse + "&page=3", "h_" + cell(contrats.get(410), "2021-03"), "1")))
                .isEqualTo(adresse + "&page=3");
        assertThat(moi.get(adresse + "&page=2&format=csv")
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .filter(ligne -> ligne.startsWith("Personne ")))
                .hasSize(412);
        FiltreHeures filtre = FiltreHeures.annee(
                Map.of("annee", "2021", "marche", Long.toString(chantier.marche()), "page", "2"),
                LocalDate.of(2022, 1, 17));
        assertThat(RequetesComptees.during(() -> pages.page(filtre, HeuresForm.vide(null), moi.moi())))
                .isLessThanOrEqualTo(4);
    }

    /** Without a script what was typed is nowhere but in the form. */
    @Test
    void a_page_is_left_once_what_was_typed_on_it_is_saved() {
        List<Long> contrats = new ArrayList<>();
        for (int i = 0; i < HeuresLecture.LIGNES_MAX + 3; i++)
            contrats.add(chantier.person("Personne %03d".formatted(i)));
        String case_ = "h_" + cell(contrats.get(0), "2021-03");

        var refus = moi.post(adresse, case_, "1.234", "vers", "2");
        assertThat(refus).hasStatus(422);
        assertThat(html(refus).select("#refus").text())
                .contains("toujours sur la même page", "Une case est à corriger");
        assertThat(html(refus).select("[name=" + case_ + "]").val()).isEqualTo("1.234");
        assertThat(html(refus).select("#tranche").text()).startsWith("Lignes 1 à 200");

        var suite = moi.post(adresse, case_, "12,5", "vers", "2");
        assertThat(redirection(suite)).isEqualTo(adresse + "&page=2");
        assertThat(suite.getMvcResult().getFlashMap().get("succes")).isEqualTo("Une case est enregistrée.");
        assertThat(chantier.hours()).containsExactly("2021-03 12.50 VALIDEE");

        var retour = moi.post(adresse + "&page=2", "vers", "1");
        assertThat(redirection(retour)).isEqualTo(adresse);
        assertThat(retour.getMvcResult().getFlashMap().containsKey("succes"))
                .as("nothing to say")
                .isFalse();
        for (String faux : List.of("0", "-1", "x", "99999999999999999999", "2\r\nSet-Cookie: a=b"))
            assertThat(moi.post(adresse, case_, "20", "vers", faux)).as(faux).hasStatus(400);
        assertThat(chantier.hours()).containsExactly("2021-03 12.50 VALIDEE");
        assertThat(redirection(moi.post(adresse, "vers", "9999999"))).isEqualTo(adresse + "&page=9999999");
        assertThat(moi.page(adresse + "&page=9999999").select("#tranche").text())
                .startsWith("Lignes 201 à 203");
    }

    @Test
    void without_a_filter_the_own_marche_opens_and_another_is_found() {
        assertThat(redirection(moi.get("/heures"))).isEqualTo("/heures/choix?annee=2021");
        chantier.person("Lefèvre");
        assertThat(redirection(moi.get("/heures"))).isEqualTo(adresse);
        Document choix = moi.page("/heures/choix?annee=2021&q=riviere");
        assertThat(choix.select("#choix a").attr("href")).isEqualTo(adresse);
        assertThat(moi.page("/heures/choix?q=macons").select("#choix a").text()).isEqualTo("Maçons Réunis");
    }
}
