package fr.suiviclauses.marche;

import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.securite.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The page per operation, in the spirit of the page per marché. The day is 17 January 2022: December 2021 is the last month
 * over.
 *
 * <p>Marché A, January 2021 to December 2022, owes 1 000 h, 1 200 since June; six months of 100 h were done. Marché B, July
 * 2021 to June 2023, owes 2 000 h; three months of 200 h were done. Marché C is of no operation.
 */
class FicheOperationTest extends EssaiMarche {

    private String operation;
    private String a;
    private String b;
    private String c;

    @BeforeEach
    void twoMarchesOfAnOperationAndAnother() {
        operation = operation("4 000");
        a = marche("reference", "A", "operation", Long.toString(id(operation)), "obligation", "1 000");
        b = marche(
                "reference",
                "B",
                "operation",
                Long.toString(id(operation)),
                "notification",
                "01/07/2021",
                "fin",
                "30/06/2023",
                "obligation",
                "2 000");
        c = marche("reference", "C", "obligation", "500");
        redirection(move(lot(a), "AVENANT", "01/06/2021", "200"));
        redirection(move(lot(a), "AVENANT", "01/06/2022", "5 000"));
        role(a, "TITULAIRE", "");
        role(b, "SOUS_TRAITANT", "");
        work(id(lot(a)), "Ângel", "2021-01-01", 100, 100, 100, 100, 100, 100);
        work(id(lot(c)), "Cléo", "2021-01-01", 70, 70);
        long macons = entreprise;
        entreprise = insert("entreprise (structure_id, nom, type)", "'Relais Essai', 'ETTI'");
        work(id(lot(b)), "Bao", "2021-09-01", 200, 200, 200);
        entreprise = macons;
    }

    private String operation(String objectif) {
        return redirection(
                moi.post("/operations/nouvelle", "nom", "Téléo", "type", "GRAND_PROJET", "objectif", objectif));
    }

    private static String rows(Document fiche, String titre) {
        return String.join(
                "\n",
                fiche.select("section[aria-labelledby=" + titre + "] tbody tr").eachText());
    }

    /** 1 200 h in the twelve months since January 2021, and thirty months until June 2023. */
    @Test
    void it_says_where_the_pace_of_all_its_lots_leads_and_what_they_owe() {
        Document fiche = moi.page(operation);

        assertThat(fiche.select(".details-total").text()).isEqualTo("1\u202f200 h faites, 30\u202f%");
        assertThat(fiche.select(".objective .note").eachText())
                .containsExactly(
                        "Il reste 2\u202f800 h à faire. À ce rythme (100 h par mois), 3\u202f000 h au 30 juin 2023 (75\u202f%) ; 100\u202f% en avril 2024.",
                        "Ses lots doivent 3\u202f200 h : 1\u202f200 h faites, 38\u202f%. 2 personnes y ont travaillé, chacune comptée une fois.");
        assertThat(fiche.select(".objective .note span").hasClass("down")).isTrue();
    }

    /** A: 50 h a month for 24 months; B: 100 h a month for 24 months. */
    @Test
    void each_of_its_marches_has_its_own_pace() {
        assertThat(rows(moi.page(operation), "marches-titre")).isEqualTo("""
                        A Ville de Rivière 01/01/2021 31/12/2022 1\u202f200,00 600,00 50,0\u202f% 50,00 100,0\u202f% décembre 2022
                        B Ville de Rivière 01/07/2021 30/06/2023 2\u202f000,00 600,00 30,0\u202f% 100,00 120,0\u202f% février 2023""");
    }

    @Test
    void without_an_objective_nor_an_end_the_pace_alone_is_told() {
        jdbc.sql("update operation set objectif = null where structure_id = ?")
                .param(moi.structure())
                .update();
        jdbc.sql("update marche set date_fin = null where structure_id = ? and reference = 'B'")
                .param(moi.structure())
                .update();

        Document fiche = moi.page(operation);

        assertThat(fiche.select(".objective .note").get(0).text())
                .isEqualTo("Aucun objectif d’heures n’a été fixé. À ce rythme (100 h par mois).");
        assertThat(fiche.select(".objective .bar")).isEmpty();
    }

    @Test
    void companies_with_a_role_and_employers_are_there_with_what_they_did() {
        Document fiche = moi.page(operation);

        assertThat(rows(fiche, "entreprises-titre"))
                .isEqualTo("Maçons Réunis Titulaire, Sous-traitant 2 600,00 1\nRelais Essai Employeur 0 600,00 1");
        assertThat(fiche.select("section[aria-labelledby=entreprises-titre] a").attr("href"))
                .isEqualTo("/entreprises/" + entreprise);
    }

    @Test
    void people_are_named_to_facilitateurs_alone() {
        Document fiche = moi.page(operation);
        assertThat(rows(fiche, "gens-titre"))
                .isEqualTo("Ângel Zoé Maçons Réunis 600,00 juin 2021\nBao Zoé Relais Essai 600,00 novembre 2021");
        assertThat(fiche.select(".record-actions a").eachAttr("href"))
                .startsWith(
                        "/heures?operation=" + id(operation), "/contrats?operation=" + id(operation) + "&etat=tous");
        assertThat(moi.page("/contrats?etat=tous&operation=" + id(operation))
                        .select("tbody th")
                        .eachText())
                .containsExactlyInAnyOrder("Ângel Zoé", "Bao Zoé");
        assertThat(moi.get("/heures?operation=" + id(operation))).hasStatusOk();

        Document responsable =
                Connecte.to(mvc, comptes, moi.structure(), Role.RESPONSABLE).page(operation);

        assertThat(responsable.text())
                .contains("2 personnes y ont travaillé")
                .doesNotContain("Ângel")
                .doesNotContain("Bao");
        assertThat(responsable.select(".record-actions a")).isEmpty();
    }

    @Test
    void the_next_action_is_the_first_due_of_all_its_marches() {
        assertThat(moi.page(operation)
                        .select("section[aria-labelledby=actions-titre]")
                        .text())
                .isEqualTo("Prochaine action Rien n’est prévu.");
        plan(c, "Fermer le dossier", "02/01/2022");
        plan(a, "Visiter le chantier", "01/03/2022");
        plan(b, "Appeler le titulaire", "10/01/2022");

        Document fiche = moi.page(operation);

        assertThat(fiche.select(".next").text())
                .isEqualTo("Appeler le titulaire En retard pour le 10/01/2022, par Camille Roux, marché B");
        assertThat(fiche.select(".next a").attr("href")).isEqualTo(b);
        assertThat(fiche.select("section[aria-labelledby=actions-titre] .more li")
                        .eachText())
                .containsExactly("Visiter le chantier pour le 01/03/2022, par Camille Roux marché A");
    }

    @Test
    void its_history_names_the_marche_of_each_event() {
        plan(a, "Visiter le chantier", "01/03/2022");
        redirection(moi.post(moi.page(a).select(".next form").attr("action")));
        moi.post(operation + "/modifier", "nom", "Téléo", "type", "GRAND_PROJET", "objectif", "5 000", "version", "0");
        jdbc.sql("update lot set objet = 'Toiture' where structure_id = ? and id = ?")
                .params(moi.structure(), id(lot(b)))
                .update();
        jdbc.sql("update marche set operation_id = null where structure_id = ? and id = ?")
                .params(moi.structure(), id(b))
                .update();

        assertThat(moi.page(operation).select(".timeline li > div").eachText())
                .contains(
                        "Opération modifiée objectif : 4\u202f000,00 → 5\u202f000,00 par Camille Roux",
                        "Marché B modifié opération changée",
                        "Action faite : Visiter le chantier (marché A) par Camille Roux Rouvrir",
                        "Avenant de 200,00 h, lot 1 (marché A) par Camille Roux",
                        "Début du marché A")
                .doesNotContain("Début du marché B")
                .noneMatch(evenement -> evenement.contains("C)") || evenement.contains("Toiture"));
        assertThat(moi.page(b).select(".timeline li > div").eachText())
                .contains("Marché modifié opération changée", "Lot 1 modifié objet : – → Toiture", "Début du marché");
    }

    @Test
    void it_takes_as_many_statements_whatever_it_holds() {
        String vide = redirection(moi.post("/operations/nouvelle", "nom", "Vide", "type", "PROGRAMME", "objectif", ""));
        long peu = RequetesComptees.during(() -> moi.page(vide));
        plan(a, "Visiter le chantier", "01/03/2022");
        plan(b, "Appeler le titulaire", "10/01/2022");

        assertThat(RequetesComptees.during(() -> moi.page(operation)))
                .isEqualTo(peu)
                .isLessThan(14);
    }
}
