package fr.suiviclauses.controle;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One record that a control found.
 *
 * @param fiche the record, by its name
 * @param contexte what it is in, or next to
 * @param heures how many, or the difference
 * @param constat what is amiss, in a sentence
 * @param adresse where it is mended
 */
record Constat(
        String fiche,
        String contexte,
        @Nullable LocalDate mois,
        @Nullable BigDecimal heures,
        String constat,
        String adresse) {}
