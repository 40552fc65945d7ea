package fr.suiviclauses.accueil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Where "/" leads. */
@ApplicationTest
@Transactional
class AccueilTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    long structureId;

    @BeforeEach
    void open() {
        structureId = comptes.openStructure("Accueil", null);
    }

    @Test
    void a_new_structure_begins_with_the_present_year() {
        assertHome("/bilan/2022");
    }

    @Test
    void home_is_the_bilan_of_the_last_year_with_counted_hours() {
        jdbc.sql("""
                with buyer as (insert into donneur_ordre (structure_id, nom, nature) values (:s, 'Ville', 'PUBLIC') returning id),
                  contract as (insert into marche (structure_id, donneur_ordre_id, reference, type, date_notification)
                               select :s, id, 'M1', 'TRAVAUX', date '2018-01-01' from buyer returning id),
                  family as (insert into famille_achat (structure_id, nom, groupe) values (:s, 'Gros œuvre', 'Bâtiment') returning id),
                  lot as (insert into lot (structure_id, marche_id, famille_id) select :s, c.id, f.id from contract c, family f returning id),
                  company as (insert into entreprise (structure_id, nom) values (:s, 'Maçons') returning id),
                  person as (insert into beneficiaire (structure_id, nom, prenom, naissance)
                             values (:s, 'Ây', 'Zoé', date '1990-02-03') returning id),
                  entry as (insert into entree (structure_id, beneficiaire_id, debut, fin)
                            select :s, id, date '2018-03-01', date '2020-02-29' from person),
                  work as (insert into contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, debut)
                           select :s, p.id, e.id, 'EMBAUCHE_DIRECTE', date '2018-03-01' from person p, company e returning id)
                insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut)
                select :s, work.id, lot.id, mois, 10, statut
                  from work, lot, (values (date '2019-06-01', 'VALIDEE'), (date '2020-01-01', 'DECLAREE'), (date '2021-01-01', 'VALIDEE'))
                       as releve (mois, statut)""").param("s", structureId).update();
        assertHome("/bilan/2019"); // 2020 is not validated, 2021 is outside the window
    }

    @Test
    void whoever_enters_hours_begins_with_her_day_whatever_else_she_is() {
        assertThat(home(Role.FACILITATEUR)).hasStatus(302).redirectedUrl().isEqualTo("/aujourdhui");
        assertThat(home(Role.FACILITATEUR, Role.ADMINISTRATEUR, Role.RESPONSABLE))
                .redirectedUrl()
                .isEqualTo("/aujourdhui");
        assertThat(home(Role.ADMINISTRATEUR, Role.RESPONSABLE)).redirectedUrl().isEqualTo("/bilan/2022");
    }

    @Test
    void whoever_only_administers_finds_what_she_looks_after() {
        jdbc.sql(
                        "insert into donneur_ordre (structure_id, nom, nature) values (:s, 'Ville', 'PUBLIC'), (:s, 'Port', 'PUBLIC')")
                .param("s", structureId)
                .update();
        jdbc.sql("insert into famille_achat (structure_id, nom, groupe) values (:s, 'Gros œuvre', 'Bâtiment')")
                .param("s", structureId)
                .update();
        MvcTestResult page = home(Role.ADMINISTRATEUR);
        assertThat(page).hasStatus(200);
        Document html = Connecte.html(page);
        assertThat(html.select(".day .note").eachText())
                .containsExactly(
                        "2 donneurs d’ordres actifs, dont 2 sans SIRET",
                        "1 famille d’achats, 0 paramètre daté",
                        "0 fichier déposé");
        UtilisateurConnecte moi = moi(Role.ADMINISTRATEUR);
        assertThat(html.select(".day a").eachAttr("href")).isNotEmpty().allMatch(moi::mayOpen);
    }

    private void assertHome(String adresse) {
        assertThat(home(Role.RESPONSABLE)).hasStatus(302).redirectedUrl().isEqualTo(adresse);
    }

    private MvcTestResult home(Role... roles) {
        return mvc.get()
                .uri("/")
                .with(authentication(new Identification(moi(roles))))
                .exchange();
    }

    private UtilisateurConnecte moi(Role... roles) {
        return new UtilisateurConnecte(1, structureId, "a@exemple.fr", "A", "Accueil", null, Set.of(roles));
    }
}
