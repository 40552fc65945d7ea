package fr.suiviclauses.echange;

import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.echange.format.Avancement;
import fr.suiviclauses.securite.Role;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two records of one company made one, taken apart again, and what imports then make of either name. */
class EntrepriseFusionneeTest extends EssaiReprise {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    private Connecte moi;

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, structure, Role.FACILITATEUR);
    }

    /** A mason with its SIREN has lot 1; the same without has lots 2 and 3, and employs Zoé on lot 2. */
    private static Fichier deux() {
        return Fichier.of("heures=30")
                .and(
                        "entreprise=Maçonnerie Réunie",
                        "entreprise_siren=",
                        "lot=2",
                        "contrat_ref=C2",
                        "contrat_debut=01/02/2021",
                        "mois=2021-02",
                        "heures=12")
                .andLot("entreprise=Maçonnerie Réunie", "entreprise_siren=", "lot=3", "entreprise_role=SOUS_TRAITANT");
    }

    private long company(String nom) {
        return jdbc.sql("select id from entreprise where structure_id = ? and nom = ?")
                .params(structure, nom)
                .query(Long.class)
                .single();
    }

    /** What the database holds of companies, as texts that a merge and its undoing leave as they were. */
    private List<String> state() {
        return texts("""
                with s as (select ?::bigint as structure)
                select 'role ' || entreprise_id || ' ' || lot_id || ' ' || role as ligne from participation, s where structure_id = structure
                union all
                select 'contrat ' || id || ' ' || employeur_id || ' ' || coalesce(titulaire_id, 0) from contrat_insertion, s where structure_id = structure
                union all
                select 'contact ' || id || ' ' || entreprise_id from contact, s where structure_id = structure
                union all
                select 'siret ' || siret || ' ' || entreprise_id from entreprise_siret, s where structure_id = structure
                union all
                select 'entreprise ' || id || ' ' || actif || ' ' || coalesce(fusionne_dans, 0) from entreprise, s where structure_id = structure
                union all
                select 'heures ' || c.employeur_id || ' ' || sum(h.heures) from s
                  join heure_comptee h on h.structure_id = structure
                  join contrat_insertion c on c.structure_id = h.structure_id and c.id = h.contrat_id group by c.employeur_id
                 order by ligne""");
    }

    private void merge(long garde, long absorbe) {
        redirection(moi.post("/entreprises/" + garde + "/fusion", "avec", Long.toString(absorbe)));
    }

    @Test
    void a_merge_keeps_roles_contracts_hours_and_contacts_and_is_undone_exactly() {
        // A third has the same role on the same lot: it is not moved along.
        accepted(deux().andLot("entreprise=Autre", "entreprise_siren=732829320", "lot=2"));
        long garde = company("Maçons Réunis");
        long absorbe = company("Maçonnerie Réunie");
        redirection(moi.post("/contacts/entreprise/" + absorbe + "/nouveau", "nom", "Anne Essai"));
        jdbc.sql("update contrat_insertion set titulaire_id = ? where structure_id = ?")
                .params(absorbe, structure)
                .update();
        List<String> avant = state();
        Document apercu = moi.page("/entreprises/" + garde + "/fusion?avec=" + absorbe);
        assertThat(apercu.select("option").get(1).text()).isEqualTo("Maçonnerie Réunie, sans SIREN");
        assertThat(apercu.select(".sheet").text())
                .contains("Rôles sur des lots 2", "Contrats 2", "Heures comptées 12,00", "Contacts 1");

        merge(garde, absorbe);

        assertThat(state().stream().filter(ligne -> ligne.startsWith("heures")))
                .containsExactly("heures " + garde + " 42.00");
        assertThat(redirection(moi.get("/entreprises/" + absorbe))).isEqualTo("/entreprises/" + garde);
        assertThat(moi.get("/entreprises/" + absorbe + "/modifier")).hasStatus(404);
        assertThat(moi.page("/entreprises?etat=tous&q=maconnerie")
                        .select("tbody th")
                        .eachText())
                .containsExactly("Maçons Réunis");
        Document fiche = moi.page("/entreprises/" + garde);
        assertThat(fiche.select("section[aria-labelledby=roles-titre] tbody tr"))
                .hasSize(3);
        assertThat(fiche.text()).contains("Anne Essai");
        assertThat(fiche.select("section[aria-labelledby=fusions-titre] li").text())
                .startsWith("Maçonnerie Réunie le ")
                .contains("par Camille Roux");
        moi.post("/entreprises/" + absorbe + "/activation", "actif", "oui");
        String annulation = fiche.select("form[action*=annulation]").attr("action");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);
        assertThat(autre.post(annulation)).hasStatus(404);
        assertThat(autre.get("/entreprises/" + garde + "/fusion")).hasStatus(404);

        assertThat(redirection(moi.post(annulation))).isEqualTo("/entreprises/" + absorbe);

        assertThat(state()).isEqualTo(avant);
        assertThat(moi.post(annulation).getMvcResult().getFlashMap().get("erreur"))
                .isEqualTo("Cette fusion a déjà été annulée.");
    }

    @Test
    void an_import_of_the_name_that_was_merged_away_goes_to_the_one_that_stayed() {
        accepted(deux());
        long garde = company("Maçons Réunis");
        merge(garde, company("Maçonnerie Réunie"));
        List<String> avant = state();

        ResultatImport encore = accepted(deux());

        assertThat(encore.nouvelles()).isZero();
        assertThat(encore.modifiees()).isZero();
        assertThat(state()).isEqualTo(avant);
        accepted(Fichier.of(
                "lot=4",
                "contrat_ref=C3",
                "contrat_debut=01/03/2021",
                "mois=2021-03",
                "heures=5",
                "employeur=Maçonnerie Réunie",
                "employeur_siren=999000011"));
        assertThat(state()).contains("heures " + garde + " 47.00");
        assertThat(texts("select nom from entreprise where structure_id = ? and fusionne_dans is null"))
                .containsExactly("Maçons Réunis");
    }

    @Test
    void the_name_that_was_merged_away_with_the_siren_of_a_third_is_a_third() {
        accepted(deux());
        merge(company("Maçons Réunis"), company("Maçonnerie Réunie"));

        accepted(Fichier.of("entreprise=Maçonnerie Réunie", "entreprise_siren=732829320", "lot=5", "heures=30"));

        assertThat(
                        texts(
                                "select nom || ' ' || siren from entreprise where structure_id = ? and fusionne_dans is null order by 1"))
                .containsExactly("Maçonnerie Réunie 732829320", "Maçons Réunis 999000011");
    }

    @Test
    void hours_in_a_file_prepared_before_the_merge_are_still_right() {
        accepted(deux());
        merge(company("Maçons Réunis"), company("Maçonnerie Réunie"));

        ResultatImport resultat =
                reprises.importerHeures(Fichier.write("""
                        contrat;beneficiaire;nom;prenom;entreprise;donneur_ordre;marche;lot;mois;heures;statut;motif;justification
                        C2;;;;Maçonnerie réunie;;;;2021-03;7;;;
                        """), structure, null, null, false, Avancement.SILENCIEUX);

        assertThat(resultat.erreurs()).isEmpty();
        assertThat(resultat.nouvelles()).isEqualTo(1);
    }

    @Test
    void two_sirens_or_one_role_twice_are_refused_and_nothing_moves() {
        accepted(deux().andLot("entreprise=Autre", "entreprise_siren=732829320", "lot=6")
                .andLot("entreprise=Maçonnerie Réunie", "entreprise_siren=", "lot=1", "entreprise_role=TITULAIRE"));
        long garde = company("Maçons Réunis");
        long absorbe = company("Maçonnerie Réunie");
        List<String> avant = state();

        var roles = moi.post("/entreprises/" + garde + "/fusion", "avec", Long.toString(absorbe));
        var inverse = moi.post("/entreprises/" + absorbe + "/fusion", "avec", Long.toString(garde));
        var sirens = moi.post("/entreprises/" + garde + "/fusion", "avec", Long.toString(company("Autre")));

        assertThat(roles).hasStatus(422);
        assertThat(html(roles).select(".flash-bad").text()).contains("M-1, lot 1");
        assertThat(html(inverse).select(".flash-bad").text()).contains("C’est l’autre qui a un SIREN");
        assertThat(html(sirens).select(".flash-bad").text()).contains("deux entreprises");
        assertThat(state()).isEqualTo(avant);
    }

    @Test
    void a_merge_whose_role_was_taken_away_since_is_not_undone() {
        accepted(deux());
        long garde = company("Maçons Réunis");
        merge(garde, company("Maçonnerie Réunie"));
        jdbc.sql("delete from participation where structure_id = ? and role = 'SOUS_TRAITANT'")
                .param(structure)
                .update();
        List<String> avant = state();

        moi.post(moi.page("/entreprises/" + garde)
                .select("form[action*=annulation]")
                .attr("action"));

        assertThat(state()).isEqualTo(avant);
    }
}
