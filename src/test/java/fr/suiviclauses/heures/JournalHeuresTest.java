package fr.suiviclauses.heures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the journal keeps of hours, which are written many at a time: each cell's before and after, and whose change it was. */
@ApplicationTest
class JournalHeuresTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Chantier chantier;
    private Connecte moi;
    private final List<Long> contrats = new ArrayList<>();

    @BeforeEach
    void open() {
        chantier = Chantier.open(jdbc, comptes);
        moi = Connecte.to(mvc, comptes, chantier.structure(), Role.FACILITATEUR);
        for (String nom : List.of("Adam", "Bernard", "Colin")) {
            long contrat = chantier.person(nom);
            contrats.add(contrat);
            chantier.hours(contrat, "2021-03-01", 100, "VALIDEE");
            chantier.hours(contrat, "2021-04-01", 90, "DECLAREE");
        }
    }

    /** The field of a cell and what its row held when the page was opened, all stored hours in their first version. */
    private String[] typed(String... moisEtTexte) {
        List<String> champs = new ArrayList<>();
        for (long contrat : contrats) {
            String rang = contrat + "_" + chantier.lot();
            champs.addAll(List.of("o_" + rang, "2021-03=0:100.00,2021-04=0:90.00"));
            for (int i = 0; i < moisEtTexte.length; i += 2)
                champs.addAll(List.of("h_" + rang + "_" + moisEtTexte[i], moisEtTexte[i + 1]));
        }
        return champs.toArray(String[]::new);
    }

    private List<String> journal() {
        return jdbc.sql("""
                        select action || ' ' || table_nom || ' ' || (avant ->> 'mois') || ' ' || coalesce(avant ->> 'heures', '-') || ' '
                               || coalesce(avant ->> 'statut', '-') || ' → ' || coalesce(apres ->> 'heures', '-') || ' '
                               || coalesce(apres ->> 'statut', '-') || ' '
                               || case when table_nom = 'mois_sans_heure' then ligne = avant::text else ligne = avant ->> 'id' end
                               || ' ' || (auteur_id is not null)
                          from journal where structure_id = ? order by 1""").param(chantier.structure()).query(String.class).list();
    }

    @Test
    void each_changed_cell_has_its_line_with_its_before_and_after_and_its_author() {
        assertThat(moi.post(
                        "/heures?annee=2021&marche=" + chantier.marche(), typed("2021-03", "112,5", "2021-04", "90")))
                .hasStatus(302);
        assertThat(journal())
                .containsExactly(
                        "MODIFICATION releve_heures 2021-03-01 100.00 VALIDEE → 112.50 VALIDEE true true",
                        "MODIFICATION releve_heures 2021-03-01 100.00 VALIDEE → 112.50 VALIDEE true true",
                        "MODIFICATION releve_heures 2021-03-01 100.00 VALIDEE → 112.50 VALIDEE true true");
    }

    @Test
    void emptied_cells_and_months_no_longer_without_hours_leave_what_they_were() {
        moi.post("/heures?annee=2021&marche=" + chantier.marche(), typed("2021-04", "", "2021-05", "0"));
        assertThat(journal())
                .hasSize(3)
                .allMatch("SUPPRESSION releve_heures 2021-04-01 90.00 DECLAREE → - - true true"::equals);
        contrats.forEach(contrat -> assertThat(moi.post(
                        "/heures?annee=2021&marche=" + chantier.marche(),
                        "o_" + contrat + "_" + chantier.lot(),
                        "2021-05=z",
                        "h_" + contrat + "_" + chantier.lot() + "_2021-05",
                        ""))
                .hasStatus(302));
        assertThat(journal())
                .filteredOn(ligne -> ligne.contains("mois_sans_heure"))
                .hasSize(3)
                .allMatch("SUPPRESSION mois_sans_heure 2021-05-01 - - → - - true true"::equals);
    }

    /** Bulk SQL is caught too, and what it leaves as it was is no change. */
    @Test
    void a_statement_over_many_rows_tells_but_those_it_changes() {
        jdbc.sql("update releve_heures set statut = 'VALIDEE' where structure_id = ?")
                .param(chantier.structure())
                .update();
        assertThat(journal())
                .hasSize(3)
                .allMatch("MODIFICATION releve_heures 2021-04-01 90.00 DECLAREE → 90.00 VALIDEE true false"::equals);
    }

    /** Before and after are matched by it. */
    @Test
    void the_id_of_hours_does_not_change() {
        assertThatThrownBy(() -> jdbc.sql(
                                "update releve_heures set id = nextval('releve_heures_seq') where structure_id = ?")
                        .param(chantier.structure())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("the id of hours does not change");
        assertThat(journal()).isEmpty();
    }
}
