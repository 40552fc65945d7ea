package fr.suiviclauses.echange;

import fr.suiviclauses.echange.format.Anomalie;
import fr.suiviclauses.echange.format.Changement;
import java.util.List;

/**
 * What an import did, or would do. Lists hold their first 1 000 items, by line; totals count them all.
 *
 * @param essai nothing was written: this is what would happen
 * @param lignes data lines read
 * @param nouvelles lines without error that add something, or would if no other line had one
 * @param modifiees lines without error that add nothing but change something
 * @param inchangees lines that say what is already known
 * @param enErreur data lines with at least one error
 * @param erreurs not empty: nothing was written
 */
public record ResultatImport(
        boolean essai,
        int lignes,
        int nouvelles,
        int modifiees,
        int inchangees,
        int enErreur,
        List<Anomalie> avertissements,
        int totalAvertissements,
        List<Anomalie> erreurs,
        int totalErreurs,
        List<Changement> changements,
        int totalChangements) {

    public ResultatImport {
        avertissements = List.copyOf(avertissements);
        erreurs = List.copyOf(erreurs);
        changements = List.copyOf(changements);
    }

    /** Nothing was written, because something is wrong. */
    public boolean refuse() {
        return totalErreurs > 0;
    }
}
