package fr.suiviclauses.bilan.figure;

import org.jspecify.annotations.Nullable;

/**
 * A key figure.
 *
 * @param adresse the records behind it
 * @param evolution against the year before, "" where there is none
 * @param sens −1, 0, 1
 * @param reference the year that the evolution is against
 * @param complement a few words under it
 * @param tendance its last years as a small line
 */
public record Chiffre(
        String libelle,
        String figure,
        @Nullable String adresse,
        String evolution,
        int sens,
        String reference,
        String complement,
        Explication definition,
        @Nullable Annuel tendance) {}
