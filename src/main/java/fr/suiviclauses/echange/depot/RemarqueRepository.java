package fr.suiviclauses.echange.depot;

import fr.suiviclauses.echange.ResultatImport;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of the reports: written once, in one batch, and read by pages. */
@Repository
@RequiredArgsConstructor
class RemarqueRepository {

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    /** How many of a list's items concern a column; null: no column in particular. */
    record Colonne(@Nullable String nom, int nombre) {}

    /** Puts a result's lists in the place of what there was. */
    void replace(long structureId, long depotId, ResultatImport resultat) {
        jdbc.sql("delete from depot_remarque where structure_id = ? and depot_id = ?")
                .param(structureId)
                .param(depotId)
                .update();
        insert(
                structureId,
                depotId,
                NatureRemarque.ERREUR,
                resultat.erreurs().stream().map(Remarque::of).toList());
        insert(
                structureId,
                depotId,
                NatureRemarque.AVERTISSEMENT,
                resultat.avertissements().stream().map(Remarque::of).toList());
        insert(
                structureId,
                depotId,
                NatureRemarque.CHANGEMENT,
                resultat.changements().stream().map(Remarque::of).toList());
    }

    private void insert(long structureId, long depotId, NatureRemarque nature, List<Remarque> remarques) {
        batch.batchUpdate(
                """
                insert into depot_remarque (structure_id, depot_id, nature, rang, ligne, colonne, valeur, texte, avant, lignes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, remarques.size())
                        .mapToObj(rang -> {
                            Remarque c = remarques.get(rang);
                            return new @Nullable Object[] {
                                structureId,
                                depotId,
                                nature.name(),
                                rang,
                                c.ligne(),
                                c.colonne(),
                                c.valeur(),
                                c.texte(),
                                c.avant(),
                                c.lignes()
                            };
                        })
                        .toList());
    }

    /** The columns that a list speaks of, those most spoken of first. */
    List<Colonne> colonnes(long structureId, long depotId, NatureRemarque nature) {
        return jdbc.sql("""
                        select colonne, count(*) as nombre from depot_remarque
                         where structure_id = ? and depot_id = ? and nature = ?
                         group by colonne order by nombre desc, colonne nulls first""")
                .param(structureId)
                .param(depotId)
                .param(nature.name())
                .query((ligne, rang) -> new Colonne(ligne.getString(1), ligne.getInt(2)))
                .list();
    }

    /**
     * A page of a list.
     *
     * @param colonne only what concerns it; empty: all
     */
    List<Remarque> list(long structureId, long depotId, NatureRemarque nature, String colonne, int combien, int apres) {
        return jdbc.sql("""
                        select ligne, colonne, valeur, texte, avant, lignes from depot_remarque
                         where structure_id = :structure and depot_id = :depot and nature = :nature
                           and (:colonne = '' or colonne = :colonne)
                         order by rang limit :combien offset :apres""")
                .param("structure", structureId)
                .param("depot", depotId)
                .param("nature", nature.name())
                .param("colonne", colonne)
                .param("combien", combien)
                .param("apres", apres)
                .query((ligne, rang) -> new Remarque(
                        ligne.getObject("ligne", Integer.class),
                        ligne.getString("colonne"),
                        ligne.getString("valeur"),
                        ligne.getString("texte"),
                        ligne.getString("avant"),
                        ligne.getObject("lignes", Integer.class)))
                .list();
    }
}
