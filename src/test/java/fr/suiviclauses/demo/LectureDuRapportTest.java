package fr.suiviclauses.demo;

import static fr.suiviclauses.demo.ChiffresDuRapport.entier;
import static fr.suiviclauses.demo.ChiffresDuRapport.lignes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.suiviclauses.bilan.page.PageLue;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.Situation;
import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What surrounds the published figures on the pages: sentences, notes, orders, years, whole tables. */
@DemonstrationTest
class LectureDuRapportTest {

    /** The demonstration never changes: each page is asked for once. */
    private static final Map<String, PageLue> LUES = new HashMap<>();

    private static Cookie @Nullable [] session;

    @Autowired
    MockMvcTester mvc;

    @Test
    void the_first_page_says_how_far_ten_years_have_gone() {
        PageLue page = page("/bilan/2021");
        assertThat(page.document().select(".kpi-main .kpi-trend").text())
                .contains("+23")
                .contains("sur 2020")
                .contains("5,7 millions d’heures depuis 2012");
        assertThat(page.phrase(".panel:has(#annees-titre)")).startsWith("L’activité a presque quadruplé depuis 2012");
        assertThat(page.document().select("h1 .state").text()).isEqualTo("Provisoire");
        assertThat(page.document().select(".foot").text()).contains("démonstration");
        assertThat(page.document().select(".demo").text()).contains("17 janvier 2022");
    }

    @Test
    void ten_years_stand_side_by_side() {
        Map<String, String> heures = page("/bilan/2021").colonne("#tableau-annees", "Heures");
        assertThat(heures).hasSize(10);
        assertFigure(heures.getOrDefault("2021", ""), "totals/heures_2021");
        assertFigure(heures.getOrDefault("2012", ""), "totals/2012/heures");
        Map<String, String> personnes = page("/bilan/evolution").colonne("#annees", "Bénéficiaires");
        assertFigure(personnes.getOrDefault("2020", ""), "totals/beneficiaires_2020");
        PageLue evolution = page("/bilan/evolution");
        assertFigure(
                evolution.colonne("#parts", "Dix premiers").getOrDefault("2020", ""),
                "pourcentages_imprimes/top10_2020");
        assertThat(PageLue.nombre(evolution.colonne("#parts", "TP & réseaux").getOrDefault("2019", "")))
                .isEqualByComparingTo(String.valueOf(entier("pourcentages_imprimes/tp_2019")));
        assertFigure(
                evolution.colonne("#parts", "Réservés").getOrDefault("2019", ""),
                "pourcentages_imprimes/reserves_heures_2019");
    }

    @Test
    void buyers_are_counted_with_and_without_hours() {
        PageLue page = page("/bilan/2021/donneurs-ordres");
        assertFigure(page.part("#natures", "Publics"), "pourcentages_imprimes/part_public");
        assertThat(page.phrase("#natures")).startsWith("67 donneurs d’ordres sont suivis, 59 ont des heures.");
        assertThat(page.document().select("#publics tfoot th").text()).isEqualTo("38 donneurs d’ordres");
        assertThat(page.document().select("#prives tfoot th").text()).isEqualTo("21 donneurs d’ordres");
        assertThat(page.document().select("#sans-heures li")).hasSize(8);
        assertThat(page.document().select("#publics .note").text())
                .contains("arrondies à l’heure", "calculé avant arrondi");
    }

    @Test
    void buyers_can_be_read_in_both_orders() {
        assertThat(page("/bilan/2021/donneurs-ordres")
                        .colonne("#prives", "Heures")
                        .keySet())
                .startsWith("LP PROMOTION", "SNC ALTAREA COGEDIM REGIONS");
        assertThat(page("/bilan/2021/donneurs-ordres?tri=nom")
                        .colonne("#prives", "Heures")
                        .keySet())
                .startsWith("AMETIS-IDEOM", "BOUYGUES IMMOBILIER");
    }

    @Test
    void families_are_65_and_compared_over_three_years() {
        PageLue page = page("/bilan/2021/familles");
        assertThat(page.document().select("#familles .bars tbody tr")).hasSize(entier("totals/familles"));
        assertThat(page.document().select("#familles-titre").text()).isEqualTo("Les 65 familles d’achats");
        assertFigure(page.part("#types", "Services"), "pourcentages_imprimes/services_heures");
        assertThat(page.colonne("#trois-ans", "2019").getOrDefault("TP & réseaux", ""))
                .startsWith("15,0");
    }

    @Test
    void statuses_and_diplomas_are_put_in_words() {
        PageLue page = page("/bilan/2021/beneficiaires");
        assertThat(numbers(page.colonne("#diplomes", "Part"), code(Diplome.values())))
                .containsExactlyInAnyOrderEntriesOf(lignes("diplomes_pct", ChiffresDuRapport.DIPLOMES));
        assertThat(page.phrase("#diplomes")).contains("72", "dont 20");
        assertThat(page.phrase("#statuts")).contains("30", "34");
        assertThat(page.document().select("#statuts .note").text()).contains("Plusieurs statuts sont possibles");
        assertFigure(page.part("#qpv", "En QPV"), "pourcentages_imprimes/qpv");
        assertFigure(page.part("#qpv", "Hors QPV"), "pourcentages_imprimes/hors_qpv");
        assertFigure(page.part("#metropole", "Dans la métropole"), "pourcentages_imprimes/metropole");
    }

    @Test
    void a_year_later_two_people_in_three_work() {
        PageLue page = page("/bilan/2021/parcours");
        assertThat(numbers(page.colonne("#situations", "Personnes"), code(Situation.values())))
                .containsExactlyInAnyOrderEntriesOf(
                        lignes("situation_1_an_effectifs_possibles_cohorte_2020_1130", ChiffresDuRapport.SITUATIONS));
        assertThat(numbers(page.colonne("#situations", "Part"), code(Situation.values())))
                .containsExactlyInAnyOrderEntriesOf(lignes("situation_1_an_pct", ChiffresDuRapport.SITUATIONS));
        assertFigure(page.part("#issues", "Emploi ou formation"), "pourcentages_imprimes/emploi_1_an");
        assertFigure(page.part("#issues", "Sans emploi"), "pourcentages_imprimes/sans_emploi_1_an");
        assertFigure(page.total("#situations", "Personnes"), "totals/beneficiaires_2020");
        assertThat(page.phrase("#issues"))
                .endsWith("1\u202f130 personnes de 2020 sont en emploi ou en formation un an après.");
    }

    private static void assertFigure(String affiche, String chemin) {
        assertThat(PageLue.nombre(affiche)).as(chemin).isEqualByComparingTo(String.valueOf(entier(chemin)));
    }

    private static Map<String, BigDecimal> numbers(Map<String, String> figures, Function<String, String> code) {
        Map<String, BigDecimal> nombres = new TreeMap<>();
        figures.forEach((nom, figure) -> nombres.put(code.apply(nom), PageLue.nombre(figure)));
        return nombres;
    }

    private static Function<String, String> code(Libelle[] codes) {
        Map<String, String> parLibelle = new HashMap<>();
        for (Libelle code : codes) {
            parLibelle.put(code.libelle(), code.name());
        }
        return libelle -> parLibelle.getOrDefault(libelle, "unknown: " + libelle);
    }

    private PageLue page(String adresse) {
        return LUES.computeIfAbsent(adresse, this::read);
    }

    private PageLue read(String adresse) {
        var reponse = mvc.get().uri(adresse).cookie(session()).exchange();
        assertThat(reponse).hasStatusOk();
        return PageLue.of(reponse);
    }

    /** Signed in as the demonstration's sign-in page offers. */
    private Cookie[] session() {
        if (session == null) {
            session = mvc.post()
                    .uri("/connexion")
                    .with(csrf())
                    .param("identifiant", "responsable@demonstration.example")
                    .param("mot_de_passe", "insertion-2021")
                    .exchange()
                    .getResponse()
                    .getCookies();
        }
        return session;
    }
}
