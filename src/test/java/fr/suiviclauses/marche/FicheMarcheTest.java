package fr.suiviclauses.marche;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;

/** The page per marché: what is owed, done, left, by whom, and what comes next. The day is 17 January 2022. */
class FicheMarcheTest extends EssaiMarche {

    /** 12 months of 24 have 100 h: 50 a month over the year observed. */
    @Test
    void it_says_where_the_pace_leads() {
        String marche = marche("obligation", "1 000");
        work(id(lot(marche)), "Ângel", "2021-01-01", 100, 100, 100, 100, 100, 100);

        assertThat(moi.page(marche).select(".objective .note").text())
                .isEqualTo(
                        "Il reste 400 h à faire. À ce rythme (50 h par mois), 1\u202f200 h au 31 décembre 2022 (120\u202f%) ; 100\u202f% en août 2022.");
    }

    @Test
    void hours_that_do_not_count_are_in_no_figure_and_their_person_is_shown() {
        String marche = marche();
        work(id(lot(marche)), "Ângel", "2020-10-01", 40, 60);

        Document fiche = moi.page(marche);

        assertThat(fiche.select(".objective .state").text()).isEqualTo("60 h faites, 6\u202f%");
        assertThat(fiche.select("#gens-titre .state").text()).startsWith("1 ");
        assertThat(fiche.select("#gens-titre ~ div tbody tr").text())
                .isEqualTo("Ângel Zoé Maçons Réunis 60,00 novembre 2020");
    }

    @Test
    void names_are_for_facilitateurs() {
        String marche = marche();
        work(id(lot(marche)), "Ângel", "2021-01-01", 100);
        Connecte responsable = Connecte.to(mvc, comptes, moi.structure(), Role.RESPONSABLE);

        Document fiche = responsable.page(marche);

        assertThat(fiche.text()).doesNotContainIgnoringCase("Ângel").contains("1 personne a des heures comptées");
        assertThat(fiche.select(".record-actions a, main form[method=post]")).isEmpty();
        assertThat(moi.page(marche).select(".record-actions a").get(0).attr("href"))
                .isEqualTo("/heures?marche=" + id(marche));
    }

    @Test
    void the_next_action_has_a_day_and_somebody_and_is_done_once() {
        String marche = marche();
        assertThat(error(moi.post(marche + "/actions/nouvelle", "libelle", "", "echeance", "hier"), "echeance"))
                .startsWith("Date illisible");
        plan(marche, "Visiter le chantier", "01/03/2022");
        plan(marche, "Appeler le titulaire", "10/01/2022");

        Document fiche = moi.page(marche);
        assertThat(fiche.select(".next").text())
                .isEqualTo("Appeler le titulaire En retard pour le 10/01/2022, par Camille Roux C’est fait Modifier");
        String faite = fiche.select(".next form").attr("action");
        redirection(moi.post(faite));
        redirection(moi.post(faite));

        fiche = moi.page(marche);
        assertThat(fiche.select(".next strong").text()).isEqualTo("Visiter le chantier");
        assertThat(fiche.select(".timeline").text())
                .contains("17/01/2022 Action faite : Appeler le titulaire par Camille Roux");
        assertThat(moi.post(marche + "/actions/999999/faite")).hasStatus(404);
    }

    @Test
    void an_action_done_by_mistake_is_opened_again_from_the_message_or_the_history() {
        String marche = marche();
        plan(marche, "Appeler le titulaire", "10/01/2022");
        var faite = moi.post(moi.page(marche).select(".next form").attr("action"));
        Document fiche = moi.page(marche);
        assertThat(fiche.select(".next")).isEmpty();
        String rouvrir = fiche.select(".timeline form").attr("action");
        assertThat(fiche.select(".timeline button").attr("aria-label")).isEqualTo("Rouvrir : Appeler le titulaire");
        assertThat(faite.getMvcResult().getFlashMap().get("rouvrir")).isEqualTo(rouvrir);
        assertThat(html(mvc.get()
                                .uri(marche)
                                .requestAttr(
                                        DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE,
                                        faite.getMvcResult().getFlashMap())
                                .with(authentication(new Identification(moi.moi())))
                                .exchange())
                        .select(".flashes form")
                        .attr("action"))
                .isEqualTo(rouvrir);

        assertThat(redirection(moi.post(rouvrir))).isEqualTo(marche);
        assertThat(redirection(moi.post(rouvrir))).isEqualTo(marche);

        fiche = moi.page(marche);
        assertThat(fiche.select(".next strong").text()).isEqualTo("Appeler le titulaire");
        assertThat(fiche.select(".timeline li > div").eachText())
                .filteredOn(evenement -> evenement.startsWith("Action"))
                .containsExactly("Action rouverte : Appeler le titulaire faite le : 17/01/2022 → – par Camille Roux");
        redirection(moi.post(fiche.select(".next form").attr("action")));
        assertThat(moi.page(marche).select(".timeline li > div").eachText())
                .filteredOn(evenement -> evenement.startsWith("Action"))
                .as("in any order: the journal's day is not the test's")
                .containsExactlyInAnyOrder(
                        "Action faite : Appeler le titulaire par Camille Roux Rouvrir",
                        "Action rouverte : Appeler le titulaire faite le : 17/01/2022 → – par Camille Roux");
    }

    @Test
    void what_is_done_is_opened_again_by_its_own_structure_and_by_those_who_write() {
        String marche = marche();
        plan(marche, "Appeler le titulaire", "10/01/2022");
        redirection(moi.post(moi.page(marche).select(".next form").attr("action")));
        String rouvrir = moi.page(marche).select(".timeline form").attr("action");
        Connecte responsable = Connecte.to(mvc, comptes, moi.structure(), Role.RESPONSABLE);
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);

        assertThat(responsable.page(marche).select(".timeline form")).isEmpty();
        assertThat(responsable.post(rouvrir)).hasStatus(403);
        assertThat(autre.post(rouvrir)).hasStatus(404);
        assertThat(moi.post(rouvrir.replace(marche, marche("reference", "2021-15"))))
                .hasStatus(404);
        assertThat(moi.post(marche + "/actions/999999/reouverture")).hasStatus(404);

        assertThat(actions(marche)).isEmpty();
    }

    @Test
    void the_same_form_sent_twice_plans_one_action() {
        String marche = marche();
        plan(marche, "Appeler le titulaire", "10/01/2022");
        plan(marche, "Appeler le titulaire", "10/01/2022");
        assertThat(actions(marche)).containsExactly("Appeler le titulaire");

        plan(marche, "Appeler le titulaire", "10/02/2022");
        assertThat(actions(marche)).hasSize(2);

        redirection(moi.post(moi.page(marche).select(".next form").attr("action")));
        var refus = moi.post(
                marche + "/actions/nouvelle",
                "libelle",
                "Appeler le titulaire",
                "echeance",
                "10/01/2022",
                "responsable",
                Long.toString(moi.moi().id()));
        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "libelle")).startsWith("Cette action est déjà faite");
        assertThat(actions(marche)).hasSize(1);
    }

    private List<String> actions(String marche) {
        return moi.page(marche)
                .select("section[aria-labelledby=actions-titre] :is(.next strong, .lines li > span:first-child)")
                .eachText();
    }

    @Test
    void an_action_is_changed_or_removed_until_it_is_done() {
        String marche = marche();
        plan(marche, "Appeler le titulaire", "10/01/2022");
        plan(marche, "Visiter le chantier", "01/03/2022");
        String action = moi.page(marche).select(".next a").attr("href");
        Document form = moi.page(action);
        assertThat(form.select("#libelle").val()).isEqualTo("Appeler le titulaire");
        assertThat(form.select("#echeance").val()).isEqualTo("10/01/2022");
        assertThat(form.select("#responsable option[selected]").text()).isEqualTo("Camille Roux");
        String[] champs = {
            "libelle",
            "Écrire au titulaire",
            "echeance",
            "",
            "version",
            form.select("[name=version]").val()
        };
        assertThat(error(moi.post(action, champs), "echeance")).isEqualTo("Ce champ est obligatoire.");
        champs[3] = "12/01/2022";

        assertThat(redirection(moi.post(action, champs))).isEqualTo(marche);

        assertThat(moi.page(marche).select(".next").text())
                .startsWith("Écrire au titulaire En retard pour le 12/01/2022 C’est");
        assertThat(moi.page(marche).select(".timeline").text())
                .contains("Action modifiée : Appeler le titulaire", "échéance : 10/01/2022 → 12/01/2022");

        assertThat(redirection(moi.post(action.replace("/modifier", "/suppression"))))
                .isEqualTo(marche);

        assertThat(actions(marche)).containsExactly("Visiter le chantier");
        assertThat(moi.page(marche).select(".timeline").text()).contains("Action supprimée : Écrire au titulaire");
        assertThat(moi.get(action)).hasStatus(404);
        assertThat(moi.post(action, champs)).hasStatus(404);
        String autre = moi.page(marche).select(".next form").attr("action");
        redirection(moi.post(autre));
        redirection(moi.post(autre.replace("/faite", "/suppression")));
        assertThat(moi.page(marche).select(".timeline").text())
                .contains("Action faite : Visiter le chantier")
                .doesNotContain("Action supprimée : Visiter");
    }

    @Test
    void whoever_changes_an_action_second_is_told_what_changed_and_may_still_save() {
        String marche = marche();
        plan(marche, "Appeler le titulaire", "10/01/2022");
        String action = moi.page(marche).select(".next a").attr("href");
        String ouverte = moi.page(action).select("[name=version]").val();
        redirection(moi.post(action, "libelle", "Appeler le titulaire", "echeance", "20/01/2022", "version", ouverte));

        String[] champs = {"libelle", "Écrire au titulaire", "echeance", "10/01/2022", "version", ouverte};
        var conflit = moi.post(action, champs);

        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".conflict").text())
                .contains("par Camille Roux", "Pour le : 10/01/2022 → 20/01/2022", "Par qui : Camille Roux → –");
        assertThat(html(conflit).select("#libelle").val()).isEqualTo("Écrire au titulaire");
        assertThat(actions(marche)).containsExactly("Appeler le titulaire");
        champs[5] = html(conflit).select("[name=version]").val();
        redirection(moi.post(action, champs));
        assertThat(actions(marche)).containsExactly("Écrire au titulaire");
    }

    @Test
    void an_action_of_another_structure_or_marche_does_not_exist() {
        String marche = marche();
        plan(marche, "Appeler le titulaire", "10/01/2022");
        String action = moi.page(marche).select(".next a").attr("href");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);
        assertThat(autre.get(action)).hasStatus(404);
        assertThat(autre.post(action, "libelle", "X", "echeance", "10/01/2022", "version", "0"))
                .hasStatus(404);
        assertThat(autre.post(action.replace("/modifier", "/suppression"))).hasStatus(404);
        String ailleurs = action.replace(marche, marche("reference", "2021-15"));
        assertThat(moi.get(ailleurs)).hasStatus(404);
        assertThat(moi.post(ailleurs.replace("/modifier", "/suppression"))).hasStatus(404);
        assertThat(actions(marche)).hasSize(1);
    }

    @Test
    void a_social_security_number_is_refused_in_any_free_text() {
        String nir = "2 69 05 49 588 157 80";
        assertThat(error(create("objet", nir), "objet")).isNotEmpty().doesNotContain("588");
        String marche = marche();
        assertThat(error(moi.post(marche + "/actions/nouvelle", "libelle", nir, "echeance", "01/02/2022"), "libelle"))
                .isNotEmpty();
        assertThat(error(move(lot(marche), "AVENANT", "01/02/2022", "5", "motif", nir), "motif"))
                .isNotEmpty();
    }

    @Test
    void it_takes_as_many_statements_whatever_it_holds() {
        String marche = marche();
        long peu = RequetesComptees.during(() -> moi.page(marche));
        for (int i = 2; i < 8; i++) {
            redirection(moi.post(
                    marche + "/lots/nouveau",
                    "numero",
                    Integer.toString(i),
                    "famille",
                    Long.toString(famille),
                    "clauses",
                    "VOLONTAIRE",
                    "obligation",
                    "10"));
            plan(marche, "Action " + i, "01/02/2022");
        }
        String lot = lot(marche);
        for (int i = 0; i < 6; i++) {
            work(id(lot), "Ângel" + i, "2021-01-01", 10, 20, 30);
            redirection(move(lot, "AVENANT", "01/06/2021", "5"));
        }
        redirection(moi.post(
                lot + "/participations/nouvelle", "entreprise", Long.toString(entreprise), "role", "TITULAIRE"));

        assertThat(RequetesComptees.during(() -> moi.page(marche)))
                .isEqualTo(peu)
                .isLessThan(14);
    }
}
