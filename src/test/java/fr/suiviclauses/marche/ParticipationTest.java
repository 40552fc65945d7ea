package fr.suiviclauses.marche;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.Connecte;
import fr.suiviclauses.securite.Role;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The companies of lots: found, given a role and a share. */
class ParticipationTest extends EssaiMarche {

    private org.springframework.test.web.servlet.assertj.MvcTestResult join(
            String lot, long entreprise, String role, String part) {
        return moi.post(
                lot + "/participations/nouvelle", "entreprise", Long.toString(entreprise), "role", role, "part", part);
    }

    @Test
    void a_company_is_found_by_a_few_letters_or_its_siren_with_or_without_a_script() {
        String lot = lot(marche());
        insert("entreprise (structure_id, nom)", "'Chantier du Fleuve'");

        for (String q : new String[] {"macons reu", "MAÇONS", "99900001"}) {
            assertThat(html(moi.get(lot + "/participations/entreprises?q=" + q))
                            .select("label")
                            .text())
                    .as(q)
                    .startsWith("Maçons Réunis");
        }
        Document page =
                html(moi.post(lot + "/participations/nouvelle", "q", "fleuve", "part", "12", "action", "chercher"));
        assertThat(page.select(".option label").text()).startsWith("Chantier du Fleuve");
        assertThat(page.select("#part").val()).isEqualTo("12");
        Document rien = html(moi.get(lot + "/participations/entreprises?q=introuvable"));
        assertThat(rien.text()).contains("Aucune entreprise ne correspond.");
        assertThat(rien.select("a").attr("href"))
                .isEqualTo("/entreprises/nouvelle?nom=introuvable&lot=" + lot.replace("/lots/", ""));
    }

    @Test
    void a_company_has_each_role_once_on_a_lot() {
        String marche = marche();
        String lot = lot(marche);
        redirection(join(lot, entreprise, "TITULAIRE", "60 %"));

        assertThat(moi.page(marche).select("#entreprises-titre ~ .lines li").text())
                .startsWith("Maçons Réunis Titulaire, 60\u202f%, lot 1");
        var refus = join(lot, entreprise, "TITULAIRE", "");
        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "entreprise")).isEqualTo("Cette entreprise a déjà ce rôle sur ce lot.");
        assertThat(error(join(lot, 999_999, "TITULAIRE", ""), "entreprise")).isEqualTo("Choisissez dans la liste.");
        assertThat(error(join(lot, entreprise, "COTRAITANT", "101"), "part")).contains("100");
        assertThat(error(moi.post(lot + "/participations/nouvelle", "role", "TITULAIRE"), "entreprise"))
                .startsWith("Cherchez une entreprise");
    }

    @Test
    void shares_of_those_who_hold_a_lot_above_a_hundred_warn() {
        String marche = marche();
        String lot = lot(marche);
        long seconde = insert("entreprise (structure_id, nom)", "'Bonne Table'");
        redirection(join(lot, entreprise, "TITULAIRE", "60"));
        redirection(join(lot, seconde, "SOUS_TRAITANT", "100"));
        assertThat(moi.page(marche).select(".flash-warn")).isEmpty();

        redirection(join(lot, seconde, "COTRAITANT", "50"));

        assertThat(moi.page(marche).select(".flash-warn").text())
                .isEqualTo("Les parts du titulaire et des cotraitants font 110,00\u202f%.");
        moi.post(lot + "/participations/suppression", "entreprise", Long.toString(seconde), "role", "COTRAITANT");
        Document fiche = moi.page(marche);
        assertThat(fiche.select(".flash-warn")).isEmpty();
        assertThat(fiche.select(".timeline").text()).contains("Bonne Table n’est plus cotraitant par Camille Roux");
        assertThat(moi.post(
                        lot + "/participations/suppression",
                        "entreprise",
                        Long.toString(seconde),
                        "role",
                        "COTRAITANT"))
                .hasStatus(404);
    }

    @Test
    void de_is_elided_before_the_name_of_a_company() {
        String marche = marche();
        jdbc.sql("update entreprise set nom = 'Étanchéité du Sud' where id = ?")
                .param(entreprise)
                .update();
        redirection(join(lot(marche), entreprise, "TITULAIRE", "60"));
        String part = moi.page(marche).select("a:contains(Changer la part)").attr("href");

        assertThat(moi.page(part).select("h1").text()).isEqualTo("Part d’Étanchéité du Sud");
        assertThat(moi.page(part).select(".lead-note").text()).startsWith("Titulaire du lot 1");
        redirection(moi.post(part, "part", "45", "version", "0"));
        assertThat(moi.page(marche).select(".timeline").text()).contains("Part d’Étanchéité du Sud modifiée");
    }

    @Test
    void a_share_is_changed_and_the_history_says_so() {
        String marche = marche();
        String lot = lot(marche);
        redirection(join(lot, entreprise, "TITULAIRE", "60"));
        String part = moi.page(marche).select("a:contains(Changer la part)").attr("href");
        Document formulaire = moi.page(part);
        assertThat(formulaire.select("#part").val()).isEqualTo("60,00");
        String ouverte = formulaire.select("[name=version]").val();

        var refus = moi.post(part, "part", "100,5", "version", ouverte);
        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "part")).contains("au plus égale à 100");
        assertThat(html(refus).select("#part").val()).isEqualTo("100,5");
        assertThat(error(moi.post(part, "part", "la moitié", "version", ouverte), "part"))
                .isNotEmpty();
        assertThat(redirection(moi.post(part, "part", "45,5 %", "version", ouverte)))
                .isEqualTo(marche);

        Document fiche = moi.page(marche);
        assertThat(fiche.select("#entreprises-titre ~ .lines li").text()).contains("Titulaire, 45,5");
        assertThat(fiche.select(".timeline").text())
                .contains("Part de Maçons Réunis modifiée part, en % : 60,00 → 45,50 par Camille Roux");
    }

    @Test
    void whoever_changes_a_share_second_is_told_and_may_still_save() {
        String marche = marche();
        String lot = lot(marche);
        redirection(join(lot, entreprise, "SOUS_TRAITANT", ""));
        String part = lot + "/participations/" + entreprise + "/sous-traitant";
        redirection(moi.post(part, "part", "10", "version", "0"));

        var conflit = moi.post(part, "part", "20", "version", "0");

        assertThat(conflit).hasStatus(409);
        Document page = html(conflit);
        assertThat(page.select(".conflict").text()).contains("par Camille Roux", "Part, en % : – → 10,00");
        assertThat(page.select("#part").val()).isEqualTo("20");
        redirection(moi.post(
                part, "part", "20", "version", page.select("[name=version]").val()));
        assertThat(moi.page(part).select("#part").val()).isEqualTo("20,00");
    }

    @Test
    void a_share_of_who_has_no_such_role_or_of_another_structure_does_not_exist() {
        String lot = lot(marche());
        redirection(join(lot, entreprise, "TITULAIRE", "60"));
        String part = lot + "/participations/" + entreprise;
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);

        for (String adresse :
                List.of(part + "/cotraitant", part + "/TITULAIRE", lot + "/participations/99/titulaire")) {
            assertThat(moi.get(adresse)).as(adresse).hasStatus(404);
            assertThat(moi.post(adresse, "part", "1", "version", "0"))
                    .as(adresse)
                    .hasStatus(404);
        }
        assertThat(autre.get(part + "/titulaire")).hasStatus(404);
        assertThat(autre.post(part + "/titulaire", "part", "1", "version", "0")).hasStatus(404);
        assertThat(moi.page(part + "/titulaire").select("#part").val()).isEqualTo("60,00");
    }

    /** Scenario 2 of the field: titulaire of 3 marchés and subcontractor of a 4th, one company in the bilan. */
    @Test
    void a_company_in_several_marches_counts_once() {
        for (int i = 1; i <= 4; i++) {
            String lot = lot(marche("reference", "M-" + i));
            redirection(join(lot, entreprise, i < 4 ? "TITULAIRE" : "SOUS_TRAITANT", ""));
        }

        assertThat(moi.get("/api/v1/bilans/2021"))
                .bodyJson()
                .extractingPath("$.indicateurs.entreprises")
                .isEqualTo(1);
        assertThat(moi.page("/marches?q=macons").select("tbody th")).hasSize(4);
    }
}
