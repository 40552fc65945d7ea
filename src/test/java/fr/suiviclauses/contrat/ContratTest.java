package fr.suiviclauses.contrat;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Contracts, entered and changed through their pages. */
@ApplicationTest
class ContratTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;

    /** Two buyers with a lot each, an ETTI and a mason, Zoé who entered in 2021 and Zoé who never did. */
    @BeforeEach
    void seed() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Contracts", null), Role.FACILITATEUR);
        jdbc.sql("""
                        with f as (insert into famille_achat (structure_id, nom, groupe) values (:s, 'Gros œuvre', 'Bâtiment') returning id),
                        d as (insert into donneur_ordre (structure_id, nom, nature) values (:s, 'Ville', 'PUBLIC'), (:s, 'Région', 'PUBLIC') returning id, nom),
                        m as (insert into marche (structure_id, donneur_ordre_id, reference, type, date_notification)
                              select :s, id, 'M-' || nom, 'TRAVAUX', date '2021-01-01' from d returning id),
                        l as (insert into lot (structure_id, marche_id, famille_id) select :s, m.id, f.id from m, f),
                        e as (insert into entreprise (structure_id, nom, type) values (:s, 'Relais ETTI', 'ETTI'), (:s, 'Maçons', 'CLASSIQUE')),
                        b as (insert into beneficiaire (structure_id, nom, prenom, naissance)
                              values (:s, 'Ângel', 'Zoé', date '1990-01-02'), (:s, 'Angelin', 'Zoé', date '1991-01-02') returning id, nom)
                        insert into entree (structure_id, beneficiaire_id, debut, fin)
                        select :s, id, date '2021-01-01', date '2022-12-31' from b where nom = 'Ângel'""").param("s", moi.structure()).update();
    }

    private MvcTestResult send(String adresse, String... differences) {
        List<String> champs = new ArrayList<>(List.of(
                "personne", "Ângel Zoé, 02/01/1990",
                "employeur", "relais",
                "modalite", "ETTI",
                "type", "CTT",
                "debut", "04/01/2021",
                "fin", "",
                "lot", "m-ville"));
        champs.addAll(Arrays.asList(differences));
        // The last of two values of one name stands.
        for (int i = champs.size() - 2; i >= 0; i -= 2) {
            if (champs.subList(0, i).contains(champs.get(i)) && i >= 14) {
                int premier = champs.indexOf(champs.get(i));
                champs.set(premier + 1, champs.get(i + 1));
                champs.subList(i, i + 2).clear();
            }
        }
        return moi.post(adresse, champs.toArray(String[]::new));
    }

    private String create(String... differences) {
        return redirection(send("/contrats/nouveau", differences));
    }

    private void hours(String contrat, String mois, String heures) {
        jdbc.sql("""
                        insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures)
                        select structure_id, contrat_id, lot_id, :mois::date, :heures::numeric from affectation
                         where structure_id = :s and contrat_id = :c""")
                .param("s", moi.structure())
                .param("c", Long.parseLong(contrat.replaceAll("\\D", "")))
                .param("mois", mois)
                .param("heures", heures)
                .update();
    }

    /** Scenario 1 of the field: one woman, two contracts with two buyers, counts once overall and once with each. */
    @Test
    void one_woman_with_two_contracts_counts_once_overall_and_once_with_each_buyer() {
        hours(create(), "2021-03-01", "130");
        hours(
                create("employeur", "maçons", "modalite", "EMBAUCHE_DIRECTE", "type", "CDD", "lot", "m-region"),
                "2021-04-01",
                "95");

        assertThat(moi.page("/bilan/2021")
                        .select(".kpi:contains(Bénéficiaires) .kpi-value")
                        .text())
                .isEqualTo("1");
        assertThat(moi.page("/bilan/2021?donneurOrdre=Ville")
                        .select(".kpi:contains(Bénéficiaires) .kpi-value")
                        .text())
                .isEqualTo("1");
        assertThat(moi.page("/bilan/2021?donneurOrdre=Région")
                        .select(".kpi:contains(Bénéficiaires) .kpi-value")
                        .text())
                .isEqualTo("1");
    }

    @Test
    void employer_holder_and_place_of_work_are_three() {
        Document fiche = moi.page(create("titulaire", "macons", "lieu", "Chantier de l’école", "fin", "30/06/2021"));

        assertThat(fiche.select("dl.sheet").text())
                .contains("Employeur Relais ETTI", "Titulaire Maçons", "Lieu de travail Chantier de l’école")
                .contains("du 04/01/2021 au 30/06/2021");
        assertThat(fiche.select("h1").text()).isEqualTo("Contrat d’Ângel Zoé Terminé");
        assertThat(fiche.select("section[aria-labelledby=lots-titre]").text()).contains("M-Ville, lot 1, Ville");
    }

    @Test
    void what_may_mean_several_things_is_asked_again_and_all_that_was_typed_stays() {
        var refus = send("/contrats/nouveau", "personne", "angel", "employeur", "introuvable", "lieu", "Ici");

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "personne"))
                .startsWith("Plusieurs correspondent")
                .contains("Angelin Zoé, 02/01/1991, n°");
        assertThat(error(refus, "employeur")).startsWith("Rien ne correspond");
        assertThat(html(refus).select("#lieu").val()).isEqualTo("Ici");
        assertThat(html(refus).select("#lot").val()).isEqualTo("m-ville");
    }

    /** Someone or some company may lack while a contract is entered: she is entered first, and nothing is typed again. */
    @Test
    void what_was_typed_waits_while_an_employer_who_lacked_is_entered() {
        String detour = redirection(send(
                "/contrats/nouveau",
                "suite",
                "employeur",
                "employeur",
                "Nettoyage & Cie",
                "titulaire",
                "maçons",
                "lieu",
                "Chantier de l’école",
                "debut",
                "32/13",
                "reference",
                "n° 5"));
        assertThat(detour).startsWith("/entreprises/nouvelle?");
        Document entreprise = moi.page(URI.create(detour));
        assertThat(entreprise.select("#nom").val()).isEqualTo("Nettoyage & Cie");

        // She gives up, and finds all of it.
        Document retour =
                moi.page(URI.create(entreprise.select(".form-actions a").attr("href")));
        assertThat(retour.select("#employeur").val()).isEqualTo("Nettoyage & Cie");
        assertThat(retour.select("#lieu").val()).isEqualTo("Chantier de l’école");

        // She goes through with it: the company is chosen.
        String rempli = redirection(moi.post(
                URI.create(entreprise.select("main form.form").attr("action")),
                "nom",
                "Nettoyage & Cie",
                "type",
                "CLASSIQUE"));
        Document contrat = moi.page(URI.create(rempli));
        assertThat(contrat.select("#employeur").val()).startsWith("Nettoyage & Cie, n°");
        assertThat(contrat.select("#personne").val()).startsWith("Ângel Zoé, 02/01/1990, n°");
        assertThat(contrat.select("#titulaire").val()).startsWith("Maçons, n°");
        assertThat(contrat.select("#lieu").val()).isEqualTo("Chantier de l’école");
        assertThat(contrat.select("#debut").val()).isEqualTo("32/13");
        assertThat(contrat.select("#reference").val()).isEqualTo("n° 5");
        assertThat(contrat.select("#modalite option[selected]").val()).isEqualTo("ETTI");
        assertThat(contrat.select("#type option[selected]").val()).isEqualTo("CTT");
        assertThat(contrat.select("fieldset [name=lots][checked]")).hasSize(1);
        // Enter saves: the first button of the form is the one that it presses.
        assertThat(contrat.expectFirst("main form.form [type=submit]").attr("name"))
                .isEmpty();
    }

    @Test
    void more_than_an_address_can_hold_is_refused_and_stays_typed() {
        String long_ = "é".repeat(3_000);
        var refus = send("/contrats/nouveau", "suite", "beneficiaire", "lieu", long_);
        assertThat(refus).hasStatus(422);
        assertThat(html(refus).select(".flash-bad").text()).contains("trop long");
        assertThat(html(refus).select("#lieu").val()).isEqualTo(long_);
        assertThat(redirection(send("/contrats/nouveau", "suite", "beneficiaire", "lieu", "\0 \uD800 <b>")))
                .startsWith("/beneficiaires/nouveau?contrat=");
    }

    @Test
    void suggestions_are_names_that_the_form_takes_back() {
        String propose = moi.page("/contrats/choix/personnes?personne=zoe ang 1991")
                .select("option")
                .val();
        assertThat(propose).startsWith("Angelin Zoé, 02/01/1991, n°");

        assertThat(moi.page(create("personne", propose)).select("h1").text()).isEqualTo("Contrat d’Angelin Zoé");
        assertThat(moi.get("/contrats/choix/autre?q=a")).hasStatus(404);
    }

    @Test
    void what_does_not_go_together_warns_and_never_refuses() {
        assertThat(moi.page(create()).select(".flash-warn")).isEmpty();

        Document fiche = moi.page(create("personne", "Angelin", "employeur", "maçons", "type", "SOUTIEN_ESAT"));
        assertThat(fiche.select(".flash-warn p").eachText())
                .satisfiesExactly(
                        p -> assertThat(p).startsWith("Aucune entrée ne couvre"),
                        p -> assertThat(p).startsWith("La modalité ne va pas avec le type de l’employeur"),
                        p -> assertThat(p).startsWith("Le type de contrat ne va pas avec la modalité"));
        assertThat(fiche.select(".flash-warn a").attr("href")).matches("/beneficiaires/\\d+/entrees/nouvelle");
    }

    @Test
    void the_same_contract_twice_is_refused_unless_it_has_another_reference() {
        create();

        assertThat(error(send("/contrats/nouveau"), "debut")).startsWith("Ce contrat existe déjà");
        create("reference", "C1");
        assertThat(error(send("/contrats/nouveau", "reference", "C1"), "reference"))
                .isEqualTo("Un autre contrat porte cette référence.");
    }

    @Test
    void hours_stay_within_the_months_of_their_contract() {
        String contrat = create();
        hours(contrat, "2021-03-01", "100");
        hours(contrat, "2021-05-01", "100");

        assertThat(error(send(contrat + "/modifier", "version", "0", "debut", "01/04/2021"), "debut"))
                .contains("dès mars 2021");
        assertThat(error(send(contrat + "/modifier", "version", "0", "fin", "30/04/2021"), "fin"))
                .contains("jusqu’en mai 2021 (mai 2021 : 100,00 h)");
        assertThat(error(send(contrat + "/modifier", "version", "0", "personne", "angelin"), "personne"))
                .contains("sa personne ne change plus");
        redirection(send(contrat + "/modifier", "version", "0", "debut", "31/03/2021", "fin", "01/05/2021"));
        moi.post(contrat + "/suppression");
        assertThat(moi.page(contrat).select("section[aria-labelledby=heures-titre] tbody tr"))
                .hasSize(2);
    }

    @Test
    void hours_that_do_not_count_say_why() {
        String contrat = create("personne", "angelin");
        hours(contrat, "2021-03-01", "100");

        assertThat(moi.page(contrat)
                        .select("section[aria-labelledby=heures-titre] tbody")
                        .text())
                .contains("mars 2021", "100,00", "hors de toute fenêtre d’éligibilité");
    }

    @Test
    void a_contract_without_hours_is_deleted_and_one_more_person_follows_on_the_same_lot() {
        String suite = redirection(send("/contrats/nouveau", "suite", "encore"));
        assertThat(suite).matches("/contrats/nouveau\\?lot=\\d+&employeur=\\d+&modalite=ETTI&type=CTT");
        Document page = moi.page(suite);
        assertThat(page.select("#employeur").val()).startsWith("Relais ETTI");
        assertThat(page.select("[name=lots]").size()).isEqualTo(1);
        assertThat(page.select("#modalite option[selected]").val()).isEqualTo("ETTI");

        String contrat = moi.page("/contrats").select("tbody th a").attr("href");
        assertThat(redirection(moi.post(contrat + "/suppression"))).isEqualTo("/contrats");
        assertThat(moi.get(contrat)).hasStatus(404);
    }

    /** A company or a marché is deactivated while its contracts go on: they are still ended, and keep their lots. */
    @Test
    void what_was_deactivated_since_stays_on_its_contract_and_is_not_offered_again() {
        String contrat = create();
        jdbc.sql("update entreprise set actif = false where structure_id = ?")
                .param(moi.structure())
                .update();
        jdbc.sql("update marche set actif = false where structure_id = ?")
                .param(moi.structure())
                .update();
        Document formulaire = moi.page(contrat + "/modifier");
        String lot = formulaire.select("[name=lots]").val();

        redirection(send(
                contrat + "/modifier",
                "version",
                "0",
                "employeur",
                formulaire.select("#employeur").val(),
                "lot",
                "",
                "lots",
                lot,
                "fin",
                "30/06/2021"));

        assertThat(moi.page(contrat).select("h1").text()).endsWith("Terminé");
        assertThat(moi.page(contrat)
                        .select("section[aria-labelledby=lots-titre]")
                        .text())
                .contains("M-Ville");
        assertThat(error(send("/contrats/nouveau"), "employeur")).startsWith("Rien ne correspond");
        assertThat(error(
                        send(
                                "/contrats/nouveau",
                                "employeur",
                                formulaire.select("#employeur").val()),
                        "employeur"))
                .startsWith("Choisissez une entreprise qui existe.");
        assertThat(moi.get("/contrats/nouveau?lot=" + lot)).hasStatus(404);
    }

    @Test
    void a_name_typed_over_a_suggestion_is_not_taken_for_it() {
        String zoe = moi.page("/contrats/choix/personnes?personne=angelin")
                .select("option")
                .val();

        var refus = send("/contrats/nouveau", "personne", zoe.replace("Angelin", "Ângel"));

        assertThat(error(refus, "personne")).startsWith("Ce numéro est celui de « Angelin Zoé, 02/01/1991 »");
    }

    @Test
    void whoever_comes_second_is_told_of_lots_as_well() {
        String contrat = create();
        String ville = moi.page(contrat + "/modifier").select("[name=lots]").val();
        redirection(send(contrat + "/modifier", "version", "0", "lots", ville, "lot", "m-region"));

        assertThat(send(contrat + "/modifier", "version", "0", "lots", ville, "lot", ""))
                .hasStatus(409);
        assertThat(moi.page(contrat)
                        .select("section[aria-labelledby=lots-titre]")
                        .text())
                .contains("M-Ville", "M-Région");
    }

    @Test
    void whoever_comes_second_is_told() {
        String contrat = create();
        redirection(send(contrat + "/modifier", "version", "0", "lieu", "Ici"));

        var conflit = send(contrat + "/modifier", "version", "0", "lieu", "Là");

        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".conflict").text()).contains("Lieu de travail", "– → Ici");
        assertThat(html(conflit).select("#lieu").val()).isEqualTo("Là");
    }

    @Test
    void whoever_comes_second_is_told_of_every_field() {
        String contrat = create() + "/modifier";
        Document ouvert = moi.page(contrat);
        String ville = ouvert.select("[name=lots]").val();
        redirection(moi.post(
                contrat,
                filled(
                        ouvert,
                        "personne",
                        "angelin",
                        "employeur",
                        "maçons",
                        "titulaire",
                        "relais",
                        "lieu",
                        "Ici",
                        "modalite",
                        "EMBAUCHE_DIRECTE",
                        "type",
                        "CDD",
                        "debut",
                        "05/01/2021",
                        "fin",
                        "30/06/2021",
                        "reference",
                        "REF-1",
                        "lots",
                        ville,
                        "lot",
                        "m-region")));

        var conflit = moi.post(contrat, filled(ouvert, "lieu", "Là"));

        assertThat(conflit).hasStatus(409);
        assertThat(told(conflit))
                .containsExactlyInAnyOrder(
                        "Personne : Ângel Zoé → Angelin Zoé",
                        "Employeur : Relais ETTI → Maçons",
                        "Entreprise titulaire : – → Relais ETTI",
                        "Lieu de travail : – → Ici",
                        "Modalité : Entreprise de travail temporaire d’insertion → Embauche directe",
                        "Type de contrat : Contrat de mission (intérim) → CDD",
                        "Début : 04/01/2021 → 05/01/2021",
                        "Fin : – → 30/06/2021",
                        "Référence : – → REF-1",
                        "Lots : M-Ville, lot 1, Ville → M-Région, lot 1, Région ; M-Ville, lot 1, Ville");
        redirection(moi.post(contrat, filled(html(conflit))));
    }

    @Test
    void contracts_are_found_by_person_employer_and_reference() {
        create("reference", "REF-77");
        create("personne", "angelin", "employeur", "maçons", "fin", "01/02/2021");

        for (String q : new String[] {"angel zoe", "relais", "ref 77"}) {
            assertThat(moi.page("/contrats?q=" + q).select("tbody th").eachText())
                    .as(q)
                    .containsExactly("Ângel Zoé");
        }
        assertThat(moi.page("/contrats?etat=finis").select("tbody th").eachText())
                .containsExactly("Angelin Zoé");
        assertThat(moi.get("/contrats?etat=tous&format=csv")).bodyText().contains("Ângel Zoé", "Angelin Zoé");
    }

    /** Where hours are expected, and where there are some: M-Région has hours of a contract that is expected on M-Ville. */
    @Test
    void contracts_and_people_are_found_by_the_reference_of_a_marche() {
        String zoe = create();
        create("personne", "angelin", "employeur", "maçons", "lot", "m-region");
        create("personne", "angelin", "debut", "01/02/2021", "fin", "01/03/2021");
        jdbc.sql("""
                        insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures)
                        select :s, :c, l.id, date '2021-03-01', 12 from lot l
                          join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                         where l.structure_id = :s and m.reference = 'M-Région'""")
                .param("s", moi.structure())
                .param("c", Long.parseLong(zoe.replaceAll("\\D", "")))
                .update();

        assertThat(moi.page("/contrats?etat=tous&q=m-ville").select("tbody th").eachText())
                .containsExactlyInAnyOrder("Ângel Zoé", "Angelin Zoé");
        assertThat(moi.page("/contrats?q=M-REG relais").select("tbody th").eachText())
                .containsExactly("Ângel Zoé");
        assertThat(moi.page("/beneficiaires?q=m-region").select("tbody th").eachText())
                .containsExactly("Ângel Zoé", "Angelin Zoé");
        assertThat(moi.page("/beneficiaires?q=m-ville angelin")
                        .select("tbody th")
                        .eachText())
                .containsExactly("Angelin Zoé");
        assertThat(moi.page("/beneficiaires?q=m-autre").select("tbody th")).isEmpty();
    }

    @Test
    void contracts_are_those_of_one_marche_also_where_it_is_over() {
        create();
        create("personne", "angelin", "employeur", "maçons", "lot", "m-region");
        jdbc.sql("update marche set date_fin = date '2021-06-30' where structure_id = ? and reference = 'M-Région'")
                .param(moi.structure())
                .update();
        List<Long> marches = jdbc.sql("select id from marche where structure_id = ? order by reference desc")
                .param(moi.structure())
                .query(Long.class)
                .list();

        assertThat(moi.page("/contrats").select("#marche option").eachText()).containsExactly("Tous", "M-Ville, Ville");
        assertThat(moi.page("/contrats?marche=" + marches.get(0))
                        .select("tbody th")
                        .eachText())
                .containsExactly("Ângel Zoé");
        Document region = moi.page("/marches/" + marches.get(1));
        Document siens =
                moi.page(region.select(".record-actions a:contains(Contrats)").attr("href"));
        assertThat(siens.select("tbody th").eachText()).containsExactly("Angelin Zoé");
        assertThat(siens.select("#marche option[selected]").text()).isEqualTo("M-Région, Région");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);
        assertThat(autre.get("/contrats?marche=" + marches.get(0))).hasStatus(400);
    }

    @Test
    void what_is_another_structures_does_not_exist() {
        String contrat = create();
        long lot = jdbc.sql("select min(id) from lot where structure_id = ?")
                .param(moi.structure())
                .query(Long.class)
                .single();
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);

        assertThat(autre.get(contrat)).hasStatus(404);
        assertThat(autre.get(contrat + "/modifier")).hasStatus(404);
        assertThat(autre.post(contrat + "/modifier", "version", "0")).hasStatus(404);
        assertThat(autre.post(contrat + "/suppression")).hasStatus(404);
        assertThat(autre.get("/contrats/nouveau?lot=" + lot)).hasStatus(404);
        assertThat(error(autre.post("/contrats/nouveau", "lots", Long.toString(lot)), "lot"))
                .startsWith("Choisissez un lot qui existe.");
        assertThat(autre.page("/contrats/choix/lots?q=ville").select("option")).isEmpty();
    }

    @Test
    void a_list_takes_as_many_statements_for_one_row_as_for_many() {
        create();
        long une = RequetesComptees.during(() -> moi.page("/contrats"));
        for (int i = 0; i < 20; i++) create("reference", "R" + i);

        assertThat(RequetesComptees.during(() -> moi.page("/contrats"))).isEqualTo(une);
    }
}
