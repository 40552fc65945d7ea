package fr.suiviclauses.echange.depot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deposit form and the imports that were made.
 *
 * @param genre the kind chosen, to be still there after a refusal
 * @param erreurFichier what is wrong with the file that was sent, empty when nothing is
 * @param erreurGenre what is wrong with the kind
 * @param precedente address of the page before, null on the first
 */
record ImportsPage(
        List<GenreDepot> genres,
        GenreDepot genre,
        String erreurFichier,
        String erreurGenre,
        List<Ligne> lignes,
        int page,
        int pages,
        @Nullable String precedente,
        @Nullable String suivante) {

    /**
     * One import.
     *
     * @param classe of its state, for its colour
     * @param resultat in a few words: "12 nouvelles, 3 modifiées"
     */
    record Ligne(
            String adresse,
            String nom,
            String genre,
            String quand,
            String auteur,
            String etat,
            String classe,
            String resultat) {}
}
