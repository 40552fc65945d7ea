package fr.suiviclauses.echange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.echange.format.Anomalie;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the tests of the import share: a structure of their own, and short questions. */
@ApplicationTest
@Transactional
abstract class EssaiReprise {

    @Autowired
    RepriseService reprises;

    @Autowired
    JdbcClient jdbc;

    long structure;

    @BeforeEach
    void openStructure() {
        structure = jdbc.sql("insert into structure (nom) values ('Reprise') returning id")
                .query(Long.class)
                .single();
    }

    ResultatImport run(Fichier fichier) {
        return reprises.importerReprise(fichier.write(), structure, null, false);
    }

    /** Imports what must be right. */
    ResultatImport accepted(Fichier fichier) {
        ResultatImport resultat = run(fichier);
        assertThat(resultat.erreurs()).isEmpty();
        return resultat;
    }

    /** What is wrong, as {@code "3 heures 1.234"}; nothing was written. */
    List<String> errors(Fichier fichier) {
        List<Integer> avant = counts();
        ResultatImport resultat = run(fichier);
        assertThat(counts()).isEqualTo(avant);
        assertThat(resultat.refuse()).isEqualTo(!resultat.erreurs().isEmpty());
        assertThat(resultat.totalErreurs()).isEqualTo(resultat.erreurs().size());
        return resultat.erreurs().stream().map(EssaiReprise::brief).toList();
    }

    static List<String> warnings(ResultatImport resultat) {
        return resultat.avertissements().stream().map(EssaiReprise::brief).toList();
    }

    /** What changes, as {@code "2 heures 100,00 → 90,00"}. */
    static List<String> changes(ResultatImport resultat) {
        return resultat.changements().stream()
                .map(c -> c.ligne() + " " + c.colonne() + " " + c.avant() + " → " + c.apres())
                .toList();
    }

    static String brief(Anomalie anomalie) {
        return anomalie.ligne() + " " + anomalie.colonne() + " " + anomalie.valeur();
    }

    private List<Integer> counts() {
        return Stream.of(
                        "donneur_ordre",
                        "operation",
                        "famille_achat",
                        "marche",
                        "lot",
                        "mouvement_obligation",
                        "entreprise",
                        "participation",
                        "beneficiaire",
                        "entree",
                        "contrat_insertion",
                        "releve_heures",
                        "journal")
                .map(this::count)
                .toList();
    }

    int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where structure_id = ?")
                .param(structure)
                .query(Integer.class)
                .single();
    }

    /** One text of the structure. */
    String text(String requete) {
        return jdbc.sql(requete).param(structure).query(String.class).single();
    }

    List<String> texts(String requete) {
        return jdbc.sql(requete).param(structure).query(String.class).list();
    }
}
