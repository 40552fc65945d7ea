package fr.suiviclauses.echange;

import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two records of one buyer made one, taken apart again, and what an import then makes of either name. */
class DonneurFusionneTest extends EssaiReprise {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    private Connecte moi;

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, structure, Role.FACILITATEUR);
    }

    private Fichier deux() {
        return Fichier.of("heures=30").and("donneur_ordre=Rivière (mairie)", "marche=M-2", "mois=2021-04", "heures=12");
    }

    private long donneur(String nom) {
        return jdbc.sql("select id from donneur_ordre where structure_id = ? and nom = ?")
                .params(structure, nom)
                .query(Long.class)
                .single();
    }

    private BigDecimal hours(long donneur) {
        return jdbc.sql("""
                        select coalesce(sum(h.heures), 0) from heure_comptee h
                          join lot l on l.structure_id = h.structure_id and l.id = h.lot_id
                          join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                         where m.structure_id = ? and m.donneur_ordre_id = ?""").params(structure, donneur).query(BigDecimal.class).single();
    }

    @Test
    void a_merge_keeps_all_hours_and_is_undone() {
        accepted(deux());
        long garde = donneur("Ville de Rivière");
        long absorbe = donneur("Rivière (mairie)");
        assertThat(moi.page("/donneurs-ordres/" + garde + "/fusion?avec=" + absorbe)
                        .select(".sheet")
                        .text())
                .contains("Marchés 1", "Heures comptées 12,00");

        redirection(moi.post("/donneurs-ordres/" + garde + "/fusion", "avec", Long.toString(absorbe)));

        assertThat(hours(garde)).isEqualByComparingTo("42");
        assertThat(redirection(moi.get("/donneurs-ordres/" + absorbe))).isEqualTo("/donneurs-ordres/" + garde);
        assertThat(moi.page("/donneurs-ordres").select("tbody th").eachText()).containsExactly("Ville de Rivière");
        String annulation = moi.page("/donneurs-ordres/" + garde)
                .select("form[action*=annulation]")
                .attr("action");
        assertThat(redirection(moi.post(annulation))).isEqualTo("/donneurs-ordres/" + absorbe);
        assertThat(hours(garde)).isEqualByComparingTo("30");
        assertThat(hours(absorbe)).isEqualByComparingTo("12");
        assertThat(moi.post(annulation).getMvcResult().getFlashMap().get("erreur"))
                .isEqualTo("Cette fusion a déjà été annulée.");
    }

    @Test
    void an_import_of_the_name_that_was_merged_away_goes_to_the_one_that_stayed() {
        accepted(deux());
        long garde = donneur("Ville de Rivière");
        redirection(
                moi.post("/donneurs-ordres/" + garde + "/fusion", "avec", Long.toString(donneur("Rivière (mairie)"))));

        ResultatImport encore = accepted(deux());

        assertThat(encore.nouvelles()).isZero();
        assertThat(encore.modifiees()).isZero();
        assertThat(hours(garde)).isEqualByComparingTo("42");
        assertThat(moi.page("/donneurs-ordres").select("tbody th").eachText()).containsExactly("Ville de Rivière");
    }

    @Test
    void a_merge_is_refused_where_both_have_one_reference() {
        accepted(Fichier.of("heures=30").and("donneur_ordre=Rivière (mairie)", "mois=2021-04", "heures=12"));
        long garde = donneur("Ville de Rivière");

        var refus =
                moi.post("/donneurs-ordres/" + garde + "/fusion", "avec", Long.toString(donneur("Rivière (mairie)")));

        assertThat(refus).hasStatus(422);
        assertThat(html(refus).select(".flash-bad").text()).contains("M-1");
    }

    @Test
    void a_merge_whose_marche_went_elsewhere_since_is_not_undone() {
        accepted(deux());
        long garde = donneur("Ville de Rivière");
        long absorbe = donneur("Rivière (mairie)");
        redirection(moi.post("/donneurs-ordres/" + garde + "/fusion", "avec", Long.toString(absorbe)));
        long autre = Long.parseLong(
                redirection(moi.post("/donneurs-ordres/nouveau", "nom", "Port", "nature", "PUBLIC", "distinct", "oui"))
                        .replaceAll("\\D", ""));
        jdbc.sql("update marche set donneur_ordre_id = ? where structure_id = ? and reference = 'M-2'")
                .params(autre, structure)
                .update();

        moi.post(moi.page("/donneurs-ordres/" + garde)
                .select("form[action*=annulation]")
                .attr("action"));

        assertThat(hours(autre)).isEqualByComparingTo("12");
        assertThat(redirection(moi.get("/donneurs-ordres/" + absorbe))).isEqualTo("/donneurs-ordres/" + garde);
    }
}
