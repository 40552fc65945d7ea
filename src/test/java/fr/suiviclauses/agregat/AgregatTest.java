package fr.suiviclauses.agregat;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Declared figures, entered through their pages and read on the bilan. */
@ApplicationTest
class AgregatTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    private Connecte moi;

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Aggregates", null), Role.FACILITATEUR);
    }

    private void declare() {
        redirection(moi.post(
                "/agregats/nouveau",
                "libelle",
                "Achats de l’État",
                "annee",
                "2021",
                "heures",
                "164 384",
                "beneficiaires",
                "446",
                "etp",
                "96"));
    }

    @Test
    void a_declared_figure_stands_beside_the_structures_hours_and_is_not_added() {
        declare();

        assertThat(moi.page("/bilan/2021/perimetres").text()).contains("Achats de l’État", "164\u202f384");
        assertThat(moi.page("/bilan/2021").select(".kpi-main .kpi-value").text())
                .isEqualTo("–");
    }

    /** Whoever may not change it has no link to its form. */
    @Test
    void its_line_leads_to_a_form_only_whom_it_opens_to() {
        declare();
        assertThat(moi.page("/agregats").select("tbody th a")).hasSize(1);
        Document liste =
                Connecte.to(mvc, comptes, moi.structure(), Role.RESPONSABLE).page("/agregats");
        assertThat(liste.select("tbody th").text()).isEqualTo("Achats de l’État");
        assertThat(liste.select("tbody th a")).isEmpty();
    }

    @Test
    void a_perimeter_has_one_declaration_a_year() {
        declare();

        var refus = moi.post("/agregats/nouveau", "libelle", "Achats de l’État", "annee", "2021", "heures", "5");

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "annee")).isEqualTo("Ce périmètre a déjà une déclaration pour cette année.");
        assertThat(html(refus).select("#heures").val()).isEqualTo("5");
    }

    @Test
    void what_is_wrong_is_said_next_to_each_field() {
        var refus = moi.post(
                "/agregats/nouveau",
                "libelle",
                "1 85 05 78 006 084 91",
                "annee",
                "21",
                "heures",
                "1.234",
                "beneficiaires",
                "4,5",
                "operations",
                "-1");

        assertThat(error(refus, "libelle")).contains("numéro de sécurité sociale");
        assertThat(error(refus, "annee")).contains("quatre chiffres");
        assertThat(error(refus, "heures")).contains("ambigu");
        assertThat(error(refus, "beneficiaires")).isEqualTo("Un nombre entier est attendu.");
        assertThat(error(refus, "operations")).contains("négatif");
        assertThat(error(moi.post("/agregats/nouveau", "libelle", "Vide", "annee", "2021"), "heures"))
                .isEqualTo("Donnez au moins un chiffre.");
    }

    @Test
    void a_declaration_is_changed_with_care_and_removed() {
        declare();
        String adresse = moi.page("/agregats").select("tbody th a").attr("href");
        assertThat(moi.page(adresse).select("#heures").val()).isEqualTo("164\u202f384");
        String[] change = {"libelle", "Achats de l’État", "annee", "2021", "heures", "1", "version", "0"};

        redirection(moi.post(adresse, change));
        assertThat(moi.post(adresse, change)).hasStatus(409);
        redirection(moi.post(adresse + "/suppression"));

        assertThat(moi.get(adresse)).hasStatus(404);
    }

    @Test
    void another_structures_declaration_does_not_exist() {
        declare();
        String adresse = moi.page("/agregats").select("tbody th a").attr("href");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);

        assertThat(autre.get(adresse)).hasStatus(404);
        assertThat(autre.post(adresse, "libelle", "x", "annee", "2021", "heures", "1"))
                .hasStatus(404);
        assertThat(autre.post(adresse + "/suppression")).hasStatus(404);
    }
}
