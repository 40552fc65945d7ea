package fr.suiviclauses.echange.depot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import: how far it is, what it would do or did, what was found.
 *
 * @param adresse of this page
 * @param titre the file's name
 * @param etat and classe: its state in French, and for its colour
 * @param histoire who did what and when, a line each
 * @param phrase what it means, in one or two sentences
 * @param progression null when nobody is at work on it
 * @param dejaImporte when the same file was imported before, else empty
 * @param annote whether the copy with its errors is kept
 * @param encore where another file like it is deposited; empty: this one is not settled
 * @param reservee the lists are for facilitators and for who sent the file
 * @param annulable she may have what it wrote put back as it was
 * @param definitif why what it wrote can't be put back, else empty
 * @param empechement what has just kept it from being cancelled; null: nobody asked, or nothing did
 * @param rapport null when nothing was found
 */
record ImportPage(
        String adresse,
        String titre,
        String genre,
        String etat,
        String classe,
        List<String> histoire,
        String phrase,
        @Nullable Progression progression,
        List<Compteur> compteurs,
        String dejaImporte,
        String confirmer,
        boolean abandonnable,
        boolean reessayable,
        boolean annote,
        String encore,
        boolean reservee,
        boolean termine,
        boolean annulable,
        String definitif,
        @Nullable Empechement empechement,
        @Nullable Rapport rapport) {

    /**
     * Work under way.
     *
     * @param pourcentage 0 to 100
     * @param lignes "12 000 lignes lues", or empty
     */
    record Progression(String etape, int pourcentage, String lignes) {}

    /**
     * What keeps the import from being cancelled.
     *
     * @param total said when only the first months are shown, else empty
     */
    record Empechement(List<Cellule> cellules, String total) {}

    /** A month that can't be put back, and why. */
    record Cellule(String nom, String phrase) {}

    /** A count of lines. */
    record Compteur(String libelle, String figure, String classe) {}

    /**
     * The lists of what was found, one of which is shown.
     *
     * @param colonnes to show only what concerns one; empty where all concern the same
     * @param erreurs whether it is of errors
     * @param changements whether the list is of changes, with a value before and after
     * @param total said when the list holds but the first ones, else empty
     */
    record Rapport(
            List<Choix> listes,
            List<Choix> colonnes,
            boolean changements,
            boolean erreurs,
            String total,
            List<Remarque> lignes,
            int page,
            int pages,
            @Nullable String precedente,
            @Nullable String suivante) {}

    /** A list or a column that may be chosen. */
    record Choix(String libelle, String nombre, String adresse, boolean courant) {}
}
