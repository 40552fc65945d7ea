package fr.suiviclauses.heures;

import fr.suiviclauses.avancement.Rythme;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.heures.HeuresLecture.Lot;
import fr.suiviclauses.heures.HeuresPage.Jauge;
import fr.suiviclauses.marche.lot.LotConcerne;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** How far a lot is, and where it goes at this pace. */
final class Jauges {

    private Jauges() {}

    static Jauge of(Lot lot, boolean seul, LocalDate jour) {
        boolean sansObjectif = lot.obligation().signum() <= 0;
        return new Jauge(
                lot.id(),
                seul
                        ? "Objectif du lot"
                        : LotConcerne.titre(lot.numero(), lot.objet(), null) + " (marché " + lot.marche() + ")",
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

    /** As the marché's own page tells it. */
    private static String projection(Lot lot, LocalDate jour) {
        return Rythme.on(jour, lot.debut(), lot.fin(), lot.fait(), lot.premier(), lot.dernier())
                .phrase(lot.obligation());
    }
}
