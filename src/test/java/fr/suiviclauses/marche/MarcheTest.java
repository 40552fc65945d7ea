package fr.suiviclauses.marche;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.filled;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static fr.suiviclauses.Connecte.told;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.securite.Role;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Marchés, entered with their first lot, changed, removed, found. */
class MarcheTest extends EssaiMarche {

    @Test
    void an_undivided_marche_is_entered_with_its_lot_in_one_form() {
        Document fiche = moi.page(marche());

        assertThat(fiche.select("h1").text()).isEqualTo("Marché 2021-14 Travaux En cours");
        assertThat(fiche.select(".lead-note").text())
                .contains("Rénovation de l’école", "Ville de Rivière", "du 01/01/2021 au 31/12/2022");
        assertThat(fiche.select(".objective h2").text()).isEqualTo("Lot 1 Gros œuvre");
        assertThat(fiche.select(".objective-name").text()).isEqualTo("Objectif du lot : 1\u202f000 h");
        assertThat(fiche.select(".movements tbody tr").text()).startsWith("01/01/2021 Obligation initiale");
    }

    @Test
    void the_form_opens_on_what_is_likely_and_on_what_its_address_says() {
        Document form = moi.page("/marches/nouveau?donneur=" + donneur + "&obligation=833");

        assertThat(form.select("#donneur option[selected]").text()).isEqualTo("Ville de Rivière");
        assertThat(form.select("#forme option[selected]").val()).isEqualTo("ORDINAIRE");
        assertThat(form.select("#facilitateur option[selected]").text()).isEqualTo("Camille Roux");
        assertThat(form.select("#numero").val()).isEqualTo("1");
        assertThat(form.select("#obligation").val()).isEqualTo("833");
    }

    @Test
    void without_a_buyer_the_form_leads_to_the_first_one() {
        Connecte nouveau = Connecte.to(mvc, comptes, comptes.openStructure("Nothing yet", null), Role.FACILITATEUR);
        assertThat(nouveau.page("/marches/nouveau")
                        .select("main form a:contains(commencez par lui)")
                        .attr("href"))
                .isEqualTo("/donneurs-ordres/nouveau");
        assertThat(moi.page("/marches/nouveau").select("main form a:contains(commencez par lui)"))
                .isEmpty();
    }

    @Test
    void each_refusal_stands_next_to_its_field_and_what_was_typed_stays() {
        var refus = create(
                "donneur",
                "",
                "reference",
                " ",
                "type",
                "AUTRE",
                "notification",
                "",
                "famille",
                "",
                "obligation",
                "1.234",
                "reconductions",
                "31/12/2021",
                "eurosParHeure",
                "0");

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "donneur")).isEqualTo("Choisissez dans la liste.");
        assertThat(error(refus, "reference")).isEqualTo("Ce champ est obligatoire.");
        assertThat(error(refus, "type")).isEqualTo("Choisissez dans la liste.");
        assertThat(error(refus, "notification")).startsWith("Indiquez la date de notification");
        assertThat(error(refus, "famille")).isEqualTo("Choisissez dans la liste.");
        assertThat(error(refus, "obligation")).startsWith("Nombre ambigu");
        assertThat(error(refus, "reconductions")).isEqualTo("31/12/2021 n’est pas après la fin du marché.");
        assertThat(error(refus, "eurosParHeure")).startsWith("Un montant plus grand que zéro");
        assertThat(html(refus).select("#objet").val()).isEqualTo("Rénovation de l’école");
        assertThat(html(refus).select("[name=clauses][checked]").val()).isEqualTo("CONDITION_EXECUTION");
        assertThat(html(refus).select("#obligation").val()).isEqualTo("1.234");
        assertThat(moi.page("/marches").select("tbody th")).isEmpty();
    }

    @Test
    void an_end_never_comes_before_the_start() {
        assertThat(error(create("fin", "31/12/2020"), "fin")).isEqualTo("La fin est avant le début.");
        assertThat(error(create("debut", "01/02/2023"), "fin")).isEqualTo("La fin est avant le début.");
    }

    @Test
    void a_lot_has_at_least_one_clause_and_may_have_several() {
        var refus = moi.post("/marches/nouveau", "donneur", Long.toString(donneur), "reference", "X");
        assertThat(error(refus, "clauses")).isEqualTo("Choisissez au moins une clause.");

        assertThat(moi.page(marche("clauses", "RESERVE_IAE"))
                        .select(".objective .sentence")
                        .text())
                .contains("Condition d’exécution, Marché réservé à l’insertion");
    }

    @Test
    void two_marches_of_one_buyer_never_bear_one_reference_and_nothing_is_half_saved() {
        marche();

        var refus = create();

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "reference")).isEqualTo("Ce donneur d’ordres a déjà un marché de cette référence.");
        assertThat(moi.page("/marches").select("tbody th")).hasSize(1);
    }

    @Test
    void what_is_another_structures_can_not_be_chosen() {
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);
        String ailleurs = Long.toString(autre.moi().id());

        assertThat(error(create("facilitateur", ailleurs), "facilitateur")).isEqualTo("Choisissez dans la liste.");
        assertThat(error(create("donneur", "999999"), "donneur")).isEqualTo("Choisissez dans la liste.");
        assertThat(error(create("famille", "999999"), "famille")).isEqualTo("Choisissez dans la liste.");
        assertThat(error(create("operation", "999999"), "operation")).isEqualTo("Choisissez dans la liste.");
    }

    @Test
    void incoherences_warn_and_never_block() {
        Document fiche = moi.page(marche("type", "SERVICES", "clauses", "CLAUSE_PRIVEE"));

        assertThat(fiche.select(".flash-warn").eachText())
                .containsExactlyInAnyOrder(
                        "Clause d’un donneur d’ordres privé, pour un donneur d’ordres public.",
                        "Le type du marché ne va pas avec le groupe de la famille (Bâtiment).");
        assertThat(moi.page(marche("reference", "sans")).select(".flash-warn")).isEmpty();
    }

    @Test
    void renewals_give_a_marche_its_end() {
        String adresse = marche("reconductions", "31/12/2023\n31/12/2024");
        assertThat(moi.page(adresse).select(".lead-note").text()).contains("au 31/12/2024 (reconduit)");
        assertThat(moi.page(adresse + "/modifier").select("#reconductions").text())
                .isEqualToNormalizingWhitespace("31/12/2023 31/12/2024");

        Document form = moi.page(adresse + "/modifier");
        moi.post(
                adresse + "/modifier",
                "donneur",
                Long.toString(donneur),
                "reference",
                "2021-14",
                "type",
                "TRAVAUX",
                "forme",
                "ORDINAIRE",
                "notification",
                "01/01/2021",
                "fin",
                "31/12/2022",
                "reconductions",
                "31/12/2023",
                "version",
                form.select("[name=version]").val());

        assertThat(moi.page(adresse).select(".lead-note").text()).contains("au 31/12/2023 (reconduit)");
        assertThat(moi.page(adresse).select(".timeline").text())
                .contains("Reconduction jusqu’au 31/12/2024 retirée par Camille Roux");
    }

    @Test
    void whoever_comes_second_is_told_who_changed_what_and_may_still_save() {
        String adresse = marche();
        change(adresse, "0", "2021-15");

        var conflit = change(adresse, "0", "2021-16");

        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".conflict").text()).contains("par Camille Roux", "2021-14 → 2021-15");
        assertThat(html(conflit).select("#reference").val()).isEqualTo("2021-16");
        change(adresse, html(conflit).select("[name=version]").val(), "2021-16");
        Document fiche = moi.page(adresse);
        assertThat(fiche.select("h1").text()).startsWith("Marché 2021-16");
        assertThat(fiche.select(".timeline").text()).contains("référence : 2021-15 → 2021-16 par Camille Roux");
    }

    @Test
    void whoever_comes_second_is_told_of_every_field_of_a_marche() {
        String adresse = marche("reconductions", "31/12/2023\n31/12/2024") + "/modifier";
        long region = insert("donneur_ordre (structure_id, nom, nature)", "'Région', 'PUBLIC'");
        long operation = insert("operation (structure_id, nom, type)", "'Téléo', 'GRAND_PROJET'");
        Document ouverte = moi.page(adresse);
        String[] leurs = filled(
                ouverte,
                "donneur",
                Long.toString(region),
                "reference",
                "2021-15",
                "objet",
                "Gymnase",
                "type",
                "SERVICES",
                "forme",
                "ACCORD_CADRE",
                "notification",
                "01/02/2021",
                "debut",
                "02/02/2021",
                "fin",
                "30/11/2022",
                "reconductions",
                "31/12/2024\n31/12/2025",
                "operation",
                Long.toString(operation),
                "facilitateur",
                Long.toString(moi.moi().id()));
        redirection(moi.post(adresse, leurs));

        var conflit = moi.post(adresse, filled(ouverte, "objet", "Piscine"));

        assertThat(conflit).hasStatus(409);
        assertThat(told(conflit))
                .containsExactlyInAnyOrder(
                        "Donneur d’ordres : Ville de Rivière → Région",
                        "Référence : 2021-14 → 2021-15",
                        "Objet : Rénovation de l’école → Gymnase",
                        "Type : Travaux → Services",
                        "Forme : Marché ordinaire → Accord-cadre",
                        "Notification : 01/01/2021 → 01/02/2021",
                        "Début de l’exécution : – → 02/02/2021",
                        "Fin : 31/12/2022 → 30/11/2022",
                        "Opération : – → Téléo",
                        "Facilitateur en charge : – → Camille Roux",
                        "Reconductions : 31/12/2023 ; 31/12/2024 → 31/12/2024 ; 31/12/2025");
        redirection(moi.post(adresse, filled(html(conflit))));
        assertThat(moi.page(adresse).select("#objet").val()).isEqualTo("Piscine");
    }

    @Test
    void whoever_comes_second_is_told_of_every_field_of_a_lot() {
        String lot = lot(marche()) + "/modifier";
        long peinture = insert("famille_achat (structure_id, nom, groupe)", "'Peinture', 'Bâtiment'");
        Document ouvert = moi.page(lot);
        redirection(moi.post(
                lot,
                filled(
                        ouvert,
                        "numero",
                        "2",
                        "objetLot",
                        "Façades",
                        "famille",
                        Long.toString(peinture),
                        "clauses",
                        "VOLONTAIRE",
                        "clauses",
                        "CONDITION_EXECUTION",
                        "eurosParHeure",
                        "2 000")));

        var conflit = moi.post(lot, filled(ouvert, "objetLot", "Toiture"));

        assertThat(conflit).hasStatus(409);
        assertThat(told(conflit))
                .containsExactlyInAnyOrder(
                        "Numéro : 1 → 2",
                        "Objet : – → Façades",
                        "Famille d’achats : Bâtiment – Gros œuvre → Bâtiment – Peinture",
                        "Clauses : Condition d’exécution → Condition d’exécution ; Engagement volontaire",
                        "Euros par heure : – → 2\u202f000,00");
        assertThat(html(conflit).select("#objetLot").val()).isEqualTo("Toiture");
        // What was told is not told again.
        redirection(moi.post(lot, filled(moi.page(lot), "numero", "3")));
        assertThat(told(moi.post(lot, filled(html(conflit))))).containsExactly("Numéro : 2 → 3");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult change(
            String adresse, String version, String reference) {
        return moi.post(
                adresse + "/modifier",
                "donneur",
                Long.toString(donneur),
                "reference",
                reference,
                "type",
                "TRAVAUX",
                "forme",
                "ORDINAIRE",
                "notification",
                "01/01/2021",
                "version",
                version);
    }

    @Test
    void a_marche_with_hours_is_deactivated_never_deleted() {
        String adresse = marche();
        work(id(lot(adresse)), "Ângel", "2021-03-01", 100);
        assertThat(moi.page(adresse).select("form[action$=suppression] button").text())
                .doesNotContain("Supprimer");

        moi.post(adresse + "/suppression");
        assertThat(moi.get(adresse)).hasStatusOk();
        moi.post(adresse + "/activation", "actif", "non");

        assertThat(moi.page("/marches").select("tbody th")).isEmpty();
        assertThat(moi.page("/marches?etat=inactifs").select("tbody th").text()).isEqualTo("2021-14");
        assertThat(moi.page(adresse).select(".objective .state").text()).startsWith("100 h faites");
    }

    @Test
    void a_marche_on_which_nobody_works_is_deleted_with_what_it_owes() {
        String adresse = marche("reconductions", "31/12/2023");
        moi.post(adresse + "/actions/nouvelle", "libelle", "Appeler", "echeance", "01/02/2022");

        assertThat(moi.post(adresse + "/suppression").getResponse().getRedirectedUrl())
                .isEqualTo("/marches");
        assertThat(moi.get(adresse)).hasStatus(404);
    }

    @Test
    void a_list_is_found_by_reference_object_buyer_company_siren_or_lot() {
        String adresse = marche("objetLot", "Charpente");
        marche("reference", "Z-1", "objet", "Autre chose");
        moi.post(
                lot(adresse) + "/participations/nouvelle",
                "entreprise",
                Long.toString(entreprise),
                "role",
                "TITULAIRE");

        for (String q : List.of("2021-14", "renovation ecole", "CHARPENTE", "macons", "999000011")) {
            assertThat(moi.page("/marches?q=" + q).select("tbody th").eachText())
                    .as(q)
                    .containsExactly("2021-14");
        }
        assertThat(moi.page("/marches?q=riviere").select("tbody th").eachText()).containsExactly("2021-14", "Z-1");
    }

    @Test
    void a_filter_that_shows_all_agrees_with_its_name() {
        Document liste = moi.page("/marches");
        assertThat(liste.expectFirst("#forme option").text()).isEqualTo("Toutes");
        assertThat(liste.expectFirst("#operation option").text()).isEqualTo("Toutes");
        assertThat(liste.expectFirst("#type option").text()).isEqualTo("Tous");
    }

    @Test
    void a_list_says_what_is_owed_done_and_filters_on_it() {
        String adresse = marche("facilitateur", Long.toString(moi.moi().id()));
        work(id(lot(adresse)), "Ângel", "2021-01-01", 100, 110.5, 151.67);
        marche("reference", "Z-1", "obligation", "", "fin", "31/12/2021", "type", "SERVICES");

        Document page = moi.page("/marches");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "2021-14 Ville de Rivière Rénovation de l’école Travaux 31/12/2022 1\u202f000,00 362,17 36,2\u202f%",
                        "Z-1 Ville de Rivière Rénovation de l’école Services 31/12/2021 0,00 0,00 –");
        assertThat(references("avancement=sous-100")).containsExactly("2021-14");
        assertThat(references("avancement=atteint")).isEmpty();
        assertThat(references("avancement=sans-obligation")).containsExactly("Z-1");
        assertThat(references("facilitateur=moi")).containsExactly("2021-14");
        assertThat(references("etat=en-cours")).containsExactly("2021-14");
        assertThat(references("etat=termines")).containsExactly("Z-1");
        assertThat(references("type=SERVICES&forme=ORDINAIRE&donneur=" + donneur))
                .containsExactly("Z-1");
        assertThat(references("tri=-heures")).containsExactly("2021-14", "Z-1");
        assertThat(moi.get("/marches?avancement=sous-100&format=csv"))
                .hasStatusOk()
                .bodyText()
                .contains("2021-14", "362,17")
                .doesNotContain("Z-1");
    }

    private List<String> references(String requete) {
        return moi.page("/marches?" + requete).select("tbody th").eachText();
    }

    @Test
    void a_list_takes_as_many_statements_for_one_row_as_for_many() {
        marche();
        long une = RequetesComptees.during(() -> moi.page("/marches"));
        for (int i = 0; i < 12; i++) marche("reference", "M-" + i);

        assertThat(RequetesComptees.during(() -> moi.page("/marches"))).isEqualTo(une);
    }

    @Test
    void another_structures_marche_and_lot_do_not_exist() {
        String adresse = marche();
        String lot = lot(adresse);
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);

        for (String chemin : List.of(
                adresse,
                adresse + "/modifier",
                adresse + "/lots/nouveau",
                adresse + "/actions/nouvelle",
                lot + "/modifier",
                lot + "/effort",
                lot + "/mouvements/nouveau",
                lot + "/mouvements/proposition",
                lot + "/participations/nouvelle",
                lot + "/participations/entreprises")) {
            assertThat(autre.get(chemin)).as(chemin).hasStatus(404);
        }
        for (String chemin : List.of(
                adresse + "/modifier",
                adresse + "/activation",
                adresse + "/suppression",
                adresse + "/lots/nouveau",
                adresse + "/actions/nouvelle",
                lot + "/modifier",
                lot + "/suppression",
                lot + "/effort",
                lot + "/euros-par-heure",
                lot + "/mouvements/nouveau",
                lot + "/participations/nouvelle",
                lot + "/participations/suppression")) {
            assertThat(autre.post(chemin, "role", "TITULAIRE", "entreprise", "1"))
                    .as(chemin)
                    .hasStatus(404);
        }
        assertThat(autre.page("/marches").text()).doesNotContain("2021-14");
        assertThat(moi.get("/marches/99999999999999999999")).hasStatus(404);
        assertThat(moi.get("/lots/99999999999999999999/effort")).hasStatus(404);
    }
}
