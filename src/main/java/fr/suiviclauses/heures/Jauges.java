package fr.suiviclauses.heures;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.heures.HeuresLecture.Lot;
import fr.suiviclauses.heures.HeuresPage.Jauge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How far a lot is, and where it goes at this pace. */
final class Jauges {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private Jauges() {}

    static Jauge of(Lot lot, boolean seul, LocalDate jour) {
        String nom = "lot " + lot.numero() + (lot.objet() == null ? "" : " " + lot.objet());
        boolean sansObjectif = lot.obligation().signum() <= 0;
        return new Jauge(
                lot.id(),
                seul ? "Objectif du lot" : "Marché " + lot.marche() + ", " + nom,
                sansObjectif ? "" : NombreAffiche.of(lot.obligation(), 0),
                NombreAffiche.of(lot.fait(), 0),
                sansObjectif ? "" : Part.of(lot.fait(), lot.obligation()).affiche(),
                sansObjectif
                        ? 0
                        : lot.fait()
                                .multiply(BigDecimal.valueOf(100))
                                .divide(lot.obligation(), 0, RoundingMode.DOWN)
                                .min(BigDecimal.valueOf(100))
                                .intValue(),
                projection(lot, jour),
                sansObjectif ? 0 : Centiemes.of(lot.obligation()),
                Centiemes.of(lot.fait()));
    }

    /**
     * What the lot will have reached at the marché's end, or at the end of the year where it has none, if the months to
     * come are as those from its first counted hours to its last.
     */
    private static String projection(Lot lot, LocalDate jour) {
        if (lot.premier() == null || lot.dernier() == null) return "";
        YearMonth dernier = YearMonth.from(lot.dernier());
        LocalDate terme =
                lot.fin() == null ? LocalDate.of(Math.max(jour.getYear(), dernier.getYear()), 12, 31) : lot.fin();
        long restants = ChronoUnit.MONTHS.between(dernier, YearMonth.from(terme));
        if (restants <= 0) return "";
        long passes = ChronoUnit.MONTHS.between(YearMonth.from(lot.premier()), dernier) + 1;
        BigDecimal projete = lot.fait()
                .multiply(BigDecimal.valueOf(passes + restants))
                .divide(BigDecimal.valueOf(passes), 2, RoundingMode.HALF_UP);
        return "À ce rythme, " + NombreAffiche.of(projete, 0) + "\u00a0h au " + JOUR.format(terme)
                + (lot.obligation().signum() <= 0
                        ? "."
                        : " (" + Part.of(projete, lot.obligation()).affiche() + ").");
    }
}
