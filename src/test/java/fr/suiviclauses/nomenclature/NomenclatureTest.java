package fr.suiviclauses.nomenclature;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What an administrateur sets for her structure. */
@ApplicationTest
class NomenclatureTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Nomenclatures", null), Role.ADMINISTRATEUR);
    }

    private void create(String nom) {
        redirection(moi.post("/nomenclatures/familles/nouvelle", "nom", nom, "groupe", "Bâtiment"));
    }

    @Test
    void a_family_is_in_one_of_the_groups_and_its_name_is_its_own() {
        create("Gros œuvre");

        var refus = moi.post("/nomenclatures/familles/nouvelle", "nom", "GROS-ŒUVRE", "groupe", "Nettoyage propreté");
        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "nom")).isEqualTo("Une autre famille porte ce nom.");
        assertThat(error(moi.post("/nomenclatures/familles/nouvelle", "nom", "Bardage", "groupe", "Autre"), "groupe"))
                .isEqualTo("Choisissez dans la liste.");
        assertThat(moi.page("/nomenclatures/familles?groupe=Bâtiment")
                        .select("tbody th")
                        .eachText())
                .containsExactly("Gros œuvre");
    }

    @Test
    void a_family_with_lots_is_deactivated_never_deleted() {
        create("Gros œuvre");
        String adresse =
                moi.page("/nomenclatures/familles").select("tbody th a").attr("href");
        lot(Long.parseLong(adresse.replaceAll("\\D", "")));

        assertThat(moi.page(adresse).select(".flash-warn").text()).startsWith("1 lot est");
        moi.post(adresse + "/suppression");
        moi.post(adresse + "/activation", "actif", "non");

        assertThat(moi.page("/nomenclatures/familles").select("tbody th")).isEmpty();
        assertThat(moi.page("/nomenclatures/familles?etat=inactifs").select("tbody th"))
                .hasSize(1);
    }

    @Test
    void a_parameter_holds_from_its_date_on_and_a_slip_is_taken_back() {
        String etp = "/nomenclatures/parametres/etp";
        redirection(moi.post(etp, "date", "01/01/2021", "valeur", "1 587,5"));

        assertThat(moi.page("/nomenclatures").select(".lines").text()).contains("01/01/2021 1\u202f587,5");
        assertThat(error(moi.post(etp, "date", "01/01/2021", "valeur", "1600"), "date"))
                .isEqualTo("Une valeur commence déjà à cette date.");
        assertThat(error(moi.post(etp, "date", "31/02/2021", "valeur", "4000"), "date"))
                .isEqualTo("Cette date n’existe pas.");
        assertThat(error(
                        moi.post("/nomenclatures/parametres/eligibilite", "date", "01/01/2021", "valeur", "24,5"),
                        "valeur"))
                .isEqualTo("Un nombre entier de mois est attendu.");
        redirection(moi.post(etp + "/suppression", "date", "01/01/2021"));
        assertThat(moi.page("/nomenclatures").select(".lines").text()).contains("1\u202f607 heures par défaut");
        assertThat(moi.post(etp + "/suppression", "date", "01/01/2021")).hasStatus(404);
        assertThat(moi.get("/nomenclatures/parametres/autre")).hasStatus(404);
    }

    @Test
    void another_structures_family_does_not_exist() {
        create("Gros œuvre");
        String adresse =
                moi.page("/nomenclatures/familles").select("tbody th a").attr("href");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.ADMINISTRATEUR);

        assertThat(autre.get(adresse)).hasStatus(404);
        assertThat(autre.post(adresse, "nom", "x", "groupe", "Bâtiment")).hasStatus(404);
        assertThat(autre.post(adresse + "/activation", "actif", "non")).hasStatus(404);
        assertThat(autre.post(adresse + "/suppression")).hasStatus(404);
    }

    private void lot(long famille) {
        jdbc.sql("""
                        with d as (insert into donneur_ordre (structure_id, nom, nature) values (:s, 'Ville', 'PUBLIC') returning id),
                        m as (insert into marche (structure_id, donneur_ordre_id, reference, type, date_notification)
                              select :s, id, 'M1', 'TRAVAUX', date '2021-01-01' from d returning id)
                        insert into lot (structure_id, marche_id, famille_id) select :s, id, :f from m""").param("s", moi.structure()).param("f", famille).update();
    }
}
