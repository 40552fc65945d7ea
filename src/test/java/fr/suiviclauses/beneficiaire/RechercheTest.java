package fr.suiviclauses.beneficiaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Among the people of many structures, those looked for are found by an index, not by reading everybody. */
@ApplicationTest
@Transactional
class RechercheTest {

    private static final int STRUCTURES = 5;
    private static final int PERSONNES = 5_000;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RessemblancesLecture ressemblances;

    private long structure;

    @BeforeEach
    void openStructures() {
        structure = jdbc.sql(
                        "insert into structure (nom) select 'Recherche ' || n from generate_series(1, ?) n returning id")
                .param(STRUCTURES)
                .query(Long.class)
                .list()
                .get(0);
        jdbc.sql("""
                        insert into beneficiaire (structure_id, reference, nom, prenom, naissance, rang_homonyme, motif_homonyme)
                        select s.id, 'B' || n, (array['Martin', 'Bernard', 'Traoré', 'Nguyen', 'Lefèvre', 'Garcia', 'Moreau'])[1 + n % 7]
                                   || substr(md5(n::text), 1, 3),
                               (array['Camille', 'Benoît', 'Aminata', 'Zoé', 'José'])[1 + n % 5] || substr(md5((n * 7)::text), 1, 2),
                               date '1960-01-01' + (n * 37) % 16000, 0, null
                          from structure s cross join generate_series(1, ?) n where s.nom like 'Recherche %'""").param(PERSONNES).update();
        jdbc.sql(
                        "insert into beneficiaire (structure_id, nom, prenom, naissance) values (?, 'Dupond', 'Benoît', date '1990-01-05')")
                .param(structure)
                .update();
        // As after a night: what was just inserted would otherwise wait outside the index, and make it look dear.
        jdbc.sql("select gin_clean_pending_list('beneficiaire_recherche')")
                .query(Long.class)
                .single();
        jdbc.sql("analyze beneficiaire").update();
    }

    @Test
    void a_word_is_looked_for_in_the_trigrams_of_the_structure_alone() {
        assertThat(plan(ListeBeneficiaires.LISTE
                        .recherches()
                        .get(0)
                        .replace(":structure", Long.toString(structure))
                        .replace(":mot", "'%DUPOND%'")))
                .contains("beneficiaire_recherche")
                .doesNotContain("Seq Scan on beneficiaire");
    }

    @Test
    void twins_are_looked_for_by_their_birth_and_never_among_everybody() {
        assertThat(plan(RessemblancesLecture.CANDIDATS
                                .replace(":structure", Long.toString(structure))
                                .replace(":nom", "'Dupont'")
                                .replace(":prenom", "'Benoit'")
                                .replace(":naissance::date", "date '1990-05-01'")
                        + "select * from candidat"))
                .contains("beneficiaire_par_naissance")
                .doesNotContain("Seq Scan on beneficiaire");
        assertThat(ressemblances.find(structure, "Dupont", "Benoit", LocalDate.of(1990, 5, 1), 0))
                .singleElement()
                .extracting(Jumeau::nom)
                .isEqualTo("Dupond");
    }

    private String plan(String sql) {
        return String.join("\n", jdbc.sql("explain " + sql).query(String.class).list());
    }
}
