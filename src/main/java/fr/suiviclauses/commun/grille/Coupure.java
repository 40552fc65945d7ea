package fr.suiviclauses.commun.grille;

import fr.suiviclauses.commun.NombreAffiche;

/** A file holds no more lines than a spreadsheet opens with ease; whoever has more reads that there are others. */
public final class Coupure {

    /** How many lines a file holds at most. */
    public static final int LIGNES = 100_000;

    private static final String PREMIERES = "les " + NombreAffiche.of(LIGNES) + " premières lignes";

    private Coupure() {}

    /**
     * What a file's last line says of those it does not hold.
     *
     * @param total how many lines there are in all
     * @param remede how to have the others, a French sentence
     * @return empty: it holds all
     */
    public static String fichier(long total, String remede) {
        return total > LIGNES
                ? "Ce fichier ne contient que " + PREMIERES + " sur " + NombreAffiche.of(total) + ". " + remede
                : "";
    }

    /** The same, said on the page before the download. */
    public static String page(long total, String remede) {
        return total > LIGNES ? "Un fichier n’en contient que " + PREMIERES + ", dans l’ordre affiché. " + remede : "";
    }
}
