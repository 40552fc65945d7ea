package fr.suiviclauses.entreprise;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.filled;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static fr.suiviclauses.Connecte.told;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Companies and their contacts, entered through their pages. */
@ApplicationTest
class EntrepriseTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Companies", null), Role.FACILITATEUR);
    }

    private String create(String nom, String siren) {
        return redirection(
                moi.post("/entreprises/nouvelle", "nom", nom, "siren", siren, "type", "CLASSIQUE", "distinct", "oui"));
    }

    /** Scenario 2 of the field: holder of three marchés and subcontractor of a fourth, one company. */
    @Test
    void a_company_in_four_marches_is_one_company() {
        String adresse = create("Maçons Réunis", "732829320");
        roles(adresse, 4);

        assertThat(moi.page("/entreprises").select("tbody th").eachText()).containsExactly("Maçons Réunis");
        Document fiche = moi.page(adresse);
        assertThat(fiche.select(".lead-note").text()).startsWith("Un rôle dans 4 marchés");
        assertThat(fiche.select("section[aria-labelledby=roles-titre] tbody tr"))
                .hasSize(4);
        assertThat(fiche.select("section[aria-labelledby=roles-titre] tbody").text())
                .contains("Sous-traitant");
        assertThat(moi.page("/bilan/2021")
                        .select(".kpi:contains(Entreprises accompagnées) .kpi-value")
                        .text())
                .isEqualTo("1");
    }

    /** Missing on a lot, she is entered for it, and then only a role is left to choose. */
    @Test
    void a_company_entered_for_a_lot_leads_back_to_it() {
        String adresse = "/entreprises/nouvelle?lot=12";
        var refus = moi.post(adresse, "nom", "", "type", "CLASSIQUE");
        assertThat(html(refus).select("main form.form").attr("action")).isEqualTo(adresse);

        String role = redirection(moi.post(adresse, "nom", "Maçons Réunis", "type", "CLASSIQUE"));
        assertThat(role).matches("/lots/12/participations/nouvelle\\?entreprise=[0-9]+");
        for (String faux : new String[] {"x", "-1", "1,2", "1e3"})
            assertThat(moi.get("/entreprises/nouvelle?lot=" + faux)).hasStatus(404);
    }

    /** She may be there already, under another spelling: then she is chosen, and all that was typed stays as well. */
    @Test
    void a_company_that_a_contract_lacked_leads_back_to_it_new_or_not() {
        URI adresse = URI.create("/entreprises/nouvelle?contrat=lieu%3DIci%26employeur%3D");
        String contrat = redirection(moi.post(adresse, "nom", "Maçons Réunis", "type", "CLASSIQUE"));
        assertThat(contrat).matches("/contrats/nouveau\\?lieu=Ici&employeur=[0-9]+");

        Document refus = html(moi.post(adresse, "nom", "Macons reunis", "siren", "356000000", "type", "CLASSIQUE"));
        assertThat(refus.select(".flash-warn a:contains(la choisir)").attr("href"))
                .isEqualTo(contrat);
        assertThat(refus.select("main form.form").attr("action")).isEqualTo(adresse.toString());
        assertThat(refus.select(".form-actions a").attr("href")).isEqualTo("/contrats/nouveau?lieu=Ici");
    }

    @Test
    void numbers_are_checked_and_belong_together() {
        var refus = moi.post(
                "/entreprises/nouvelle",
                "nom",
                "Maçons",
                "siren",
                "732829321",
                "type",
                "ETTI",
                "sirets",
                "73282932000079");
        assertThat(error(refus, "siren")).contains("n’est pas valide");
        assertThat(error(refus, "sirets")).contains("n’est pas valide");
        assertThat(html(refus).select("#siren").val()).isEqualTo("732829321");

        refus = moi.post(
                "/entreprises/nouvelle",
                "nom",
                "Maçons",
                "siren",
                "732829320",
                "type",
                "ETTI",
                "sirets",
                "35600000000048");
        assertThat(error(refus, "sirets")).contains("n’est pas de l’entreprise 732829320");
    }

    @Test
    void a_siret_alone_gives_the_siren() {
        String adresse = redirection(moi.post(
                "/entreprises/nouvelle", "nom", "La Poste", "type", "CLASSIQUE", "sirets", "356 000 000 49837"));

        assertThat(moi.page(adresse).select("dl.sheet").text()).contains("SIREN 356000000", "SIRET 35600000049837");
    }

    @Test
    void two_siren_with_one_name_are_two_companies_but_a_siren_is_one_company() {
        create("Maçons", "732829320");

        var jumelles = moi.post("/entreprises/nouvelle", "nom", "MACONS", "siren", "356000000", "type", "CLASSIQUE");
        assertThat(jumelles).hasStatus(422);
        assertThat(html(jumelles).select(".flash-warn a").text()).isEqualTo("Maçons");
        create("Maçons", "356000000");
        assertThat(error(
                        moi.post("/entreprises/nouvelle", "nom", "Autre", "siren", "732829320", "type", "CLASSIQUE"),
                        "siren"))
                .isEqualTo("Une autre entreprise a déjà ce SIREN.");
    }

    @Test
    void contacts_change_and_the_old_ones_stay_known() {
        String adresse = create("Maçons", "732829320");
        String contacts = "/contacts/entreprise/" + adresse.replaceAll("\\D", "");
        redirection(moi.post(
                contacts + "/nouveau", "nom", "Anne Essai", "fin", "31/12/2020", "courriel", "anne@exemple.fr"));
        redirection(moi.post(
                contacts + "/nouveau", "nom", "Bruno Essai", "debut", "01/01/2021", "telephone", "05 00 00 00 00"));

        assertThat(moi.page(adresse).select(".lines li").eachText())
                .satisfiesExactly(
                        premier -> assertThat(premier).startsWith("Bruno Essai").contains("depuis le 01/01/2021"),
                        second -> assertThat(second).startsWith("Anne Essai Ancien contact"));
        var refus = moi.post(
                contacts + "/nouveau",
                "nom",
                "X",
                "debut",
                "02/01/2021",
                "fin",
                "01/01/2021",
                "courriel",
                "anne",
                "telephone",
                "abc");
        assertThat(error(refus, "fin")).isEqualTo("La fin est avant le début.");
        assertThat(error(refus, "courriel")).contains("pas complète");
        assertThat(error(refus, "telephone")).contains("chiffres");
    }

    @Test
    void a_company_with_a_role_is_deactivated_never_deleted() {
        String adresse = create("Maçons", "732829320");
        roles(adresse, 1);

        moi.post(adresse + "/suppression");
        moi.post(adresse + "/activation", "actif", "non");

        assertThat(moi.get(adresse)).hasStatusOk();
        assertThat(moi.page("/entreprises").select("tbody th")).isEmpty();
        assertThat(redirection(moi.post(create("Seule", "356000000") + "/suppression")))
                .isEqualTo("/entreprises");
    }

    @Test
    void whoever_comes_second_is_told() {
        String adresse = create("Maçons", "732829320");
        moi.post(adresse + "/modifier", "nom", "Maçons", "siren", "732829320", "type", "EI", "version", "0");

        var conflit = moi.post(
                adresse + "/modifier", "nom", "Maçons SA", "siren", "732829320", "type", "CLASSIQUE", "version", "0");

        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".conflict").text())
                .contains("Camille Roux", "Entreprise classique → Entreprise d’insertion");
    }

    @Test
    void whoever_comes_second_is_told_of_establishments_as_well() {
        String adresse = create("Maçons", "732829320");
        Document ouverte = moi.page(adresse + "/modifier");
        redirection(moi.post(adresse + "/modifier", filled(ouverte, "sirets", "73282932000074")));

        var conflit = moi.post(adresse + "/modifier", filled(ouverte));

        assertThat(conflit).hasStatus(409);
        assertThat(told(conflit)).containsExactly("SIRET : – → 73282932000074");
        assertThat(moi.page(adresse).select("dl.sheet").text()).contains("73282932000074");
    }

    @Test
    void months_without_hours_nor_a_confirmed_none_are_missing() {
        String adresse = create("Maçons", "732829320");
        roles(adresse, 1);
        person(adresse);
        jdbc.sql("""
                        insert into affectation (structure_id, contrat_id, lot_id)
                        select c.structure_id, c.id, l.id from contrat_insertion c join lot l on l.structure_id = c.structure_id
                         where c.structure_id = ?""").param(moi.structure()).update();
        jdbc.sql("""
                        insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures)
                        select structure_id, contrat_id, lot_id, m::date, 100
                          from affectation, generate_series(timestamp '2021-01-01', '2021-09-01', '1 month') m where structure_id = ?""").param(moi.structure()).update();
        jdbc.sql("""
                        insert into mois_sans_heure (structure_id, contrat_id, lot_id, mois)
                        select structure_id, contrat_id, lot_id, date '2021-11-01' from affectation where structure_id = ?""").param(moi.structure()).update();

        var manquants = moi.page(adresse).select("section[aria-labelledby=manquants-titre] li");

        assertThat(manquants.eachText()).containsExactly("décembre 2021 1 contrat", "octobre 2021 1 contrat");
        assertThat(manquants.select("a").attr("href"))
                .isEqualTo("/heures/mois?mois=2021-12&entreprise=" + adresse.replaceAll("\\D", ""));
    }

    @Test
    void its_history_tells_lots_contracts_hours_and_what_was_changed() {
        String adresse = create("Maçons", "732829320");
        assertThat(moi.page(adresse).select("section:has(#histoire-titre)").text())
                .contains("Rien ne s’est passé");
        roles(adresse, 2);
        person(adresse);
        jdbc.sql("update contrat_insertion set fin = date '2021-06-30' where structure_id = ?")
                .param(moi.structure())
                .update();
        jdbc.sql("""
                        insert into entree (structure_id, beneficiaire_id, debut, fin)
                        select structure_id, id, date '2021-01-01', date '2022-12-31' from beneficiaire where structure_id = ?""").param(moi.structure()).update();
        jdbc.sql("""
                        insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures)
                        select c.structure_id, c.id, (select min(l.id) from lot l where l.structure_id = c.structure_id), m::date, 100
                          from contrat_insertion c, generate_series(timestamp '2021-03-01', '2021-04-01', '1 month') m
                         where c.structure_id = ?""").param(moi.structure()).update();
        moi.post(adresse + "/modifier", "nom", "Maçons SA", "siren", "732829320", "type", "EI", "version", "0");
        long lot = jdbc.sql("select lot_id from participation where structure_id = ? and role = 'SOUS_TRAITANT'")
                .param(moi.structure())
                .query(Long.class)
                .single();
        moi.post(
                "/lots/" + lot + "/participations/suppression",
                "entreprise",
                adresse.replaceAll("\\D", ""),
                "role",
                "SOUS_TRAITANT");

        List<String> evenements = moi.page(adresse).select(".timeline li > div").eachText();

        assertThat(evenements.subList(0, 2))
                .containsExactlyInAnyOrder(
                        "N’est plus sous-traitant : lot 1, marché M2 par Camille Roux",
                        "Fiche modifiée nom : Maçons → Maçons SA ; type : Entreprise classique → Entreprise d’insertion par Camille Roux");
        assertThat(evenements.subList(2, evenements.size()))
                .containsExactly(
                        "1 contrat terminé Essai Zoé",
                        "100,00 h comptées 1 personne",
                        "100,00 h comptées 1 personne",
                        "1 contrat commencé Essai Zoé",
                        "Titulaire du lot 1, marché M1 Ville");
        assertThat(moi.page(adresse).select(".timeline .when").eachText()).contains("juin 2021", "01/01/2021");
    }

    @Test
    void its_history_tells_merges_and_their_undoing_on_either_record() {
        String garde = create("Maçons", "732829320");
        String absorbee = create("<b>Maçons SA</b>", "");
        moi.post(garde + "/fusion", "avec", absorbee.replaceAll("\\D", ""));
        String gardee = "« <b>Maçons SA</b> » fusionnée dans cette fiche par Camille Roux";
        assertThat(moi.page(garde).select(".timeline li > div").eachText()).containsExactly(gardee);

        moi.post(moi.page(garde).select("form[action$=/annulation]").attr("action"));

        assertThat(moi.page(garde).select(".timeline li > div").eachText())
                .containsExactly("Fusion de « <b>Maçons SA</b> » annulée par Camille Roux", gardee);
        assertThat(moi.page(absorbee).select(".timeline li > div").eachText())
                .containsExactly(
                        "Fusion dans « Maçons » annulée par Camille Roux",
                        "Fusionnée dans « Maçons » par Camille Roux");
    }

    @Test
    void a_merge_is_undone_after_those_that_followed_it() {
        String un = create("Arbre", "732829320");
        String deux = create("Bateau", "");
        String trois = create("Cerise", "");
        moi.post(deux + "/fusion", "avec", trois.replaceAll("\\D", ""));
        String premiere = moi.page(deux).select("form[action$=/annulation]").attr("action");
        moi.post(un + "/fusion", "avec", deux.replaceAll("\\D", ""));

        assertThat(moi.post(premiere).getMvcResult().getFlashMap().get("erreur"))
                .asString()
                .startsWith("La fiche gardée a elle-même été fusionnée depuis");
        assertThat(moi.get(trois).getResponse().getRedirectedUrl()).isEqualTo(un);
    }

    @Test
    void names_of_people_are_for_facilitateurs_alone() {
        String adresse = create("Maçons", "732829320");
        person(adresse);

        assertThat(moi.page(adresse).text()).contains("Essai Zoé");
        Connecte responsable = Connecte.to(mvc, comptes, moi.structure(), Role.RESPONSABLE);
        assertThat(responsable.page(adresse).text())
                .contains("a employé 1 personne")
                .doesNotContain("Essai Zoé");
    }

    @Test
    void another_structures_company_does_not_exist() {
        String adresse = create("Maçons", "732829320");
        String contacts = "/contacts/entreprise/" + adresse.replaceAll("\\D", "");
        redirection(moi.post(contacts + "/nouveau", "nom", "Anne Essai"));
        String contact = moi.page(adresse).select(".lines a[href*=contacts]").attr("href");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);

        assertThat(autre.get(adresse)).hasStatus(404);
        assertThat(autre.get(adresse + "/modifier")).hasStatus(404);
        assertThat(autre.post(adresse + "/suppression")).hasStatus(404);
        assertThat(autre.post(contacts + "/nouveau", "nom", "X")).hasStatus(404);
        assertThat(autre.get(contact)).hasStatus(404);
        assertThat(autre.post(contact, "nom", "X")).hasStatus(404);
        assertThat(autre.post(contact + "/suppression")).hasStatus(404);
        assertThat(moi.get("/contacts/autre/1/nouveau")).hasStatus(404);
    }

    @Test
    void a_record_takes_as_many_statements_for_one_lot_as_for_many() {
        String adresse = create("Maçons", "732829320");
        long sans = RequetesComptees.during(() -> moi.page(adresse));
        roles(adresse, 12);

        assertThat(RequetesComptees.during(() -> moi.page(adresse))).isEqualTo(sans);
    }

    /** Holder of the first marchés, subcontractor of the last. */
    private void roles(String adresse, int combien) {
        jdbc.sql("""
                        with f as (insert into famille_achat (structure_id, nom, groupe) values (:s, 'Gros œuvre', 'Bâtiment') returning id),
                        d as (insert into donneur_ordre (structure_id, nom, nature) values (:s, 'Ville', 'PUBLIC') returning id),
                        m as (insert into marche (structure_id, donneur_ordre_id, reference, type, date_notification)
                              select :s, id, 'M' || i, 'TRAVAUX', date '2021-01-01' from d, generate_series(1, :n) i returning id, reference),
                        l as (insert into lot (structure_id, marche_id, famille_id) select :s, m.id, f.id from m, f returning id, marche_id)
                        insert into participation (structure_id, lot_id, entreprise_id, role)
                        select :s, l.id, :e, case when m.reference = 'M' || :n then 'SOUS_TRAITANT' else 'TITULAIRE' end
                          from l join m on m.id = l.marche_id""")
                .param("s", moi.structure())
                .param("n", combien)
                .param("e", Long.parseLong(adresse.replaceAll("\\D", "")))
                .update();
    }

    private void person(String adresse) {
        jdbc.sql("""
                        with b as (insert into beneficiaire (structure_id, nom, prenom, naissance) values (:s, 'Essai', 'Zoé', date '1990-01-01') returning id)
                        insert into contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, debut)
                        select :s, id, :e, 'EMBAUCHE_DIRECTE', date '2021-01-01' from b""")
                .param("s", moi.structure())
                .param("e", Long.parseLong(adresse.replaceAll("\\D", "")))
                .update();
    }
}
