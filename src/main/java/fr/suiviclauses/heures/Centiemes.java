package fr.suiviclauses.heures;

import fr.suiviclauses.commun.NombreAffiche;
import java.math.BigDecimal;

/** Hours as whole hundredths, which a script adds up without losing any. */
final class Centiemes {

    private Centiemes() {}

    static long of(BigDecimal heures) {
        return heures.movePointRight(2).longValueExact();
    }

    static BigDecimal heures(long centiemes) {
        return BigDecimal.valueOf(centiemes, 2);
    }

    /** "1 094": half-up to the hour. */
    static String rounded(long centiemes) {
        return NombreAffiche.of(heures(centiemes), 0);
    }
}
