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
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A year's hours to decide on: page by page, with the address telling the filters, and decided page by page. */
@ApplicationTest
class ValidationTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Chantier chantier;
    private Connecte moi;
    private String adresse;

    /** Ten people with twelve months each, declared. */
    @BeforeEach
    void declare() {
        chantier = Chantier.open(jdbc, comptes);
        moi = Connecte.to(mvc, comptes, chantier.structure(), Role.FACILITATEUR);
        adresse = "/heures/validation?annee=2021&marche=" + chantier.marche() + "&statut=DECLAREE";
        List<String> champs = new ArrayList<>(List.of("comme", "DECLAREE"));
        for (int i = 0; i < 10; i++) {
            long contrat = chantier.person("Personne" + i);
            for (int mois = 1; mois <= 12; mois++) {
                champs.add("h_" + contrat + "_" + chantier.lot() + "_2021-%02d".formatted(mois));
                champs.add("10,5");
            }
        }
        redirection(moi.post("/heures?annee=2021&marche=" + chantier.marche(), champs.toArray(String[]::new)));
    }

    private static List<String> boxes(Document page) {
        return page.select("input[name=choix]").eachAttr("value");
    }

    /** What was rejected was not worked: taken back, it counts in its person's month again. */
    @Test
    void hours_taken_back_are_judged_as_if_they_were_typed() {
        String autre = Long.toString(chantier.insert("lot (structure_id, marche_id, numero, famille_id) select :s, "
                + chantier.marche() + ", '2', min(id) from famille_achat where structure_id = :s"));
        String rejetees = adresse.replace("DECLAREE", "REJETEE");
        jdbc.sql("update releve_heures set heures = 200, statut = 'VALIDEE' where structure_id = ?")
                .param(chantier.structure())
                .update();
        jdbc.sql("insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut, motif)"
                        + " select structure_id, contrat_id, ?, mois, 30, 'REJETEE', 'doublon' from releve_heures"
                        + " where structure_id = ? and mois = '2021-03-01'")
                .params(Long.valueOf(autre), chantier.structure())
                .update();
        List<String> choix = boxes(moi.page(rejetees));
        assertThat(choix).hasSize(10);
        String[] champs = {"choix", choix.get(0), "decision", "DECLAREE"};

        MvcTestResult refus = moi.post(rejetees, champs);

        assertThat(refus).hasStatus(422);
        assertThat(html(refus).text()).contains("mars 2021 : 230 h", "212,6 h", "justification");
        assertThat(boxes(moi.page(rejetees))).hasSize(10);
        jdbc.sql(
                        "update releve_heures set justification = 'Deux équipes' where structure_id = ? and statut = 'VALIDEE'")
                .param(chantier.structure())
                .update();
        redirection(moi.post(rejetees, champs));
        assertThat(boxes(moi.page(rejetees))).hasSize(9);
        jdbc.sql("update releve_heures set heures = 600 where structure_id = ? and mois = '2021-03-01'")
                .param(chantier.structure())
                .update();
        assertThat(html(moi.post(rejetees, "choix", choix.get(1), "decision", "VALIDEE"))
                        .text())
                .contains("744 h");
    }

    @Test
    void what_the_rules_say_against_hours_is_read_where_they_are_decided_on() {
        jdbc.sql("update releve_heures set heures = 160 where structure_id = ? and mois = '2021-02-01'")
                .param(chantier.structure())
                .update();
        jdbc.sql(
                        "update releve_heures set heures = 225, justification = 'Deux équipes' where structure_id = ? and mois = '2021-01-01'")
                .param(chantier.structure())
                .update();
        jdbc.sql("update entree set fin = '2021-10-31' where structure_id = ?")
                .param(chantier.structure())
                .update();
        jdbc.sql("update marche set date_fin = '2021-11-30' where structure_id = ?")
                .param(chantier.structure())
                .update();

        assertThat(remarks(moi.page(adresse), "janvier 2021"))
                .containsOnly("Deux équipes 225 h ce mois-ci sur l’ensemble de ses contrats, au-delà de 212,6 h.");
        assertThat(remarks(moi.page(adresse), "février 2021"))
                .containsOnly("160 h ce mois-ci sur l’ensemble de ses contrats, au-delà de 151,67 h.");
        assertThat(remarks(moi.page(adresse), "mars 2021")).containsOnly("");
        assertThat(remarks(moi.page(adresse + "&page=3"), "novembre 2021"))
                .containsOnly("Hors de la période d’éligibilité : ces heures sont gardées, mais ne comptent pas.");
        assertThat(remarks(moi.page(adresse + "&page=3"), "décembre 2021"))
                .containsOnly("Hors de la période d’éligibilité : ces heures sont gardées, mais ne comptent pas."
                        + " Hors des dates du marché : ces heures comptent, et figurent dans les contrôles.");
    }

    @Test
    void fifty_releves_take_as_many_statements_as_ten() {
        long rien = RequetesComptees.during(() -> moi.page(adresse.replace("annee=2021", "annee=2022")));
        jdbc.sql("update releve_heures set mois = '2022-01-01' where structure_id = ? and mois = '2021-01-01'")
                .param(chantier.structure())
                .update();
        assertThat(boxes(moi.page(adresse.replace("annee=2021", "annee=2022")))).hasSize(10);
        long quelques = RequetesComptees.during(() -> moi.page(adresse.replace("annee=2021", "annee=2022")));

        assertThat(quelques).isEqualTo(rien + 1);
        assertThat(RequetesComptees.during(() -> moi.page(adresse))).isEqualTo(quelques);
    }

    private static List<String> remarks(Document page, String mois) {
        List<String> remarques = page.select("tr:has(td:containsOwn(" + mois + ")) td:last-child").stream()
                .map(cellule -> cellule.text().replace('\u00a0', ' '))
                .toList();
        assertThat(remarques).as(mois).isNotEmpty();
        return remarques;
    }

    @Test
    void each_releve_is_on_one_page_and_the_filters_stay_in_the_address() {
        Document premiere = moi.page(adresse);
        assertThat(premiere.select(".list-count").text()).isEqualTo("120 relevés à valider, 1\u202f260 h");
        assertThat(premiere.select(".chip[aria-current]").text()).isEqualTo("À valider 120");
        assertThat(premiere.select(".lead-note").text()).isEqualTo("Ville de Rivière · marché 2020-07");
        assertThat(premiere.select(".pager span").text()).isEqualTo("Page 1 sur 3");
        String suite = premiere.select(".pager a[rel=next]").attr("href");
        assertThat(suite).isEqualTo(adresse + "&page=2");

        Document deuxieme = moi.page(suite);
        assertThat(deuxieme.select(".pager a[rel=prev]").attr("href")).isEqualTo(adresse);
        Document derniere = moi.page(deuxieme.select(".pager a[rel=next]").attr("href"));
        List<String> tous = new ArrayList<>(boxes(premiere));
        tous.addAll(boxes(deuxieme));
        tous.addAll(boxes(derniere));
        assertThat(boxes(premiere)).hasSize(50);
        assertThat(tous).hasSize(120).doesNotHaveDuplicates();
        assertThat(moi.page(adresse + "&page=99").select(".pager span").text()).isEqualTo("Page 3 sur 3");
        for (String page : List.of("0", "-1", "x", "1e3", "9999999999"))
            assertThat(moi.get(adresse + "&page=" + page)).as(page).hasStatus(400);
    }

    @Test
    void a_decision_is_for_the_page_that_was_ticked_and_comes_back_to_it() {
        String deuxieme = adresse + "&page=2";
        List<String> choix = boxes(moi.page(deuxieme));

        MvcTestResult sansMotif = moi.post(deuxieme, "choix", choix.get(3), "decision", "REJETEE");
        assertThat(sansMotif).hasStatus(422);
        assertThat(html(sansMotif).select(".pager span").text()).isEqualTo("Page 2 sur 3");
        assertThat(html(sansMotif).select("input[name=choix][checked]").eachAttr("value"))
                .containsExactly(choix.get(3));

        List<String> champs = new ArrayList<>(List.of("decision", "VALIDEE"));
        choix.forEach(un -> champs.addAll(List.of("choix", un)));
        assertThat(redirection(moi.post(deuxieme, champs.toArray(String[]::new))))
                .isEqualTo(deuxieme);
        Document apres = moi.page(deuxieme);
        assertThat(apres.select(".list-count").text()).startsWith("70 relevés à valider");
        assertThat(boxes(apres)).hasSize(20).doesNotContainAnyElementsOf(choix);
        assertThat(apres.select(".chips .chip").eachText())
                .containsExactly("À valider 70", "Brouillons 0", "Rejetées 0", "Validées 50");
    }

    @Test
    void nothing_to_decide_is_said_and_a_closed_year_has_nothing_to_tick() {
        Document vide = moi.page("/heures/validation?annee=2020");
        assertThat(vide.select(".empty h2").text()).isEqualTo("Rien à valider.");
        assertThat(vide.select(".pager")).isEmpty();
        chantier.close(2021);
        Document close = moi.page(adresse);
        assertThat(close.select(".flash").text()).contains("Cette année est arrêtée");
        assertThat(close.select("tbody tr")).hasSize(50);
        assertThat(close.select("input[name=choix], button[name=decision]")).isEmpty();
    }
}
