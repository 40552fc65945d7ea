package fr.suiviclauses.heures;

import org.jspecify.annotations.Nullable;

/** How a person is named in the grid. */
final class Personne {

    private Personne() {}

    /** "Lefèvre Zoé"; an anonymised person has hours, but no name any more. */
    static String nom(@Nullable String nom, @Nullable String prenom) {
        return nom == null ? "Personne anonymisée" : nom + (prenom == null ? "" : " " + prenom);
    }
}
