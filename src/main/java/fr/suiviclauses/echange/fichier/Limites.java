package fr.suiviclauses.echange.fichier;

/** What a file may not exceed, so that no upload can exhaust the memory or the time of the others. */
public final class Limites {

    public static final long OCTETS = 100L * 1024 * 1024;
    public static final int LIGNES = 200_000;
    public static final int CARACTERES_PAR_CELLULE = 10_000;
    /** All the parts of a workbook, inflated. */
    public static final long OCTETS_DEPLIES = 1024L * 1024 * 1024;
    /** The parts of a workbook; a real one has some tens. */
    static final int PARTIES = 10_000;
    /** The columns read in a row; those beyond are refused. */
    static final int COLONNES = 1_000;
    /** The last row that a workbook may have. */
    static final int RANG_MAXIMAL = 1_048_576;
    /** Of the copy that is handed back: cells that share one text each have their own there. */
    public static final long CARACTERES_DE_COPIE = 200_000_000;

    static final String CELLULE_TROP_LONGUE =
            "Une cellule dépasse 10\u202f000 caractères\u00a0: ce n’est pas une donnée de suivi.";
    static final String TROP_DE_COLONNES = "Une ligne a plus de 1\u202f000 colonnes.";

    private Limites() {}
}
