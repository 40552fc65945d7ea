package fr.suiviclauses.controle;

import fr.suiviclauses.commun.grille.Grille;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All records of one control.
 *
 * @param adresse of the page, without what it is asked
 * @param annees the years that it can be asked about, where it is about one
 * @param fichier address of the file, but for its format
 */
record ControlePage(
        String titre,
        String pourquoi,
        String geste,
        String compte,
        String adresse,
        List<Annee> annees,
        Grille grille,
        String fichier,
        int page,
        int pages,
        @Nullable String precedente,
        @Nullable String suivante) {

    ControlePage {
        annees = List.copyOf(annees);
    }

    record Annee(int annee, boolean courante) {}

    public boolean clair() {
        return grille.lignes().isEmpty();
    }
}
