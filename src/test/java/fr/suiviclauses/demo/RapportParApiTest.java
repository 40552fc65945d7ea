package fr.suiviclauses.demo;

import static fr.suiviclauses.demo.ChiffresDuRapport.DIPLOMES;
import static fr.suiviclauses.demo.ChiffresDuRapport.MODALITES;
import static fr.suiviclauses.demo.ChiffresDuRapport.SITUATIONS;
import static fr.suiviclauses.demo.ChiffresDuRapport.STATUTS;
import static fr.suiviclauses.demo.ChiffresDuRapport.entier;
import static fr.suiviclauses.demo.ChiffresDuRapport.lignes;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every figure that the 2021 report prints, asked of the API. */
@DemonstrationTest
class RapportParApiTest {

    /** The demonstration never changes: each bilan is asked for once. */
    private static final Map<String, JsonNode> LUS = new HashMap<>();

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "heures, totals/heures_2021",
        "heures_publiques, totals/public",
        "heures_privees, totals/prive",
        "beneficiaires, totals/beneficiaires",
        "cohorte_12_mois, totals/beneficiaires_2020",
        "marches_suivis, totals/marches",
        "donneurs_ordres, totals/donneurs_ordres",
        "donneurs_ordres_avec_heures, totals/donneurs_ordres_avec_heures",
        "donneurs_ordres_publics_avec_heures, totals/donneurs_ordres_publics_avec_heures",
        "donneurs_ordres_prives_avec_heures, totals/donneurs_ordres_prives_avec_heures",
        "entreprises, totals/entreprises",
        "familles_avec_heures, totals/familles",
        "heures_reservees, perimetres/reserves_insertion/heures",
        "beneficiaires_reserves, perimetres/reserves_insertion/beneficiaires",
        "marches_reserves, perimetres/reserves_insertion/marches",
        "part_publique, pourcentages_imprimes/part_public",
        "part_signataires_sba, pourcentages_imprimes/part_sba",
        "part_top10, pourcentages_imprimes/top10_2021",
        "part_services, pourcentages_imprimes/services_heures",
        "part_qpv, pourcentages_imprimes/qpv",
        "part_metropole, pourcentages_imprimes/metropole",
        "part_deld, pourcentages_imprimes/deld",
        "part_jeunes_26, pourcentages_imprimes/jeunes_26",
        "part_infra_cap, pourcentages_imprimes/inf_ou_egal_cap_bep",
        "part_sans_diplome, pourcentages_imprimes/sans_diplome",
        "part_emploi_12_mois, pourcentages_imprimes/emploi_1_an",
        "part_sans_emploi_12_mois, pourcentages_imprimes/sans_emploi_1_an",
        "part_heures_reservees, pourcentages_imprimes/reserves_heures",
        "part_marches_reserves, pourcentages_imprimes/reserves_marches"
    })
    void an_indicator_of_2021_is_the_printed_one(String code, String chemin) {
        assertThat(arrondi(bilan("2021").at("/indicateurs/" + code))).isEqualTo(entier(chemin));
    }

    @ParameterizedTest
    @CsvSource({
        "heures, totals/2012/heures",
        "beneficiaires, totals/2012/beneficiaires",
        "marches_suivis, totals/2012/marches",
        "donneurs_ordres, totals/2012/donneurs_ordres",
        "entreprises, totals/2012/entreprises"
    })
    void an_indicator_of_2012_is_the_printed_one(String code, String chemin) {
        assertThat(arrondi(bilan("2012").at("/indicateurs/" + code))).isEqualTo(entier(chemin));
    }

    @Test
    void years_between_keep_what_the_report_says_of_them() {
        assertThat(arrondi(bilan("2020").at("/indicateurs/part_top10")))
                .isEqualTo(entier("pourcentages_imprimes/top10_2020"));
        assertThat(arrondi(bilan("2019").at("/indicateurs/part_tp")))
                .isEqualTo(entier("pourcentages_imprimes/tp_2019"));
        assertThat(arrondi(bilan("2019").at("/indicateurs/part_heures_reservees")))
                .isEqualTo(entier("pourcentages_imprimes/reserves_heures_2019"));
        assertThat(bilan("2021")
                        .at("/indicateurs/heures_cumul")
                        .decimalValue()
                        .movePointLeft(6)
                        .setScale(1, RoundingMode.HALF_UP))
                .isEqualByComparingTo("5.7");
    }

    @Test
    void each_buyer_has_its_printed_hours_and_no_other_has_any() {
        Map<String, BigDecimal> attendu = new TreeMap<>(ChiffresDuRapport.donneursOrdres("donneurs_ordres_publics"));
        attendu.putAll(ChiffresDuRapport.donneursOrdres("donneurs_ordres_prives"));
        Map<String, BigDecimal> obtenu = new TreeMap<>();
        for (JsonNode ligne : bilan("2021").get("donneurs_ordres")) {
            if (ligne.get("heures").decimalValue().signum() > 0) {
                obtenu.put(ligne.get("nom").stringValue(), new BigDecimal(arrondi(ligne.get("heures"))));
            }
        }
        assertThat(obtenu).containsExactlyInAnyOrderEntriesOf(attendu);
    }

    @Test
    void each_group_of_families_has_its_printed_share() {
        assertThat(byCode(bilan("2021").get("groupes_familles"), "groupe", "part", 1))
                .containsExactlyInAnyOrderEntriesOf(withScale(lignes("familles_pct", Map.of()), 1));
    }

    @Test
    void each_status_diploma_and_outcome_has_its_printed_count() {
        JsonNode bilan = bilan("2021");
        assertThat(byCode(bilan.get("criteres"), "critere", "beneficiaires", 0))
                .containsExactlyInAnyOrderEntriesOf(lignes("statuts_entree", STATUTS));
        assertThat(byCode(bilan.get("diplomes"), "diplome", "beneficiaires", 0))
                .containsExactlyInAnyOrderEntriesOf(lignes("diplomes_effectifs_possibles_1434", DIPLOMES));
        assertThat(byCode(bilan.get("situations"), "situation", "beneficiaires", 0))
                .containsExactlyInAnyOrderEntriesOf(
                        lignes("situation_1_an_effectifs_possibles_cohorte_2020_1130", SITUATIONS));
    }

    @Test
    void ten_years_of_private_buyers_have_their_printed_figures() {
        JsonNode prive = bilan("2021?depuis=2012&nature=PRIVE");
        assertThat(arrondi(prive.at("/indicateurs/heures"))).isEqualTo(entier("perimetres/prive_10_ans/heures"));
        assertThat(arrondi(prive.at("/indicateurs/beneficiaires")))
                .isEqualTo(entier("perimetres/prive_10_ans/personnes"));
        assertThat(arrondi(prive.at("/indicateurs/marches_suivis")))
                .isEqualTo(entier("perimetres/prive_10_ans/operations"));
        assertThat(byCode(prive.get("modalites"), "modalite", "contrats", 0))
                .containsExactlyInAnyOrderEntriesOf(lignes("contrats_prives_depuis_2012", MODALITES));
    }

    @Test
    void the_region_has_its_printed_figures() {
        JsonNode region = bilan("2021?donneurOrdre=REGION OCCITANIE");
        assertThat(arrondi(region.at("/indicateurs/heures"))).isEqualTo(entier("perimetres/region_occitanie/heures"));
        assertThat(arrondi(region.at("/indicateurs/beneficiaires")))
                .isEqualTo(entier("perimetres/region_occitanie/personnes"));
        assertThat(arrondi(region.at("/indicateurs/marches_suivis")))
                .isEqualTo(entier("perimetres/region_occitanie/operations"));
        assertThat(arrondi(
                        bilan("2021?donneurOrdre=REGION OCCITANIE&type=TRAVAUX").at("/indicateurs/marches_suivis")))
                .isEqualTo(entier("perimetres/region_occitanie/operations_travaux"));
    }

    @Test
    void operations_have_their_targets_and_what_was_done() {
        JsonNode teleo = line(bilan("2021").get("operations"), "nom", "Téléo");
        assertThat(arrondi(teleo.get("objectif"))).isEqualTo(entier("perimetres/teleo/objectif"));
        assertThat(arrondi(teleo.get("heures_cumul"))).isEqualTo(entier("perimetres/teleo/realise"));
        assertThat(arrondi(teleo.get("taux"))).isEqualTo(entier("perimetres/teleo/pct"));
        assertThat(arrondi(teleo.get("beneficiaires"))).isEqualTo(entier("perimetres/teleo/personnes"));
        JsonNode guillaumet = line(bilan("2021").get("operations"), "nom", "Guillaumet");
        assertThat(arrondi(guillaumet.get("objectif"))).isEqualTo(entier("perimetres/guillaumet/objectif"));
        assertThat(arrondi(guillaumet.get("heures_cumul")))
                .isEqualTo(entier("perimetres/guillaumet/realise_2021_12_31"));
    }

    @Test
    void declared_aggregates_stand_beside() {
        JsonNode agregats = bilan("2021").get("agregats_declares");
        assertThat(StreamSupport.stream(agregats.spliterator(), false)
                        .map(a -> a.get("annee").asInt() + " " + arrondi(a.get("heures"))))
                .contains(
                        "2021 " + entier("perimetres/etat_region/heures_2021"),
                        "2019 " + entier("perimetres/etat_region/heures_2019"),
                        "2021 " + entier("perimetres/npnru/heures_2021"));
        JsonNode npnru = line(agregats, "libelle", "NPNRU, guichet unique");
        assertThat(arrondi(npnru.get("objectif"))).isEqualTo(entier("perimetres/npnru/objectif"));
        assertThat(arrondi(npnru.get("beneficiaires"))).isEqualTo(entier("perimetres/npnru/beneficiaires_2021"));
        assertThat(arrondi(npnru.get("operations"))).isEqualTo(entier("perimetres/npnru/operations"));
        JsonNode etat = line(agregats, "beneficiaires", Integer.toString(entier("perimetres/etat_region/personnes")));
        assertThat(arrondi(etat.get("etp"))).isEqualTo(entier("perimetres/etat_region/etp"));
    }

    private JsonNode bilan(String adresse) {
        return LUS.computeIfAbsent(adresse, this::read);
    }

    private JsonNode read(String adresse) {
        var reponse = mvc.get()
                .uri("/api/v1/bilans/" + adresse)
                .header("Authorization", "Bearer " + DemonstrationTest.JETON)
                .exchange();
        assertThat(reponse).hasStatusOk();
        return JsonMapper.shared().readTree(reponse.getResponse().getContentAsByteArray());
    }

    private static Map<String, BigDecimal> byCode(JsonNode lignes, String code, String valeur, int decimales) {
        Map<String, BigDecimal> parCode = new TreeMap<>();
        for (JsonNode ligne : lignes) {
            parCode.put(
                    ligne.get(code).stringValue(),
                    ligne.get(valeur).decimalValue().setScale(decimales, RoundingMode.HALF_UP));
        }
        return parCode;
    }

    private static Map<String, BigDecimal> withScale(Map<String, BigDecimal> lignes, int decimales) {
        lignes.replaceAll((code, valeur) -> valeur.setScale(decimales, RoundingMode.UNNECESSARY));
        return lignes;
    }

    private static JsonNode line(JsonNode lignes, String champ, String valeur) {
        return StreamSupport.stream(lignes.spliterator(), false)
                .filter(l -> valeur.equals(l.get(champ).asString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line with " + champ + " = " + valeur + " in " + lignes));
    }

    /** As the report prints: half-up to the unit. */
    private static int arrondi(JsonNode valeur) {
        return valeur.decimalValue().setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
