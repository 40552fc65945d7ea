package fr.suiviclauses.echange.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data line whose cells were read.
 *
 * @param numero physical line where it starts
 * @param personne whether any cell of a person is filled
 * @param invalides the columns whose cell could not be read, one bit each: they are null among the values
 * @param valeurs by column, in COPY's text; null: blank or not readable
 */
public record LigneTypee(int numero, boolean personne, long invalides, List<@Nullable String> valeurs) {

    /** The value of a column, null when it is blank or could not be read. */
    public @Nullable String get(Colonne colonne) {
        return valeurs.get(colonne.ordinal());
    }
}
