package fr.suiviclauses.bilan.chiffres;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.bilan.Histoire;
import fr.suiviclauses.compte.CompteService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The API's contract: the shape of a bilan, and of what it refuses. */
@ApplicationTest
@Transactional
class BilanApiControllerTest {

    private static final String JETON = "jeton-des-essais-du-bilan-de-trente-deux-caracteres";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void history() {
        Histoire histoire = new Histoire(jdbc);
        comptes.openApi(histoire.structureId, JETON);
        long ville = histoire.donneurOrdre("Ville & C°", "PUBLIC");
        long quai = histoire.operation("Grand Quai", "1000");
        long marche = histoire.marche(ville, "TRAVAUX", "2021-01-01", null, quai);
        long lot = histoire.lot(marche, "Bâtiment", "Gros œuvre", "CONDITION_EXECUTION");
        histoire.participation(lot, histoire.entreprise("Maçons"), "TITULAIRE");
        histoire.heuresDe(lot, "2021-02", "100.10");
        histoire.heuresDe(lot, "2021-03", "50.00");
        histoire.situation(histoire.heuresDe(lot, "2020-12", "3.00"), 2020, 12, "CDI");
        histoire.agregat("Achats de l’État", 2019, "103315");
        histoire.agregat("Achats de l’État", 2021, "164384");
        histoire.agregat("Autre, d’une autre année", 2019, "5");
        histoire.arrete(2021, 1, "ARRETE");
        histoire.arrete(2021, 2, "SCELLE");
    }

    @Test
    void gives_the_contract_to_the_letter() {
        String json = body(get("/api/v1/bilans/2021"));
        assertThat(json)
                .startsWith("{\"annee\":2021,\"depuis\":2021,\"structure\":\"Essai\",\"etat\":\"SCELLE\","
                        + "\"indicateurs\":{\"heures\":150.10,\"beneficiaires\":2,")
                .contains(
                        "\"donneurs_ordres\":[{\"nom\":\"Ville & C°\",\"nature\":\"PUBLIC\",\"heures\":150.10,\"beneficiaires\":2,\"marches\":1}]",
                        "\"familles\":[{\"groupe\":\"Bâtiment\",\"famille\":\"Gros œuvre\",\"heures\":150.10}]",
                        "\"groupes_familles\":[{\"groupe\":\"Bâtiment\",\"heures\":150.10,\"part\":100.00}]",
                        "\"criteres\":[{\"critere\":\"DELD\",\"beneficiaires\":2}]",
                        "\"diplomes\":[{\"diplome\":null,\"beneficiaires\":2}]",
                        "\"sexes\":[{\"sexe\":\"F\",\"beneficiaires\":2}]",
                        "\"qpv\":[{\"qpv\":\"INCONNU\",\"beneficiaires\":2}]",
                        "\"modalites\":[{\"modalite\":\"ETTI\",\"contrats\":2,\"beneficiaires\":2,\"heures\":150.10}]",
                        "\"clauses\":[{\"clause\":\"CONDITION_EXECUTION\",\"heures\":150.10,\"marches\":1,\"beneficiaires\":2}]",
                        "\"situations\":[{\"situation\":\"CDI\",\"beneficiaires\":1}]",
                        "\"operations\":[{\"nom\":\"Grand Quai\",\"objectif\":1000.00,\"heures_annee\":150.10,\"heures_cumul\":153.10,\"beneficiaires\":3,\"taux\":15.31}]",
                        "\"agregats_declares\":[{\"libelle\":\"Achats de l’État\",\"annee\":2021,\"heures\":164384.00,\"beneficiaires\":null,\"operations\":null,\"etp\":null,\"objectif\":null},"
                                + "{\"libelle\":\"Achats de l’État\",\"annee\":2019,\"heures\":103315.00")
                .doesNotContain("Autre, d’une autre année");
    }

    @Test
    void gives_every_indicator_by_its_code_in_order() {
        assertThat(JsonPath.<Map<String, Object>>read(body(get("/api/v1/bilans/2021")), "$.indicateurs")
                        .keySet())
                .containsExactlyElementsOf(Arrays.asList(("heures beneficiaires marches_suivis donneurs_ordres "
                                + "donneurs_ordres_avec_heures donneurs_ordres_publics_avec_heures donneurs_ordres_prives_avec_heures "
                                + "entreprises heures_cumul beneficiaires_cumul heures_publiques heures_privees part_publique part_top10 "
                                + "part_signataires_sba familles_avec_heures part_services part_travaux part_tp heures_reservees "
                                + "beneficiaires_reserves marches_reserves part_heures_reservees part_marches_reserves part_deld "
                                + "part_jeunes_26 part_femmes part_qpv part_metropole part_infra_cap part_sans_diplome cohorte_12_mois "
                                + "part_emploi_12_mois part_sans_emploi_12_mois heures_par_beneficiaire etp")
                        .split(" ")));
    }

    @Test
    void percentages_have_two_decimals_and_none_without_a_denominator() {
        String json = body(get("/api/v1/bilans/2021"));
        assertThat(json)
                .contains(
                        "\"part_publique\":100.00",
                        "\"heures_par_beneficiaire\":75.05",
                        "\"etp\":0.09",
                        "\"part_emploi_12_mois\":100.00");
        String vide = body(get("/api/v1/bilans/2001"));
        assertThat(vide)
                .contains(
                        "\"heures\":0.00",
                        "\"part_publique\":null",
                        "\"part_marches_reserves\":null",
                        "\"cohorte_12_mois\":0",
                        "\"part_emploi_12_mois\":null",
                        "\"heures_par_beneficiaire\":null",
                        "\"etp\":0.00",
                        "\"donneurs_ordres\":[]",
                        "\"operations\":[]",
                        "\"etat\":\"PROVISOIRE\"");
    }

    @Test
    void over_several_years_there_is_no_cohort() {
        String json = body(get("/api/v1/bilans/2021?depuis=2020"));
        assertThat(json)
                .contains(
                        "\"depuis\":2020",
                        "\"heures\":153.10",
                        "\"beneficiaires\":3",
                        "\"cohorte_12_mois\":null",
                        "\"part_emploi_12_mois\":null",
                        "\"part_sans_emploi_12_mois\":null",
                        "\"situations\":[]");
    }

    @Test
    void filters_select_and_an_empty_one_selects_all() {
        assertThat(body(get("/api/v1/bilans/2021?nature=PRIVE&donneurOrdre="))).contains("\"heures\":0.00");
        assertThat(body(mvc.get()
                        .uri(
                                "/api/v1/bilans/{annee}?donneurOrdre={nom}&groupe={groupe}",
                                2021,
                                "Ville & C°",
                                "Bâtiment")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + JETON)
                        .exchange()))
                .contains("\"heures\":150.10");
    }

    @Test
    void what_means_nothing_is_refused_in_french() {
        for (String adresse : List.of(
                "/api/v1/bilans/1989",
                "/api/v1/bilans/2201",
                "/api/v1/bilans/21",
                "/api/v1/bilans/deux-mille",
                "/api/v1/bilans/2021?depuis=2022",
                "/api/v1/bilans/2021?depuis=1900",
                "/api/v1/bilans/2021?depuis=hier",
                "/api/v1/bilans/2021?nature=prive",
                "/api/v1/bilans/2021?nature=PUBLIC&nature=PRIVE",
                "/api/v1/bilans/2021?type=AUTRE",
                "/api/v1/bilans/2021?clause=RESERVE",
                "/api/v1/bilans/2021?donneurOrdre=a%00b")) {
            assertThat(get(adresse))
                    .as(adresse)
                    .hasStatus(400)
                    .hasContentType("application/problem+json")
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .matches("[«LÀ-Ü].*\\.");
        }
    }

    @Test
    void a_name_that_the_structure_does_not_have_is_not_found() {
        new Histoire(jdbc).donneurOrdre("Port d’une autre structure", "PUBLIC");
        for (List<String> filtre : List.of(
                List.of("donneurOrdre", "Inconnu"),
                List.of("donneurOrdre", "ville & c°"),
                List.of("donneurOrdre", "Port d’une autre structure"),
                List.of("operation", "Petit Quai"),
                List.of("groupe", "Gros œuvre"))) {
            assertThat(get("/api/v1/bilans/2021", filtre.get(0), filtre.get(1)))
                    .as(filtre.toString())
                    .hasStatus(404)
                    .hasContentType("application/problem+json")
                    .bodyJson()
                    .extractingPath("$.title")
                    .isEqualTo("Introuvable");
        }
    }

    @Test
    void an_address_that_nobody_made_is_a_problem_in_french() {
        assertThat(get("/api/v1/bilans/2021/nulle-part"))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Introuvable");
    }

    @Test
    void nobody_enters_without_a_token_and_other_methods_are_refused() {
        assertThat(mvc.get().uri("/api/v1/bilans/2021"))
                .hasStatus(401)
                .hasContentTypeCompatibleWith("application/problem+json");
        assertThat(mvc.post().uri("/api/v1/bilans/2021").header(HttpHeaders.AUTHORIZATION, "Bearer " + JETON))
                .hasStatus(405)
                .hasContentType("application/problem+json");
    }

    private MvcTestResult get(String adresse, String... parametres) {
        var requete = mvc.get().uri(URI.create(adresse)).header(HttpHeaders.AUTHORIZATION, "Bearer " + JETON);
        for (int i = 0; i < parametres.length; i += 2) {
            requete.param(parametres[i], parametres[i + 1]);
        }
        return requete.exchange();
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer).hasStatus(200);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
