package fr.suiviclauses.marche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.securite.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a company's page tells of its marchés, in the spirit of theirs. The day is 17 January 2022: December 2021 is the last
 * month over.
 *
 * <p>On marché A, January 2021 to December 2022, it owes 1 000 h with another; it did 600 and the other one 120. Marché B
 * ended in 2021. It has no role on marché C.
 */
class FicheEntrepriseTest extends EssaiMarche {

    private String a;
    private String c;
    private String fiche;

    @BeforeEach
    void aCompanyWithARoleOnTwoMarchesOfThree() {
        a = marche("reference", "A");
        String b = marche("reference", "B", "notification", "01/01/2020", "fin", "31/12/2021", "obligation", "100");
        c = marche("reference", "C");
        role(a, "TITULAIRE", "60");
        role(b, "TITULAIRE", "");
        fiche = "/entreprises/" + entreprise;
        work(id(lot(a)), "Ângel", "2021-01-01", 100, 100, 100, 100, 100, 100);
        work(id(lot(b)), "Dora", "2021-01-01", 30);
        long macons = entreprise;
        entreprise = insert("entreprise (structure_id, nom, type)", "'Relais Essai', 'ETTI'");
        work(id(lot(a)), "Bao", "2021-02-01", 120);
        work(id(lot(c)), "Cléo", "2021-02-01", 120);
        entreprise = macons;
    }

    /** 720 h in twelve months of twenty-four: 60 a month; the 280 that are left take five months more. */
    @Test
    void each_of_its_lots_has_its_pace_and_the_end_it_leads_to_and_one_that_is_over_has_none() {
        assertThat(moi.page(fiche)
                        .select("section[aria-labelledby=roles-titre] tbody tr")
                        .eachText())
                .containsExactly(
                        "A, lot 1 Ville de Rivière Titulaire, 60,0\u202f% 31/12/2022 1\u202f000,00 720,00 72,0\u202f% 60,00 144,0\u202f% mai 2022",
                        "B, lot 1 Ville de Rivière Titulaire 31/12/2021 100,00 30,00 30,0\u202f%");
    }

    @Test
    void the_next_action_is_the_first_due_of_the_marches_in_which_it_has_a_role() {
        assertThat(moi.page(fiche)
                        .select("section[aria-labelledby=actions-titre]")
                        .text())
                .isEqualTo("Prochaine action Rien n’est prévu.");
        plan(c, "Fermer le dossier", "02/01/2022");
        plan(a, "Visiter le chantier", "01/03/2022");
        plan(a, "Appeler le titulaire", "20/01/2022");

        Document page = moi.page(fiche);

        assertThat(page.select(".next").text())
                .isEqualTo("Appeler le titulaire pour le 20/01/2022, par Camille Roux, marché A");
        assertThat(page.select(".next a").attr("href")).isEqualTo(a);
        assertThat(page.select("section[aria-labelledby=actions-titre] .more li")
                        .eachText())
                .containsExactly("Visiter le chantier pour le 01/03/2022, par Camille Roux marché A");
    }

    @Test
    void of_many_contracts_the_page_says_how_many_there_are_and_leads_to_all() {
        assertThat(moi.page(fiche)
                        .select("section[aria-labelledby=contrats-titre]")
                        .text())
                .startsWith("Personnes employées 2 personnes, 2 contrats")
                .doesNotContain("premières lignes");
        jdbc.sql("""
                        with b as (insert into beneficiaire (structure_id, nom, prenom, naissance)
                                   select :s, 'Essai', 'N' || i, date '1990-01-01' from generate_series(1, 203) i returning id)
                        insert into contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, debut)
                        select :s, id, :e, 'EMBAUCHE_DIRECTE', date '2021-01-01' from b""").param("s", moi.structure()).param("e", entreprise).update();

        Document page = moi.page(fiche);

        assertThat(page.select("section[aria-labelledby=contrats-titre] tbody tr"))
                .hasSize(200);
        assertThat(page.select("#contrats-titre").text()).isEqualTo("Personnes employées 205 personnes, 205 contrats");
        assertThat(page.select("section[aria-labelledby=contrats-titre] .note").text())
                .isEqualTo("Les 200 premières lignes sur 205. Tous les contrats");
        String tous = "/contrats?etat=tous&employeur=" + entreprise;
        assertThat(page.select("section[aria-labelledby=contrats-titre] .note a")
                        .attr("href"))
                .isEqualTo(tous);
        assertThat(moi.page(tous).text()).contains("205 contrats");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);
        assertThat(autre.get(tous)).hasStatus(400);
    }

    @Test
    void it_takes_as_many_statements_whatever_it_holds() {
        long vide = insert("entreprise (structure_id, nom)", "'Vide'");
        long peu = RequetesComptees.during(() -> moi.page("/entreprises/" + vide));
        plan(a, "Visiter le chantier", "01/03/2022");

        assertThat(RequetesComptees.during(() -> moi.page(fiche)))
                .isEqualTo(peu)
                .isLessThan(16);
    }
}
