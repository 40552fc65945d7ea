package fr.suiviclauses.marche.operation;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.referentiel.TypeOperation;
import fr.suiviclauses.securite.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Operations, entered and read through their pages. */
@ApplicationTest
class OperationTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Operations", null), Role.FACILITATEUR);
    }

    private String create(String nom, String objectif) {
        return redirection(moi.post("/operations/nouvelle", "nom", nom, "type", "GRAND_PROJET", "objectif", objectif));
    }

    /** Scenario 5 of the field: 16 644 h of 15 000 are 111 %, done by 27 people. */
    @Test
    void over_achievement_is_shown_as_it_is() {
        String adresse = create("Téléo", "15 000");
        hours(adresse);

        Document fiche = moi.page(adresse);

        assertThat(fiche.select(".details-total").text()).isEqualTo("16\u202f644 h faites, 111\u202f%");
        assertThat(fiche.select(".note").text()).contains("27 personnes");
        assertThat(fiche.text()).contains("dépassé de 1\u202f644 h");
        assertThat(moi.page("/operations").select("tbody td.n").eachText())
                .containsExactly("2", "2", "15\u202f000,00", "16\u202f644,00", "111,0\u202f%");
    }

    @Test
    void two_operations_never_bear_one_name() {
        create("Téléo", "");

        var refus = moi.post("/operations/nouvelle", "nom", "TELEO", "type", "PROGRAMME", "objectif", "12");

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "nom")).isEqualTo("Une autre opération porte ce nom.");
        assertThat(html(refus).select("#objectif").val()).isEqualTo("12");
    }

    @Test
    void an_objective_is_a_number_above_zero_or_nothing() {
        for (String faux : new String[] {"0", "-5", "1.234", "abc", "99999999999"}) {
            var refus = moi.post("/operations/nouvelle", "nom", "Essai", "type", "PROGRAMME", "objectif", faux);
            assertThat(refus).as(faux).hasStatus(422);
            assertThat(error(refus, "objectif")).as(faux).isNotEmpty();
        }
        assertThat(moi.page(create("Sans objectif", "")).text()).contains("Aucun objectif d’heures");
    }

    @Test
    void an_operation_with_marches_is_deactivated_and_keeps_its_hours() {
        String adresse = create("Téléo", "15000");
        hours(adresse);

        moi.post(adresse + "/suppression");
        moi.post(adresse + "/activation", "actif", "non");

        assertThat(moi.page("/operations").select("tbody th")).isEmpty();
        assertThat(moi.page(adresse).select(".details-total").text()).startsWith("16\u202f644");
    }

    @Test
    void whoever_comes_second_is_told() {
        String adresse = create("Téléo", "15000");
        moi.post(adresse + "/modifier", "nom", "Téléo", "type", "PROGRAMME", "objectif", "16000", "version", "0");

        var conflit = moi.post(
                adresse + "/modifier", "nom", "Téléo", "type", "GRAND_PROJET", "objectif", "1", "version", "0");

        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".conflict").text())
                .contains("Objectif", "15\u202f000,00 → 16\u202f000,00")
                .contains(TypeOperation.PROGRAMME.libelle())
                .doesNotContain("PROGRAMME");
        assertThat(html(conflit).select("#objectif").val()).isEqualTo("1");
    }

    @Test
    void another_structures_operation_does_not_exist() {
        String adresse = create("Téléo", "");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.ADMINISTRATEUR);

        assertThat(autre.get(adresse)).hasStatus(404);
        assertThat(autre.get(adresse + "/modifier")).hasStatus(404);
        assertThat(autre.post(adresse + "/suppression")).hasStatus(404);
        assertThat(autre.post(adresse + "/activation", "actif", "non")).hasStatus(404);
    }

    @Test
    void a_record_takes_as_many_statements_with_marches_as_without() {
        String adresse = create("Téléo", "");
        long sans = RequetesComptees.during(() -> moi.page(adresse));
        hours(adresse);

        assertThat(RequetesComptees.during(() -> moi.page(adresse))).isEqualTo(sans);
    }

    /** 26 people with 50 h and one with 87 h a month of 2021, on marchés of two buyers; one of them works on both. */
    private void hours(String adresse) {
        long operation = Long.parseLong(adresse.replaceAll("\\D", ""));
        jdbc.sql("""
                        with f as (insert into famille_achat (structure_id, nom, groupe) values (:s, 'Gros œuvre', 'Bâtiment') returning id),
                        d as (insert into donneur_ordre (structure_id, nom, nature) values (:s, 'Métropole', 'PUBLIC'), (:s, 'Tisséo', 'PUBLIC') returning id),
                        m as (insert into marche (structure_id, donneur_ordre_id, operation_id, reference, type, date_notification)
                              select :s, id, :o, 'M', 'TRAVAUX', date '2020-01-01' from d returning id),
                        l as (insert into lot (structure_id, marche_id, famille_id) select :s, m.id, f.id from m, f returning id),
                        e as (insert into entreprise (structure_id, nom) values (:s, 'Maçons') returning id),
                        b as (insert into beneficiaire (structure_id, nom, prenom, naissance)
                              select :s, 'Essai', 'N' || i, date '1990-01-01' from generate_series(1, 27) i returning id, prenom),
                        n as (insert into entree (structure_id, beneficiaire_id, debut, fin)
                              select :s, id, date '2020-06-01', date '2022-05-31' from b returning id),
                        c as (insert into contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, debut)
                              select :s, b.id, e.id, 'EI', date '2020-06-01' from b, e returning id, beneficiaire_id)
                        insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures)
                        select :s, c.id, case when b.prenom = 'N1' and extract(month from mois) > 6 then haut else bas end, mois,
                               case when b.prenom = 'N1' then 87 else 50 end
                          from c join b on b.id = c.beneficiaire_id
                         cross join (select max(id) as haut, min(id) as bas from l) lots
                         cross join generate_series(timestamp '2021-01-01', timestamp '2021-12-01', interval '1 month') mois""").param("s", moi.structure()).param("o", operation).update();
    }
}
