package fr.suiviclauses.commun.saisie;

import fr.suiviclauses.commun.IntrouvableException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes two records of one table one, and takes them apart again. What one had goes to the other; what moved is kept by
 * its keys in {@code fusion_<table>}, so that undoing moves back that and nothing else. SQL, for a merge is about whole
 * tables, and none of these rows is looked at; each method is called within a transaction.
 */
public final class Fusion {

    private static final String DEVANCE =
            "Quelqu’un d’autre vient de fusionner l’une de ces deux fiches\u00a0: rien de plus n’a été fait. Choisissez de nouveau.";

    /** Of a merge that two people undo. */
    public static final String DEJA_ANNULEE = "Cette fusion a déjà été annulée.";

    private final JdbcClient jdbc;
    private final String table;
    private final List<Suite> suites;

    /**
     * Merges records of a table.
     *
     * @param table it has the columns {@code actif} and {@code fusionne_dans}
     * @param suites what its records have
     */
    public Fusion(JdbcClient jdbc, String table, List<Suite> suites) {
        this.jdbc = jdbc;
        this.table = table;
        this.suites = List.copyOf(suites);
    }

    /**
     * Rows that go along with a record.
     *
     * @param nom what they are kept under
     * @param table where they are
     * @param colonne the column that names the record
     * @param cle a text, from a row {@code t}, that tells it from the others of its record
     */
    public record Suite(String nom, String table, String colonne, String cle) {}

    /** Whether a record of the structure stands for itself. */
    public boolean stands(long structureId, long id) {
        return jdbc.sql("""
                        select exists (select from %s
                                        where structure_id = :structure and id = :id and fusionne_dans is null)""".formatted(table))
                .param("structure", structureId)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /**
     * Before a merge is checked: until it is done, nobody merges either record elsewhere, each into the other for one, nor
     * gives either anything, which would stay behind.
     *
     * @throws IntrouvableException where the structure does not have both
     * @throws RegleMetierException where somebody merged one of them since the page was opened
     */
    public static void begin(JdbcClient jdbc, String table, long structureId, long garde, long absorbe) {
        Verrous.hold(jdbc, table, structureId, garde, absorbe);
        List<Boolean> debout = jdbc.sql(
                        "select fusionne_dans is null from %s where structure_id = :structure and id in (:garde, :absorbe)"
                                .formatted(table))
                .param("structure", structureId)
                .param("garde", garde)
                .param("absorbe", absorbe)
                .query(Boolean.class)
                .list();
        if (debout.size() < 2) throw new IntrouvableException("Cette fiche n’existe pas, ou plus.");
        if (debout.contains(false)) throw new RegleMetierException("avec", DEVANCE);
    }

    /**
     * Merges one record into another, both of them held by {@link #begin}.
     *
     * @throws RegleMetierException where a constraint that has a sentence refuses it
     */
    public void merge(long structureId, long garde, long absorbe, long auteur) {
        String cles = suites.stream()
                .map(suite ->
                        ", '%s', (select coalesce(jsonb_agg(%s), '[]') from %s t where t.structure_id = d.structure_id and t.%s = d.id)"
                                .formatted(suite.nom, suite.cle, suite.table, suite.colonne))
                .collect(Collectors.joining());
        Contraintes.translated(() -> {
            long id = jdbc.sql("""
                            insert into fusion_%1$s (structure_id, garde_id, absorbe_id, fait_par, avant)
                            select d.structure_id, :garde, d.id, :auteur, jsonb_build_object('actif', d.actif,
                                   'fusionnes', (select coalesce(jsonb_agg(x.id), '[]') from %1$s x
                                                  where x.structure_id = d.structure_id and x.fusionne_dans = d.id)%2$s)
                              from %1$s d where d.structure_id = :structure and d.id = :absorbe
                            returning id""".formatted(table, cles))
                    .param("structure", structureId)
                    .param("garde", garde)
                    .param("absorbe", absorbe)
                    .param("auteur", auteur)
                    .query(Long.class)
                    .single();
            move(structureId, id, absorbe, garde);
            return jdbc.sql("""
                            update %s set actif = false, fusionne_dans = :garde
                             where structure_id = :structure and (id = :absorbe or fusionne_dans = :absorbe)""".formatted(table))
                    .param("structure", structureId)
                    .param("garde", garde)
                    .param("absorbe", absorbe)
                    .update();
        });
    }

    /**
     * Takes a merged record out again.
     *
     * @param ailleurs what to say where something that moved is no longer where the merge put it
     * @return the record that stands for itself again
     * @throws RegleMetierException where it is so
     */
    public long undo(long structureId, long fusion, long auteur, String ailleurs) {
        Faite faite = jdbc.sql("""
                        select garde_id, absorbe_id, (avant -> 'actif')::boolean as actif, annule_le is not null as annulee
                          from fusion_%s where structure_id = :structure and id = :id for update""".formatted(table))
                .param("structure", structureId)
                .param("id", fusion)
                .query(Faite.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette fusion n’existe pas."));
        if (faite.annulee) throw new RegleMetierException("", DEJA_ANNULEE);
        Verrous.hold(jdbc, table, structureId, faite.gardeId, faite.absorbeId);
        // Undone afterwards, the later one would take along what was merged before it.
        if (!stands(structureId, faite.gardeId))
            throw new RegleMetierException(
                    "", "La fiche gardée a elle-même été fusionnée depuis\u00a0: annulez d’abord cette fusion-là.");
        if (moved(structureId, fusion, faite.gardeId)) throw new RegleMetierException("", ailleurs);
        Contraintes.translated(() -> {
            move(structureId, fusion, faite.gardeId, faite.absorbeId);
            jdbc.sql(
                            "update %s set actif = :actif, fusionne_dans = null where structure_id = :structure and id = :absorbe"
                                    .formatted(table))
                    .param("structure", structureId)
                    .param("actif", faite.actif)
                    .param("absorbe", faite.absorbeId)
                    .update();
            return jdbc.sql("""
                            update %1$s d set fusionne_dans = :absorbe from fusion_%1$s f
                             where f.structure_id = :structure and f.id = :id and d.structure_id = f.structure_id
                               and f.avant -> 'fusionnes' @> to_jsonb(d.id)""".formatted(table))
                    .param("structure", structureId)
                    .param("absorbe", faite.absorbeId)
                    .param("id", fusion)
                    .update();
        });
        jdbc.sql("""
                        update fusion_%s set annule_le = now(), annule_par = :auteur
                         where structure_id = :structure and id = :id""".formatted(table))
                .param("structure", structureId)
                .param("auteur", auteur)
                .param("id", fusion)
                .update();
        return faite.absorbeId;
    }

    private record Faite(long gardeId, long absorbeId, boolean actif, boolean annulee) {}

    /** Gives what a merge is about, and nothing else, to the other of its two records. */
    private void move(long structureId, long fusion, long de, long vers) {
        for (Suite suite : suites) {
            jdbc.sql("""
                            update %1$s t set %2$s = :vers from fusion_%3$s f
                             where f.structure_id = :structure and f.id = :id and t.structure_id = f.structure_id and t.%2$s = :de
                               and %4$s in (select jsonb_array_elements_text(f.avant -> '%5$s'))""".formatted(suite.table, suite.colonne, table, suite.cle, suite.nom))
                    .param("structure", structureId)
                    .param("de", de)
                    .param("vers", vers)
                    .param("id", fusion)
                    .update();
        }
    }

    /** Whether anything that a merge moved is elsewhere by now. */
    private boolean moved(long structureId, long fusion, long garde) {
        return suites.stream()
                .anyMatch(suite -> jdbc.sql("""
                        select exists (
                            select from fusion_%1$s f
                             cross join jsonb_array_elements_text(f.avant -> '%2$s') as e (cle)
                             where f.structure_id = :structure and f.id = :id
                               and not exists (select from %3$s t where t.structure_id = f.structure_id
                                                  and t.%4$s = :garde and %5$s = e.cle))""".formatted(table, suite.nom, suite.table, suite.colonne, suite.cle))
                        .param("structure", structureId)
                        .param("garde", garde)
                        .param("id", fusion)
                        .query(Boolean.class)
                        .single());
    }
}
