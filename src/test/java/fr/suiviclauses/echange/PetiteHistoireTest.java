package fr.suiviclauses.echange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.echange.format.Anomalie;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The small history worked out by hand, imported. */
@ApplicationTest
@Transactional
class PetiteHistoireTest {

    private static final Path FICHIER = Path.of("src/test/resources/exemples/petite-histoire.csv");

    @Autowired
    RepriseService reprises;

    @Autowired
    JdbcClient jdbc;

    @Test
    void its_seven_lines_are_new_then_unchanged() {
        long structure = structure();

        ResultatImport premier = reprises.importerReprise(FICHIER, structure, null, false);
        assertThat(premier.erreurs()).isEmpty();
        assertThat(premier.lignes()).isEqualTo(7);
        assertThat(premier.nouvelles()).isEqualTo(7);
        assertThat(premier.modifiees()).isZero();
        assertThat(premier.inchangees()).isZero();

        ResultatImport second = reprises.importerReprise(FICHIER, structure, null, false);
        assertThat(second.erreurs()).isEmpty();
        assertThat(second.changements()).isEmpty();
        assertThat(second.inchangees()).isEqualTo(7);
        assertThat(second.nouvelles()).isZero();
        assertThat(second.avertissements()).isEqualTo(premier.avertissements());
    }

    @Test
    void its_two_warnings_are_on_the_fifth_line() {
        ResultatImport resultat = reprises.importerReprise(FICHIER, structure(), null, false);
        assertThat(resultat.avertissements())
                .extracting(Anomalie::ligne, Anomalie::colonne, Anomalie::valeur)
                .containsExactly(tuple(5, "criteres", "SENIOR_50|RSA_MINIMA_SOCIAUX"), tuple(5, "mois", "2021-03"));
    }

    @Test
    void it_counts_the_hours_worked_out_by_hand() {
        long structure = structure();
        reprises.importerReprise(FICHIER, structure, null, false);
        assertThat(counted(structure, 2021)).isEqualByComparingTo("189.25");
        assertThat(counted(structure, 2020)).isEqualByComparingTo("120.5");
        assertThat(jdbc.sql("select count(distinct entreprise_id) from participation where structure_id = ?")
                        .param(structure)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_trial_writes_nothing() {
        long structure = structure();
        ResultatImport essai = reprises.importerReprise(FICHIER, structure, null, true);
        assertThat(essai.essai()).isTrue();
        assertThat(essai.nouvelles()).isEqualTo(7);
        assertThat(jdbc.sql("select count(*) from donneur_ordre where structure_id = ?")
                        .param(structure)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private BigDecimal counted(long structure, int annee) {
        return jdbc.sql("select sum(heures) from heure_comptee where structure_id = ? and extract(year from mois) = ?")
                .params(structure, annee)
                .query(BigDecimal.class)
                .single();
    }

    private long structure() {
        return jdbc.sql("insert into structure (nom) values ('Petite histoire') returning id")
                .query(Long.class)
                .single();
    }
}
