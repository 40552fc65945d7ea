package fr.suiviclauses.echange.depot;

import fr.suiviclauses.echange.format.Anomalie;
import fr.suiviclauses.echange.format.Changement;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report.
 *
 * @param ligne the file's line; null: the whole file
 * @param colonne null: the whole line or file
 * @param valeur the value seen; of a change, the value after
 * @param texte the sentence; of a change, what is changed
 * @param avant of a change, the value before
 * @param lignes of a change, how many lines say so
 */
record Remarque(
        @Nullable Integer ligne,
        @Nullable String colonne,
        String valeur,
        String texte,
        @Nullable String avant,
        @Nullable Integer lignes) {

    static Remarque of(Anomalie anomalie) {
        return new Remarque(anomalie.ligne(), anomalie.colonne(), anomalie.valeur(), anomalie.message(), null, null);
    }

    static Remarque of(Changement changement) {
        return new Remarque(
                changement.ligne(),
                changement.colonne(),
                changement.apres(),
                changement.objet(),
                changement.avant(),
                changement.lignes());
    }
}
