package fr.suiviclauses.bilan.details;

import fr.suiviclauses.commun.grille.Grille;
import org.jspecify.annotations.Nullable;

/**
 * One page of the records behind a figure.
 *
 * @param perimetre years and filters, as printed
 * @param precision which figure of the perimeter, empty for the whole list
 * @param total count and hours of the whole list: the figure
 * @param reservee the lines are for facilitators only
 * @param page from 1
 * @param precedente address of the page before, null on the first
 * @param bilan address of the bilan with the same filters
 */
record DetailsPage(
        String titre,
        String perimetre,
        String precision,
        String total,
        boolean reservee,
        Grille grille,
        int page,
        int pages,
        @Nullable String precedente,
        @Nullable String suivante,
        String bilan) {}
