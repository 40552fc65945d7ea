package fr.suiviclauses.demo;

import static fr.suiviclauses.demo.ChiffresDuRapport.DIPLOMES;
import static fr.suiviclauses.demo.ChiffresDuRapport.MODALITES;
import static fr.suiviclauses.demo.ChiffresDuRapport.STATUTS;
import static fr.suiviclauses.demo.ChiffresDuRapport.donneursOrdres;
import static fr.suiviclauses.demo.ChiffresDuRapport.entier;
import static fr.suiviclauses.demo.ChiffresDuRapport.lignes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every figure that the 2021 report prints, read from the pages as a manager sees them. */
@DemonstrationTest
class RapportParPagesTest {

    private static final Map<String, Document> LUES = new HashMap<>();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @ParameterizedTest
    @CsvSource({
        "Heures d’insertion, totals/heures_2021",
        "Bénéficiaires, totals/beneficiaires",
        "Marchés suivis, totals/marches",
        "Donneurs d’ordres, totals/donneurs_ordres",
        "Entreprises accompagnées, totals/entreprises"
    })
    void a_key_figure_of_2021_is_the_printed_one(String libelle, String chemin) {
        assertThat(keyFigure("/bilan/2021", libelle)).isEqualTo(affiche(entier(chemin)));
    }

    @ParameterizedTest
    @CsvSource({
        "Heures d’insertion, totals/2012/heures",
        "Bénéficiaires, totals/2012/beneficiaires",
        "Marchés suivis, totals/2012/marches",
        "Donneurs d’ordres, totals/2012/donneurs_ordres",
        "Entreprises accompagnées, totals/2012/entreprises"
    })
    void a_key_figure_of_2012_is_the_printed_one(String libelle, String chemin) {
        assertThat(keyFigure("/bilan/2012", libelle)).isEqualTo(affiche(entier(chemin)));
    }

    @Test
    void the_key_figures_say_what_the_report_adds_to_them() {
        Document page = page("/bilan/2021");
        assertThat(page.select(".kpi").text()).contains("59 avec des heures", "5,7 millions");
        assertThat(page.select(".lead-note, .kpi, footer").text()).contains("démonstration");
    }

    @ParameterizedTest
    @CsvSource({
        "/bilan/2021, Donneurs d’ordres publics, pourcentages_imprimes/part_public",
        "/bilan/2021, Les dix premiers, pourcentages_imprimes/top10_2021",
        "/bilan/2020, Les dix premiers, pourcentages_imprimes/top10_2020",
        "/bilan/2021, Signataires du SBA, pourcentages_imprimes/part_sba",
        "/bilan/2021, Marchés de services, pourcentages_imprimes/services_heures",
        "/bilan/2021, Marchés réservés, pourcentages_imprimes/reserves_heures",
        "/bilan/2019, Marchés réservés, pourcentages_imprimes/reserves_heures_2019",
        "/bilan/2021, Jeunes de moins de 26 ans, pourcentages_imprimes/jeunes_26",
        "/bilan/2021, Chômage de longue durée, pourcentages_imprimes/deld",
        "/bilan/2021, Quartiers prioritaires, pourcentages_imprimes/qpv",
        "/bilan/2021, Métropole, pourcentages_imprimes/metropole",
        "'/bilan/2021', 'CAP, BEP ou moins', pourcentages_imprimes/inf_ou_egal_cap_bep"
    })
    void a_share_is_the_printed_one(String adresse, String libelle, String chemin) {
        assertThat(page(adresse).select(".fact").stream()
                        .filter(f -> f.select(".fact-name").text().equals(libelle))
                        .map(f -> f.select(".fact-value").text()))
                .containsExactly(entier(chemin) + " %");
    }

    @Test
    void each_buyer_has_its_printed_row_and_the_totals_are_the_printed_ones() {
        Document page = page("/bilan/2021/donneurs-ordres");
        assertThat(hours(page.select("#publics tbody tr")))
                .containsExactlyInAnyOrderEntriesOf(donneursOrdres("donneurs_ordres_publics"));
        assertThat(hours(page.select("#prives tbody tr")))
                .containsExactlyInAnyOrderEntriesOf(donneursOrdres("donneurs_ordres_prives"));
        assertThat(page.select("#publics tfoot td[data-label=Heures]").text())
                .isEqualTo(affiche(entier("totals/public")));
        assertThat(page.select("#prives tfoot td[data-label=Heures]").text())
                .isEqualTo(affiche(entier("totals/prive")));
        assertThat(page.select("#publics .note").text()).contains("le total est calculé avant arrondi");
    }

    @Test
    void each_group_of_families_has_its_printed_share_and_opens_its_families() {
        Document page = page("/bilan/2021/familles");
        Map<String, BigDecimal> parts = new TreeMap<>();
        for (Element ligne : page.select("#groupes tbody tr")) {
            parts.put(
                    ligne.select("th .name").text(),
                    nombre(ligne.select("td[data-label=Part]").text()));
        }
        assertThat(parts).containsExactlyInAnyOrderEntriesOf(lignes("familles_pct", Map.of()));
        assertThat(page.select("#familles tbody th[scope=row] .name")).hasSize(entier("totals/familles"));
    }

    @Test
    void each_status_and_diploma_has_its_printed_count_and_leads_to_its_people() {
        Document page = page("/bilan/2021/beneficiaires");
        lignes("statuts_entree", STATUTS)
                .forEach(
                        (code, attendu) -> assertThat(figure(page, "/bilan/2021/details/beneficiaires?critere=" + code))
                                .as(code)
                                .isEqualByComparingTo(attendu));
        lignes("diplomes_effectifs_possibles_1434", DIPLOMES)
                .forEach(
                        (code, attendu) -> assertThat(figure(page, "/bilan/2021/details/beneficiaires?diplome=" + code))
                                .as(code)
                                .isEqualByComparingTo(attendu));
        assertThat(page.select("#qpv .legend").text())
                .contains(
                        "En QPV " + entier("pourcentages_imprimes/qpv") + " %",
                        "Hors QPV " + entier("pourcentages_imprimes/hors_qpv") + " %");
        assertThat(page.select("#diplomes").text()).contains(entier("pourcentages_imprimes/sans_diplome") + " %");
    }

    @Test
    void each_figure_of_the_private_buyers_is_explained_by_theirs() {
        assertThat(page("/bilan/2021/perimetres").select("#prives .definition").eachText())
                .hasSize(4)
                .allSatisfy(texte -> assertThat(texte).contains("privés"));
    }

    @Test
    void outcomes_after_a_year_are_the_printed_ones() {
        assertThat(page("/bilan/2021/parcours").select("#issues").text())
                .contains(
                        "Emploi ou formation " + entier("pourcentages_imprimes/emploi_1_an") + " %",
                        "Sans emploi ou inactif " + entier("pourcentages_imprimes/sans_emploi_1_an") + " %",
                        affiche(entier("totals/beneficiaires_2020")) + " personnes de 2020");
    }

    @Test
    void perimeters_are_the_printed_ones() {
        Document page = page("/bilan/2021/perimetres");
        assertThat(page.select("#reserves").text())
                .contains(
                        affiche(entier("perimetres/reserves_insertion/heures")),
                        affiche(entier("perimetres/reserves_insertion/beneficiaires")),
                        affiche(entier("perimetres/reserves_insertion/marches")),
                        entier("pourcentages_imprimes/reserves_heures") + " % des heures",
                        entier("pourcentages_imprimes/reserves_marches") + " % des marchés");
        assertThat(page.select("#operations").text())
                .contains(
                        affiche(entier("perimetres/teleo/realise")) + " heures réalisées pour "
                                + affiche(entier("perimetres/teleo/objectif")) + " prévues, "
                                + entier("perimetres/teleo/personnes") + " personnes",
                        entier("perimetres/teleo/pct") + " %",
                        affiche(entier("perimetres/guillaumet/realise_2021_12_31")) + " heures réalisées pour "
                                + affiche(entier("perimetres/guillaumet/objectif")));
        assertThat(page.select("#agregats").text())
                .contains(
                        affiche(entier("perimetres/etat_region/heures_2021")),
                        affiche(entier("perimetres/etat_region/heures_2019")),
                        entier("perimetres/etat_region/personnes") + " personnes",
                        entier("perimetres/etat_region/etp") + " ETP",
                        affiche(entier("perimetres/npnru/heures_2021")),
                        entier("perimetres/npnru/beneficiaires_2021") + " personnes",
                        entier("perimetres/npnru/operations") + " opérations",
                        affiche(entier("perimetres/npnru/objectif")));
    }

    @Test
    void the_region_alone_and_ten_years_of_private_buyers_are_the_printed_ones() {
        String region = "/bilan/2021?donneurOrdre=REGION OCCITANIE";
        assertThat(keyFigure(region, "Heures d’insertion"))
                .isEqualTo(affiche(entier("perimetres/region_occitanie/heures")));
        assertThat(keyFigure(region, "Bénéficiaires"))
                .isEqualTo(affiche(entier("perimetres/region_occitanie/personnes")));
        assertThat(keyFigure(region, "Marchés suivis"))
                .isEqualTo(affiche(entier("perimetres/region_occitanie/operations")));
        String prive = "/bilan/2021?depuis=2012&nature=PRIVE";
        assertThat(keyFigure(prive, "Heures d’insertion")).isEqualTo(affiche(entier("perimetres/prive_10_ans/heures")));
        assertThat(keyFigure(prive, "Bénéficiaires")).isEqualTo(affiche(entier("perimetres/prive_10_ans/personnes")));
        assertThat(keyFigure(prive, "Marchés suivis")).isEqualTo(affiche(entier("perimetres/prive_10_ans/operations")));
        Document page = page("/bilan/2021/beneficiaires?depuis=2012&nature=PRIVE");
        Map<String, BigDecimal> contrats = new TreeMap<>();
        for (Element ligne : page.select("#modalites tbody tr")) {
            String lien = ligne.select("td[data-label=Contrats] a").attr("href");
            contrats.put(
                    lien.replaceAll(".*modalite=([A-Z_]+).*", "$1"),
                    nombre(ligne.select("td[data-label=Contrats]").text()));
        }
        assertThat(contrats).containsExactlyInAnyOrderEntriesOf(lignes("contrats_prives_depuis_2012", MODALITES));
    }

    private String keyFigure(String adresse, String libelle) {
        Elements trouves = page(adresse).select(".kpi:has(.kpi-label:containsOwn(" + libelle + "))");
        assertThat(trouves).as(libelle + " at " + adresse).hasSize(1);
        return trouves.select(".kpi-value").text();
    }

    private static Map<String, BigDecimal> hours(Elements lignes) {
        Map<String, BigDecimal> heures = new TreeMap<>();
        lignes.forEach(l -> heures.put(
                l.select("th .name a").text(),
                nombre(l.select("td[data-label=Heures]").text())));
        return heures;
    }

    /** The figure that links to these records: the link is part of what is promised. */
    private static BigDecimal figure(Document page, String adresse) {
        Elements liens = page.select("td a[href='" + adresse + "']");
        assertThat(liens).as(adresse).hasSize(1);
        return nombre(liens.text());
    }

    /** As pages write numbers, but for the kind of the space between thousands. */
    private static String affiche(int valeur) {
        return "%,d".formatted(valeur).replace(',', ' ');
    }

    private static BigDecimal nombre(String texte) {
        return new BigDecimal(texte.replaceAll("[ %]", "").replace(',', '.'));
    }

    private Document page(String adresse) {
        return LUES.computeIfAbsent(adresse, this::read);
    }

    private Document read(String adresse) {
        long structureId = comptes.demonstration().orElseThrow();
        var moi = new UtilisateurConnecte(
                1,
                structureId,
                "r@exemple.fr",
                "R",
                "Démonstration",
                DemonstrationInstallation.DATE_METIER,
                EnumSet.of(Role.RESPONSABLE));
        var reponse = mvc.get()
                .uri(adresse)
                .with(authentication(new Identification(moi)))
                .exchange();
        assertThat(reponse).hasStatusOk();
        String html = new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return Jsoup.parse(html.replace('\u202f', ' ').replace('\u00a0', ' '));
    }
}
