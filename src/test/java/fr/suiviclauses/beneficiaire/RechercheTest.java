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

    /** Reading the hours of all that a year names would take longer than a search may. */
    @Test
    void a_word_that_a_hundred_references_hold_names_no_marche() {
        jdbc.sql("""
                        with f as (insert into famille_achat (structure_id, nom, groupe) values (:s, 'Gros œuvre', 'Bâtiment') returning id),
                        d as (insert into donneur_ordre (structure_id, nom, nature) values (:s, 'Ville', 'PUBLIC') returning id),
                        m as (insert into marche (structure_id, donneur_ordre_id, reference, objet, type, date_notification)
                              select :s, d.id, '2021-' || to_char(n, 'FM000'), 'École 2021', 'TRAVAUX', date '2021-01-01'
                                from d cross join generate_series(1, 101) n returning id)
                        insert into lot (structure_id, marche_id, famille_id) select :s, m.id, f.id from m cross join f""").param("s", structure).update();

        assertThat(named("%2021 1%")).isEqualTo(2);
        assertThat(named("%2021%")).isZero();
        assertThat(named("%ECOLE%")).as("an object").isZero();
        assertThat(named("%101%")).as("three letters").isZero();
        assertThat(named("%2021 101%")).isEqualTo(1);
    }

    private long named(String motif) {
        return jdbc.sql("select count(*) from lots_nommes(?, ?)")
                .params(structure, motif)
                .query(Long.class)
                .single();
    }

    private String plan(String sql) {
        return String.join("\n", jdbc.sql("explain " + sql).query(String.class).list());
    }
}
