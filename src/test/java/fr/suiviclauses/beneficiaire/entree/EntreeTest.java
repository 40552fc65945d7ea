package fr.suiviclauses.beneficiaire.entree;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.filled;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static fr.suiviclauses.Connecte.told;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Entries and the windows that they open. The day is 17 January 2022. */
@ApplicationTest
class EntreeTest {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;
    private String fiche = "";

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Entries", null), Role.FACILITATEUR);
        fiche = redirection(moi.post(
                        "/beneficiaires/nouveau",
                        "nom",
                        "Dupond",
                        "prenom",
                        "Benoîte",
                        "naissance",
                        "15/01/1990",
                        "sexe",
                        "F"))
                .replace("/entrees/nouvelle", "");
    }

    private void enter(String debut) {
        redirection(moi.post(fiche + "/entrees/nouvelle", "debut", debut, "criteres", "DELD"));
    }

    /** The address of the entry of a date. */
    private String entry(String debut) {
        return fiche + "/entrees/"
                + jdbc.sql("select id from entree where structure_id = ? and debut = ?")
                        .params(moi.structure(), LocalDate.parse(debut, JOUR))
                        .query(Long.class)
                        .single();
    }

    private Map<LocalDate, LocalDate> windows() {
        Map<LocalDate, LocalDate> fenetres = new TreeMap<>();
        jdbc.sql("select debut, fin from entree where structure_id = ?")
                .param(moi.structure())
                .query(ligne -> {
                    fenetres.put(ligne.getObject("debut", LocalDate.class), ligne.getObject("fin", LocalDate.class));
                });
        return fenetres;
    }

    private void move(String adresse, String debut) {
        String version =
                moi.page(adresse + "/modifier").select("[name=version]").val();
        redirection(moi.post(adresse + "/modifier", "debut", debut, "criteres", "DELD", "version", version));
    }

    @Test
    void an_entry_opens_a_window_of_24_months_shown_with_the_days_left() {
        enter("15/01/2021");

        assertThat(windows()).containsExactly(Map.entry(LocalDate.of(2021, 1, 15), LocalDate.of(2023, 1, 14)));
        assertThat(moi.page(fiche).select("h1 .state").text())
                .isEqualTo("Éligible jusqu’au 14/01/2023, encore 362 jours");
    }

    @Test
    void all_that_is_typed_of_an_entry_is_kept_shown_and_opened_again() {
        redirection(moi.post(
                fiche + "/entrees/nouvelle",
                "debut",
                "15/01/2021",
                "criteres",
                "DELD",
                "criteres",
                "TH",
                "justificatifs[TH]",
                "RQTH",
                "verifications[TH]",
                "12/01/2021",
                "diplome",
                "CAP_BEP",
                "communeInsee",
                "31555",
                "metropole",
                "OUI",
                "qpv",
                "OUI",
                "qpvCode",
                "qp031001",
                "qpvMode",
                "MANUEL",
                "prescripteur",
                "Mission locale"));

        String entree = moi.page(fiche).select(".entries > li").text();
        assertThat(entree)
                .contains("Demandeurs d’emploi de longue durée")
                .contains("Demandeurs d’emploi travailleurs handicapés RQTH, vérifié le 12/01/2021")
                .contains("Diplôme : CAP, BEP")
                .contains("Commune 31555, dans la métropole")
                .contains("En QPV (QP031001)")
                .contains("Prescripteur : Mission locale");
        var page = moi.page(entry("15/01/2021") + "/modifier");
        assertThat(page.select("[name=criteres][checked]").eachAttr("value")).containsExactly("DELD", "TH");
        assertThat(page.select("#justificatif-TH").val()).isEqualTo("RQTH");
        assertThat(page.select("#verification-TH").val()).isEqualTo("12/01/2021");
        assertThat(page.select("#qpvGeneration option[selected]").val()).isEqualTo("G2015");
        assertThat(page.select("#metropole option[selected]").val()).isEqualTo("OUI");
    }

    @Test
    void a_second_entry_cuts_the_first_and_removing_it_gives_the_days_back() {
        enter("15/01/2020");
        enter("01/06/2021");
        assertThat(windows())
                .containsExactly(
                        Map.entry(LocalDate.of(2020, 1, 15), LocalDate.of(2021, 5, 31)),
                        Map.entry(LocalDate.of(2021, 6, 1), LocalDate.of(2023, 5, 31)));

        redirection(moi.post(entry("01/06/2021") + "/suppression"));

        assertThat(windows()).containsExactly(Map.entry(LocalDate.of(2020, 1, 15), LocalDate.of(2022, 1, 14)));
    }

    @Test
    void a_moved_entry_takes_its_window_and_those_of_its_neighbours_along() {
        enter("15/01/2018");
        enter("01/06/2019");
        enter("01/06/2020");

        move(entry("15/01/2018"), "01/01/2020");

        assertThat(windows())
                .containsExactly(
                        Map.entry(LocalDate.of(2019, 6, 1), LocalDate.of(2019, 12, 31)),
                        Map.entry(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 5, 31)),
                        Map.entry(LocalDate.of(2020, 6, 1), LocalDate.of(2022, 5, 31)));
    }

    @Test
    void the_length_is_the_one_in_force_on_the_day_of_the_entry() {
        jdbc.sql(
                        "insert into parametre_eligibilite (structure_id, date_effet, mois) values (?, date '2021-01-01', 12), (?, date '2021-07-01', 36)")
                .params(moi.structure(), moi.structure())
                .update();
        enter("31/12/2018");
        enter("01/01/2021");
        enter("01/01/2022");

        assertThat(windows().values())
                .containsExactly(LocalDate.of(2020, 12, 30), LocalDate.of(2021, 12, 31), LocalDate.of(2024, 12, 31));
    }

    /** Whatever is entered, moved, prolonged and removed: windows are disjoint, and each ends by the rule. */
    @Test
    void windows_end_by_the_rule_after_any_changes() {
        for (int graine = 0; graine < 6; graine++) {
            Random hasard = new Random(graine);
            Map<LocalDate, LocalDate> prolongees = new TreeMap<>();
            TreeMap<LocalDate, LocalDate> attendu = new TreeMap<>();
            jdbc.sql("delete from prolongation where structure_id = ?")
                    .param(moi.structure())
                    .update();
            jdbc.sql("delete from entree where structure_id = ?")
                    .param(moi.structure())
                    .update();
            for (int pas = 0; pas < 12; pas++) {
                LocalDate jour = LocalDate.of(2010, 1, 1).plusDays(hasard.nextInt(4000));
                List<LocalDate> debuts = List.copyOf(attendu.keySet());
                int quoi = debuts.isEmpty() ? 0 : hasard.nextInt(5);
                LocalDate une = debuts.isEmpty() ? jour : debuts.get(hasard.nextInt(debuts.size()));
                if (quoi <= 1 && !attendu.containsKey(jour)) {
                    enter(JOUR.format(jour));
                    attendu.put(jour, jour);
                } else if (quoi == 2 && !attendu.containsKey(jour)) {
                    move(entry(JOUR.format(une)), JOUR.format(jour));
                    attendu.remove(une);
                    attendu.put(jour, jour);
                    LocalDate prolongee = prolongees.remove(une);
                    if (prolongee != null) prolongees.put(jour, prolongee);
                } else if (quoi == 3) {
                    redirection(moi.post(entry(JOUR.format(une)) + "/suppression"));
                    attendu.remove(une);
                    prolongees.remove(une);
                } else if (quoi == 4) {
                    LocalDate fin = attendu.getOrDefault(une, une).plusDays(hasard.nextInt(200) + 1);
                    var reponse = moi.post(
                            entry(JOUR.format(une)) + "/prolongation",
                            "fin",
                            JOUR.format(fin),
                            "motif",
                            "Arrêt maladie");
                    LocalDate suivante = attendu.higherKey(une);
                    boolean possible = suivante == null || fin.isBefore(suivante);
                    assertThat(reponse).hasStatus(possible ? 302 : 422);
                    if (possible) prolongees.merge(une, fin, (a, b) -> a.isAfter(b) ? a : b);
                }
                for (LocalDate debut : List.copyOf(attendu.keySet())) {
                    LocalDate fin = debut.plusMonths(24).minusDays(1);
                    LocalDate prolongee = prolongees.get(debut);
                    if (prolongee != null && prolongee.isAfter(fin)) fin = prolongee;
                    LocalDate suivante = attendu.higherKey(debut);
                    attendu.put(debut, suivante != null && !fin.isBefore(suivante) ? suivante.minusDays(1) : fin);
                }
                assertThat(windows()).as("seed %d step %d", graine, pas).isEqualTo(attendu);
            }
        }
    }

    @Test
    void a_prolongation_has_an_end_a_reason_and_an_author_and_can_be_taken_back() {
        enter("15/01/2020");
        String entree = entry("15/01/2020");
        assertThat(error(moi.post(entree + "/prolongation", "fin", "31/03/2022", "motif", ""), "motif"))
                .isEqualTo("Ce champ est obligatoire.");
        assertThat(error(moi.post(entree + "/prolongation", "fin", "14/01/2022", "motif", "x"), "fin"))
                .isEqualTo("La fenêtre va déjà jusqu’au 14/01/2022.");

        redirection(moi.post(entree + "/prolongation", "fin", "31/03/2022", "motif", "Arrêt maladie"));

        var page = moi.page(fiche);
        assertThat(page.select("h1 .state").text()).startsWith("Éligible jusqu’au 31/03/2022");
        assertThat(page.select(".entries .lines").text())
                .contains("Prolongée jusqu’au 31/03/2022", "Arrêt maladie", "par Camille Roux");
        redirection(moi.post(page.select("form[action*=prolongations]").attr("action")));
        assertThat(windows().values()).containsExactly(LocalDate.of(2022, 1, 14));
    }

    @Test
    void a_bracket_in_the_name_of_a_field_is_refused_where_no_form_has_any() {
        enter("15/01/2020");

        assertThat(moi.post(entry("15/01/2020") + "/prolongation", "fin", "31/03/2022", "motif[99999999]", "x"))
                .hasStatus(400);
    }

    @Test
    void a_prolongation_never_reaches_the_next_entry() {
        enter("15/01/2018");
        enter("01/06/2020");

        assertThat(error(moi.post(entry("15/01/2018") + "/prolongation", "fin", "01/06/2020", "motif", "x"), "fin"))
                .isEqualTo("L’entrée suivante commence le 01/06/2020 : la fenêtre finit avant.");
    }

    @Test
    void two_entries_never_begin_the_same_day() {
        enter("15/01/2020");

        assertThat(error(moi.post(fiche + "/entrees/nouvelle", "debut", "15/01/2020", "criteres", "DELD"), "debut"))
                .isEqualTo("Cette personne a déjà une entrée à cette date.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "debut | 31/02/2021 | Cette date n’existe pas.",
                "debut | 01/01/1980 | L’entrée est avant la naissance.",
                "debut | 01/01/2030 | Cette date est à plus d’un an.",
                "criteres | AUCUN | Choisissez dans la liste.",
                "communeInsee | 315 | Un code INSEE a 5 caractères, par exemple 31555 pour Toulouse.",
                "metropole | PEUT-ETRE | Choisissez dans la liste.",
                "diplome | THESE | Choisissez dans la liste.",
                "qpvCode | QP031001 | Un code de quartier va avec « En QPV » : changez l’un ou l’autre.",
                "qpvEvalueLe | 01/01/2023 | Cette date est dans le futur.",
                "prescripteur | 1 85 12 31 555 012 12 | Ce texte ressemble à un numéro de sécurité sociale : il ne doit jamais être enregistré."
            })
    void what_makes_no_sense_is_refused_next_to_its_field(String champ, String valeur, String phrase) {
        String[] champs = champ.equals("debut")
                ? new String[] {"criteres", "DELD", champ, valeur}
                : champ.equals("criteres")
                        ? new String[] {"debut", "15/01/2021", champ, valeur}
                        : new String[] {"debut", "15/01/2021", "criteres", "DELD", "qpv", "NON", champ, valeur};
        var refus = moi.post(fiche + "/entrees/nouvelle", champs);

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, champ)).isEqualTo(phrase);
        assertThat(windows()).isEmpty();
    }

    @Test
    void a_proof_is_refused_next_to_its_criterion_and_at_least_one_is_asked() {
        var refus = moi.post(
                fiche + "/entrees/nouvelle",
                "debut",
                "15/01/2021",
                "criteres",
                "TH",
                "justificatifs[TH]",
                "185123155501212",
                "verifications[TH]",
                "demain");

        assertThat(html(refus).select("#justificatif-TH-erreur").text()).contains("numéro de sécurité sociale");
        assertThat(html(refus).select("#verification-TH-erreur").text()).startsWith("Date illisible");
        assertThat(html(refus).select("#criteres-TH[checked]")).hasSize(1);
        assertThat(error(moi.post(fiche + "/entrees/nouvelle", "debut", "15/01/2021"), "criteres"))
                .startsWith("Cochez au moins un critère");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "justificatifs[TH][a]",
                "justificatifs[TH].b",
                "justificatifs[",
                "verifications",
                "criteres[3]",
                "debut.x"
            })
    void a_field_that_no_form_has_is_nothing(String champ) {
        var reponse = moi.post(fiche + "/entrees/nouvelle", "debut", "15/01/2021", champ, "x");

        assertThat(reponse.getResponse().getStatus()).isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource({
        "31/12/2021, , G2015, true",
        "31/12/2021, , G2024, false",
        "31/12/2021, , '', true",
        "15/01/2021, 10/01/2022, G2024, false"
    })
    void the_map_of_districts_is_the_one_of_the_date(String debut, String evalue, String carte, boolean acceptee) {
        var reponse = moi.post(
                fiche + "/entrees/nouvelle",
                "debut",
                debut,
                "criteres",
                "DELD",
                "qpv",
                "NON",
                "qpvGeneration",
                carte,
                "qpvEvalueLe",
                evalue == null ? "" : evalue);

        assertThat(error(reponse, "qpvGeneration").isEmpty()).isEqualTo(acceptee);
    }

    @Test
    void a_criterion_at_odds_with_the_age_is_accepted_and_said() {
        redirection(moi.post(
                fiche + "/entrees/nouvelle",
                "debut",
                "15/01/2021",
                "criteres",
                "JEUNE_SANS_QUALIFICATION",
                "criteres",
                "SENIOR_50"));

        assertThat(moi.page(fiche).select(".entries .flash-warn").eachText())
                .hasSize(2)
                .allMatch(phrase -> phrase.contains("31 ans"));
    }

    @Test
    void whoever_changes_an_entry_second_is_told() {
        enter("15/01/2021");
        String entree = entry("15/01/2021");
        String ouverte = moi.page(entree + "/modifier").select("[name=version]").val();
        redirection(moi.post(
                entree + "/modifier", "debut", "15/01/2021", "criteres", "TH", "diplome", "BAC", "version", ouverte));

        var conflit = moi.post(
                entree + "/modifier", "debut", "15/01/2021", "criteres", "DELD", "diplome", "BAC2", "version", ouverte);

        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".conflict").text()).contains("par Camille Roux", "Diplôme : – → Bac ");
        assertThat(html(conflit).select("#diplome option[selected]").val()).isEqualTo("BAC2");
        String version = html(conflit).select("[name=version]").val();
        assertThat(redirection(
                        moi.post(entree + "/modifier", "debut", "15/01/2021", "criteres", "DELD", "version", version)))
                .isEqualTo(fiche);
    }

    @Test
    void whoever_changes_an_entry_second_is_told_of_every_field() {
        enter("15/01/2021");
        String entree = entry("15/01/2021") + "/modifier";
        Document ouverte = moi.page(entree);
        redirection(moi.post(
                entree,
                filled(
                        ouverte,
                        "debut",
                        "20/01/2021",
                        "criteres",
                        "DELD",
                        "criteres",
                        "TH",
                        "justificatifs[TH]",
                        "RQTH",
                        "verifications[TH]",
                        "18/01/2021",
                        "diplome",
                        "BAC",
                        "communeInsee",
                        "31555",
                        "metropole",
                        "OUI",
                        "qpv",
                        "OUI",
                        "qpvCode",
                        "QP031001",
                        "qpvGeneration",
                        "G2015",
                        "qpvMode",
                        "MANUEL",
                        "qpvEvalueLe",
                        "19/01/2021",
                        "prescripteur",
                        "Mission locale")));

        var conflit = moi.post(entree, filled(ouverte, "prescripteur", "Cap emploi"));

        assertThat(conflit).hasStatus(409);
        assertThat(told(conflit))
                .contains(
                        "Entrée : 15/01/2021 → 20/01/2021",
                        "Diplôme : – → Bac",
                        "Commune : – → 31555",
                        "Métropole : – → Dans la métropole",
                        "QPV : Non renseigné → En QPV",
                        "Code du quartier : – → QP031001",
                        "Carte des quartiers : – → Carte de 2015 (jusqu’au 31/12/2023)",
                        "Mode d’évaluation : – → À la main",
                        "Évalué le : – → 19/01/2021",
                        "Prescripteur : – → Mission locale",
                        "Critères : Demandeurs d’emploi de longue durée → Demandeurs d’emploi de longue durée ;"
                                + " Demandeurs d’emploi travailleurs handicapés (RQTH, vérifié le 18/01/2021)");
        redirection(moi.post(entree, filled(html(conflit))));
    }
}
