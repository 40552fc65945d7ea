package fr.suiviclauses.marche.obligation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A movement of a lot's obligation, to be added.
 *
 * @param heures signed: an avenant may take hours away
 * @param montantHt the amount before tax that the hours were reckoned from
 * @param motif why, or how they were reckoned
 */
public record Mouvement(
        NatureMouvement nature,
        LocalDate dateEffet,
        BigDecimal heures,
        @Nullable BigDecimal montantHt,
        @Nullable String motif) {}
