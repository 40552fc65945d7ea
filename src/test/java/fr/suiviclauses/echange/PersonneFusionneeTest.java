package fr.suiviclauses.echange;

import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two records of one person made one, taken apart again, and what an import then makes of either. In transactions as they
 * are, since a refusal must leave nothing.
 */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class PersonneFusionneeTest extends EssaiReprise {

    private static final String[] AUTRE = {
        "beneficiaire_ref=B2", "nom=Angel", "prenom=Zoe", "naissance=04/03/1998", "contrat_ref=C2"
    };

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    private Connecte moi;

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, structure, Role.FACILITATEUR);
    }

    /** Zoé Ângel, and her twin with what differs. */
    private static Fichier with(String... differences) {
        String[] tout = new String[AUTRE.length + differences.length];
        System.arraycopy(AUTRE, 0, tout, 0, AUTRE.length);
        System.arraycopy(differences, 0, tout, AUTRE.length, differences.length);
        return Fichier.of("heures=30").and(tout);
    }

    private static Fichier later() {
        return with(
                "entree=01/03/2021",
                "contrat_debut=01/03/2021",
                "mois=2021-04",
                "heures=12",
                "criteres=RSA_MINIMA_SOCIAUX",
                "qpv=NON");
    }

    private long person(String nom) {
        return jdbc.sql("select id from beneficiaire where structure_id = ? and nom = ?")
                .params(structure, nom)
                .query(Long.class)
                .single();
    }

    private long kept() {
        return person("Ângel");
    }

    private long absorbed() {
        return person("Angel");
    }

    private MvcTestResult merge(long garde, long absorbe) {
        return moi.post("/beneficiaires/" + garde + "/fusion", "avec", Long.toString(absorbe));
    }

    private MvcTestResult undo() {
        return moi.post(
                moi.page("/beneficiaires/" + kept())
                        .select("form[action*=annulation]")
                        .attr("action"),
                "retour",
                Long.toString(kept()));
    }

    private BigDecimal hours(long personne) {
        return jdbc.sql(
                        "select coalesce(sum(heures), 0) from heure_comptee where structure_id = ? and beneficiaire_id = ?")
                .params(structure, personne)
                .query(BigDecimal.class)
                .single();
    }

    private void followUp(long personne, int jalon, String situation, String date) {
        jdbc.sql("""
                        insert into situation_suivi (structure_id, beneficiaire_id, cohorte, jalon, situation, date_reponse)
                        values (?, ?, 2021, ?, ?, ?::date)""").params(structure, personne, jalon, situation, date).update();
    }

    /** All that a merge touches, but for versions and readings. */
    /** All but which change was the last, and whose. */
    private Map<String, List<String>> state() {
        Map<String, List<String>> etat = new TreeMap<>();
        for (String table : List.of(
                "beneficiaire",
                "entree",
                "entree_critere",
                "prolongation",
                "contrat_insertion",
                "releve_heures",
                "situation_suivi")) {
            etat.put(
                    table,
                    texts("select (to_jsonb(t) - 'version' - 'saisie_le' - 'saisie_par')::text from " + table
                            + " t where structure_id = ? order by 1"));
        }
        return etat;
    }

    @Test
    void a_merge_moves_contracts_hours_and_entries_and_is_undone_exactly() {
        accepted(later());
        long garde = kept();
        long absorbe = absorbed();
        followUp(absorbe, 3, "CDI", "2021-10-01");
        Map<String, List<String>> avant = state();
        String apercu = moi.page("/beneficiaires/" + garde + "/fusion?avec=" + absorbe)
                .select("main")
                .text();
        assertThat(apercu)
                .contains(
                        "Contrats déplacés, avec leurs heures 1",
                        "Entrées déplacées 1",
                        "Suivis déplacés 1",
                        "Heures comptées 42,00")
                .contains("La fenêtre ouverte le 02/11/2020 finirait le 28/02/2021 au lieu du 01/11/2022.")
                .doesNotContain("ne comptent pas les mêmes heures");

        assertThat(redirection(merge(garde, absorbe))).isEqualTo("/beneficiaires/" + garde);

        assertThat(hours(garde)).isEqualByComparingTo("42");
        assertThat(redirection(moi.get("/beneficiaires/" + absorbe))).isEqualTo("/beneficiaires/" + garde);
        assertThat(moi.page("/beneficiaires").select("tbody th").eachText()).containsExactly("Ângel Zoé");
        assertThat(moi.page("/beneficiaires?q=B2").select("tbody th").eachText())
                .containsExactly("Ângel Zoé");
        assertThat(moi.page("/beneficiaires/" + garde).select(".entries h3").eachText())
                .containsExactly("du 01/03/2021 au 28/02/2023 en cours", "du 02/11/2020 au 28/02/2021");
        assertThat(text("select avant::text from fusion_beneficiaire where structure_id = ?"))
                .doesNotContain("Angel", "Zoe", "1998-03-04");
        assertThat(count("journal")).isPositive();

        assertThat(redirection(undo())).isEqualTo("/beneficiaires/" + absorbe);

        assertThat(state()).isEqualTo(avant);
        assertThat(hours(garde)).isEqualByComparingTo("30");
        assertThat(hours(absorbe)).isEqualByComparingTo("12");
        assertThat(redirection(merge(absorbe, garde))).isEqualTo("/beneficiaires/" + absorbe);
        assertThat(hours(absorbe)).isEqualByComparingTo("42");
    }

    @Test
    void two_entries_of_one_day_become_one_with_the_criteria_of_both_and_blanks_filled() {
        accepted(with("criteres=RSA_MINIMA_SOCIAUX|DELD", "mois=2021-04", "heures=12", "diplome=BAC"));
        jdbc.sql("update entree set diplome = null, qpv = 'INCONNU' where structure_id = ? and beneficiaire_id = ?")
                .params(structure, kept())
                .update();
        jdbc.sql("""
                        insert into prolongation (structure_id, entree_id, fin, motif, cree_par)
                        select structure_id, id, date '2022-12-31', 'Arrêt maladie', ? from entree where structure_id = ? and beneficiaire_id = ?""").params(moi.moi().id(), structure, absorbed()).update();
        jdbc.sql("update entree set fin = date '2022-12-31' where structure_id = ? and beneficiaire_id = ?")
                .params(structure, absorbed())
                .update();
        Map<String, List<String>> avant = state();

        redirection(merge(kept(), absorbed()));

        assertThat(moi.page("/beneficiaires/" + kept()).select(".entries > li").eachText())
                .singleElement()
                .asString()
                .contains(
                        "du 02/11/2020 au 31/12/2022",
                        "Demandeurs d’emploi de longue durée",
                        "RSA et minima sociaux",
                        "Diplôme : Bac",
                        "En QPV",
                        "Prolongée jusqu’au 31/12/2022",
                        "Heures comptées : 42,00");
        redirection(undo());
        assertThat(state()).isEqualTo(avant);
    }

    @ParameterizedTest
    @CsvSource({
        "NON_RENSEIGNE, 2021-12-01, CDI, 2021-10-01, CDI",
        "CDD, 2021-10-01, FORMATION, 2021-12-01, FORMATION",
        "CDD, 2021-12-01, FORMATION, 2021-10-01, CDD",
        "CDD, , CDI, , CDD"
    })
    void of_two_follow_ups_the_answer_then_the_latest_stays_and_both_come_back(
            String sienne, String quand, String autre, String autreQuand, String attendue) {
        accepted(later());
        followUp(kept(), 6, sienne, quand);
        followUp(absorbed(), 6, autre, autreQuand);
        Map<String, List<String>> avant = state();

        redirection(merge(kept(), absorbed()));

        assertThat(texts("select situation from situation_suivi where structure_id = ?"))
                .containsExactly(attendue);
        redirection(undo());
        assertThat(state()).isEqualTo(avant);
    }

    /** The kept record's window was made longer; the other's entry, which begins within it, ends earlier. */
    @Test
    void the_preview_says_when_the_rule_of_windows_changes_what_counts_and_the_merge_does_what_it_said() {
        accepted(later().and("mois=2021-06", "heures=20")
                .and(
                        "mois=2021-12",
                        "heures=7",
                        "contrat_fin=31/12/2021",
                        "contrat_ref=C3",
                        "contrat_debut=01/12/2021"));
        jdbc.sql("update entree set fin = date '2021-05-15' where structure_id = ? and beneficiaire_id = ?")
                .params(structure, absorbed())
                .update();

        assertThat(moi.page("/beneficiaires/" + kept() + "/fusion?avec=" + absorbed())
                        .select("main")
                        .text())
                .contains("Heures comptées 69,00 → 42,00", "ne comptent pas les mêmes heures");
        redirection(merge(kept(), absorbed()));
        assertThat(hours(kept())).isEqualByComparingTo("42");
        redirection(undo());
        assertThat(hours(kept()).add(hours(absorbed()))).isEqualByComparingTo("69");
    }

    @Test
    void a_merge_is_refused_where_both_have_one_contract() {
        accepted(Fichier.of("contrat_ref=")
                .and(
                        "beneficiaire_ref=B2",
                        "nom=Angel",
                        "prenom=Zoe",
                        "naissance=04/03/1998",
                        "contrat_ref=",
                        "mois=2021-04"));

        assertThat(moi.page("/beneficiaires/" + kept() + "/fusion?avec=" + absorbed())
                        .select(".flash-bad")
                        .text())
                .contains("Maçons Réunis, depuis le 02/11/2020");
        MvcTestResult refus = merge(kept(), absorbed());

        assertThat(refus).hasStatus(422);
        assertThat(html(refus).select("[role=alert].flash-bad").text()).contains("Maçons Réunis");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from releve_heures where structure_id = ? and contrat_id in (select id from contrat_insertion where reference = 'C2'); delete from contrat_insertion where structure_id = ? and reference = 'C2' | Un contrat",
                "update entree set fin = fin + 10 where structure_id = ? and debut = date '2021-03-01' | Une entrée a été",
                "insert into entree (structure_id, beneficiaire_id, debut, fin) select structure_id, id, date '2024-01-01', date '2024-02-01' from beneficiaire where structure_id = ? and nom = 'Ângel' | Une entrée a été",
                "delete from situation_suivi where structure_id = ? | Un suivi",
                "insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures) select structure_id, id, (select min(l.id) from lot l where l.structure_id = c.structure_id), date '2022-12-01', 5 from contrat_insertion c where structure_id = ? and reference = 'C1' | Des heures saisies depuis"
            })
    void a_merge_is_not_undone_once_that_would_break_something_and_says_why(String depuis, String phrase) {
        accepted(later());
        followUp(absorbed(), 3, "CDI", "2021-10-01");
        redirection(merge(kept(), absorbed()));
        for (String sql : depuis.split(";", -1)) jdbc.sql(sql).param(structure).update();

        Map<String, List<String>> avant = state();

        MvcTestResult reponse = undo();

        assertThat(redirection(reponse)).isEqualTo("/beneficiaires/" + kept());
        assertThat(String.valueOf(reponse.getMvcResult().getFlashMap().get("erreur")))
                .contains(phrase);
        assertThat(state()).isEqualTo(avant);
    }

    @Test
    void merges_are_undone_the_last_first() {
        accepted(later().and(
                        "beneficiaire_ref=B3",
                        "nom=Angèle",
                        "naissance=05/03/1998",
                        "contrat_ref=C4",
                        "entree=01/09/2021",
                        "contrat_debut=01/09/2021",
                        "contrat_fin=",
                        "mois=2021-10"));
        Map<String, List<String>> avant = state();
        redirection(merge(absorbed(), person("Angèle")));
        redirection(merge(kept(), absorbed()));
        assertThat(redirection(moi.get("/beneficiaires/" + person("Angèle")))).isEqualTo("/beneficiaires/" + kept());
        long premiere = jdbc.sql("select min(id) from fusion_beneficiaire where structure_id = ?")
                .param(structure)
                .query(Long.class)
                .single();
        assertThat(String.valueOf(moi.post("/beneficiaires/fusions/" + premiere + "/annulation")
                        .getMvcResult()
                        .getFlashMap()
                        .get("erreur")))
                .contains("fusionnée depuis");

        redirection(undo());
        assertThat(redirection(moi.get("/beneficiaires/" + person("Angèle"))))
                .isEqualTo("/beneficiaires/" + absorbed());
        redirection(moi.post("/beneficiaires/fusions/" + premiere + "/annulation"));

        assertThat(state()).isEqualTo(avant);
    }

    @Test
    void another_structures_merge_does_not_exist() {
        accepted(later());
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);
        redirection(merge(kept(), absorbed()));
        long fusion = jdbc.sql("select id from fusion_beneficiaire where structure_id = ?")
                .param(structure)
                .query(Long.class)
                .single();

        assertThat(autre.post("/beneficiaires/fusions/" + fusion + "/annulation"))
                .hasStatus(404);
        assertThat(autre.get("/beneficiaires/" + kept() + "/fusion")).hasStatus(404);
        assertThat(autre.post("/beneficiaires/" + kept() + "/fusion", "avec", "1"))
                .hasStatus(404);
        MvcTestResult encore = moi.post("/beneficiaires/" + kept() + "/fusion", "avec", Long.toString(absorbed()));
        assertThat(encore).hasStatus(422);
        assertThat(Connecte.html(encore).select(".flash-bad").text()).contains("vient de fusionner");
        assertThat(Connecte.html(encore).text())
                .as("nothing of the merged record")
                .doesNotContain("rejoindrait");
    }

    /** Whatever the lines say of the person, and whether they date the entry or not. */
    @ParameterizedTest
    @CsvSource({"B1, B2, true", "B1, B2, false", "'', B2, true", "B1, '', false", "'', '', true", "'', '', false"})
    void an_import_after_a_merge_goes_to_the_record_that_stayed_and_changes_nothing(
            String sienne, String autre, boolean datee) {
        String[] siennes = {"beneficiaire_ref=" + sienne, "heures=30", "entree=" + (datee ? "02/11/2020" : "")};
        String[] autres = {
            "beneficiaire_ref=" + autre,
            "nom=Angel",
            "prenom=Zoe",
            "naissance=04/03/1998",
            "sexe=H",
            "contrat_ref=C2",
            "entree=" + (datee ? "01/03/2021" : ""),
            "contrat_debut=01/03/2021",
            "mois=2021-04",
            "heures=12",
            "diplome=BAC",
            "criteres=RSA_MINIMA_SOCIAUX",
            "qpv=NON"
        };
        Fichier fichier = Fichier.of(siennes).and(autres);
        accepted(fichier);
        redirection(merge(kept(), absorbed()));
        Map<String, List<String>> avant = state();

        ResultatImport encore = accepted(fichier);

        assertThat(encore.nouvelles()).isZero();
        assertThat(encore.modifiees()).isZero();
        assertThat(state()).isEqualTo(avant);
        ResultatImport suite = accepted(Fichier.of(siennes).and(autres).and(more(autres, "mois=2021-05", "heures=8")));
        assertThat(suite.nouvelles()).isEqualTo(1);
        assertThat(hours(kept())).isEqualByComparingTo("50");
        assertThat(texts("select nom || ' ' || sexe from beneficiaire where structure_id = ? order by id"))
                .containsExactlyInAnyOrder("Ângel F", "Angel H");
    }

    private static String[] more(String[] ligne, String... differences) {
        String[] tout = new String[ligne.length + differences.length];
        System.arraycopy(ligne, 0, tout, 0, ligne.length);
        System.arraycopy(differences, 0, tout, ligne.length, differences.length);
        return tout;
    }

    @Test
    void a_follow_up_file_after_a_merge_changes_nothing_either() {
        accepted(later());
        String fichier = """
                beneficiaire_ref;cohorte;jalon;situation;date
                B1;2021;3;CDD;01/10/2021
                B2;2021;3;CDI;01/12/2021
                B2;2021;6;FORMATION;01/12/2021
                B1;2021;12;NON_RENSEIGNE;
                """;
        assertThat(reprises.importerSuivis(Fichier.write(fichier), structure, null, false)
                        .erreurs())
                .isEmpty();
        redirection(merge(kept(), absorbed()));
        Map<String, List<String>> avant = state();

        ResultatImport encore = reprises.importerSuivis(Fichier.write(fichier), structure, null, false);

        assertThat(encore.erreurs()).isEmpty();
        assertThat(encore.nouvelles()).isZero();
        assertThat(encore.modifiees()).isZero();
        assertThat(state()).isEqualTo(avant);
    }
}
