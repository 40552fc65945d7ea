package fr.suiviclauses.echange.reprise;

import fr.suiviclauses.echange.format.Anomalie;
import fr.suiviclauses.echange.format.Changement;
import java.util.List;

/**
 * What the comparison of a file with the database found; lists hold their first items, by line, totals count all.
 *
 * @param lignes data lines: new, modified, in error, or none of these
 * @param nouvelles lines without error that add something
 * @param modifiees lines without error that add nothing but change something
 */
public record Constat(
        int lignes,
        int nouvelles,
        int modifiees,
        int enErreur,
        List<Anomalie> erreurs,
        int totalErreurs,
        List<Anomalie> avertissements,
        int totalAvertissements,
        List<Changement> changements,
        int totalChangements) {

    /** A file that was refused before anything could be compared. */
    public static Constat refused(int lignes, List<Anomalie> erreurs, int totalErreurs) {
        return new Constat(lignes, 0, 0, 0, erreurs, totalErreurs, List.of(), 0, List.of(), 0);
    }
}
