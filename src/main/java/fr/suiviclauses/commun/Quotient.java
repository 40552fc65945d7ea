package fr.suiviclauses.commun;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An exact ratio, rounded once where it is shown; without a value when its denominator is zero or not known. */
public record Quotient(
        @Nullable BigDecimal numerateur, @Nullable BigDecimal denominateur) {

    /** A ratio that has no meaning here, shown as "–". */
    public static final Quotient AUCUN = new Quotient(null, null);

    public static Quotient of(long numerateur, long denominateur) {
        return new Quotient(BigDecimal.valueOf(numerateur), BigDecimal.valueOf(denominateur));
    }

    public @Nullable BigDecimal valeur(int decimales) {
        return arrondi(1, decimales);
    }

    public String affiche(int decimales) {
        return NombreAffiche.of(valeur(decimales), decimales);
    }

    /** Without a decimal. */
    public String affiche() {
        return affiche(0);
    }

    @Nullable
    BigDecimal arrondi(int facteur, int decimales) {
        if (numerateur == null || denominateur == null || denominateur.signum() == 0) {
            return null;
        }
        return numerateur.multiply(BigDecimal.valueOf(facteur)).divide(denominateur, decimales, RoundingMode.HALF_UP);
    }
}
