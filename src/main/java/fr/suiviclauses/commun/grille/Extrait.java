package fr.suiviclauses.commun.grille;

import fr.suiviclauses.commun.NombreAffiche;

/**
 * The first lines of a table that may be long, on a record's page: how many there are is said, and where all of them are.
 *
 * @param total how many lines the whole table has
 * @param tout the address of a list that has them all
 */
public record Extrait(Grille grille, long total, String tout) {

    /** The lines of a page that shows other things too. */
    public static final int AU_PLUS = 200;

    public boolean coupe() {
        return total > grille.lignes().size();
    }

    /** "Les 200 premières lignes sur 1 346." */
    public String phrase() {
        return "Les " + NombreAffiche.of(grille.lignes().size()) + " premières lignes sur " + NombreAffiche.of(total)
                + ".";
    }
}
