package fr.suiviclauses.avancement;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pace of counted hours, and where it leads: the hours so far, spread evenly over the months from the start to the
 * last one that is over (or the last that has hours), go on so until the end.
 *
 * @param debut the month of the start, or of the first hours if they came before
 * @param observe the last month observed
 * @param fin the last day; null: open
 * @param fait the hours counted from {@code debut} to {@code observe}
 */
public record Rythme(
        YearMonth debut, YearMonth observe, @Nullable LocalDate fin, BigDecimal fait) {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    /** Beyond a hundred years nobody plans. */
    private static final BigDecimal LOIN = BigDecimal.valueOf(1200);

    /**
     * Seen on a day.
     *
     * @param debut the first day of the marché
     * @param premier the first month with hours, null: none
     * @param dernier the last month with hours
     */
    public static Rythme on(
            LocalDate jour,
            LocalDate debut,
            @Nullable LocalDate fin,
            BigDecimal fait,
            @Nullable LocalDate premier,
            @Nullable LocalDate dernier) {
        YearMonth commence = YearMonth.from(premier != null && premier.isBefore(debut) ? premier : debut);
        YearMonth fini = YearMonth.from(jour).minusMonths(1);
        YearMonth observe = dernier != null && YearMonth.from(dernier).isAfter(fini) ? YearMonth.from(dernier) : fini;
        return new Rythme(commence, observe, fin, fait);
    }

    /** Months observed; 0 or less before the start. */
    long ecoules() {
        return debut.until(observe, ChronoUnit.MONTHS) + 1;
    }

    /** There are hours to go by, and months to come. */
    boolean projetable() {
        return ecoules() > 0
                && fait.signum() > 0
                && (fin == null || YearMonth.from(fin).isAfter(observe));
    }

    BigDecimal parMois() {
        return fait.divide(BigDecimal.valueOf(ecoules()), 2, RoundingMode.HALF_UP);
    }

    /** The hours at the end, if it goes on so; null for an open marché. */
    @Nullable
    BigDecimal enFin() {
        if (fin == null || !projetable()) return null;
        long total = debut.until(YearMonth.from(fin), ChronoUnit.MONTHS) + 1;
        return fait.multiply(BigDecimal.valueOf(total)).divide(BigDecimal.valueOf(ecoules()), 2, RoundingMode.HALF_UP);
    }

    /** The month in which the obligation is reached, if it goes on so, even after the end; null when it is, or never. */
    @Nullable
    YearMonth atteinte(BigDecimal obligation) {
        BigDecimal reste = obligation.subtract(fait);
        if (reste.signum() <= 0 || !projetable()) return null;
        BigDecimal mois = reste.multiply(BigDecimal.valueOf(ecoules())).divide(fait, 0, RoundingMode.CEILING);
        return mois.compareTo(LOIN) > 0 ? null : observe.plusMonths(mois.longValueExact());
    }

    /** "À ce rythme (558 h par mois), 6 692 h au 31 décembre 2022 (108 %)." */
    public String phrase(BigDecimal obligation) {
        if (!projetable()) return "";
        StringBuilder phrase = new StringBuilder("À ce rythme (")
                .append(NombreAffiche.of(parMois(), 0))
                .append("\u00a0h par mois)");
        BigDecimal enFin = enFin();
        if (enFin != null && fin != null) {
            phrase.append(", ")
                    .append(NombreAffiche.of(enFin, 0))
                    .append("\u00a0h au ")
                    .append(JOUR.format(fin));
            if (obligation.signum() > 0)
                phrase.append(" (").append(Part.of(enFin, obligation).affiche()).append(')');
        }
        YearMonth atteinte = atteinte(obligation);
        if (atteinte != null)
            phrase.append(enFin == null ? ", " : "\u00a0; ")
                    .append("100\u202f% en ")
                    .append(MOIS.format(atteinte));
        return phrase.append('.').toString();
    }
}
