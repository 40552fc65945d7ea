package fr.suiviclauses.echange.depot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps an import from being cancelled.
 *
 * @param premiers the first ones, by person and month
 * @param total how many there are
 */
record Obstacles(List<Obstacle> premiers, int total) {

    static final Obstacles AUCUN = new Obstacles(List.of(), 0);

    Obstacles {
        premiers = List.copyOf(premiers);
    }

    /** Why a month can't be put back. */
    enum Raison {
        /** It is not as the import left it. */
        CHANGE,
        /** Its year is closed. */
        ANNEE_ARRETEE,
        /** The contract's dates have moved, and it would be outside. */
        HORS_CONTRAT,
        /** With what was entered elsewhere since, the month would have more hours than it can. */
        AU_DELA_DE_744
    }

    /**
     * A month that can't be put back.
     *
     * @param cellule person, contract, marché, lot and month
     * @param presentes the hours there are now, as shown; null: none
     * @param moment when it was changed, and auteur by whom; null: not known, or the program itself
     */
    record Obstacle(
            String cellule,
            Raison raison,
            @Nullable String presentes,
            @Nullable Instant moment,
            @Nullable String auteur) {}
}
