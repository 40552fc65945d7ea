package fr.suiviclauses.commun;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A share of a whole, exact, shown in per cent; over 100 % is shown as it is; "–" when the whole is zero. */
public record Part(Quotient quotient) {

    /** A share that has no meaning here. */
    public static final Part AUCUNE = new Part(Quotient.AUCUN);

    public static Part of(long numerateur, long denominateur) {
        return new Part(Quotient.of(numerateur, denominateur));
    }

    public static Part of(@Nullable BigDecimal numerateur, @Nullable BigDecimal denominateur) {
        return new Part(new Quotient(numerateur, denominateur));
    }

    /** In per cent, half-up from the exact ratio; null without a denominator. */
    public @Nullable BigDecimal pourcentage(int decimales) {
        return quotient.arrondi(100, decimales);
    }

    /** "85 %": without a decimal. */
    public String affiche() {
        return affiche(0);
    }

    /** "24,4 %" with one decimal. */
    public String affiche(int decimales) {
        BigDecimal pourcentage = pourcentage(decimales);
        return pourcentage == null
                ? NombreAffiche.AUCUN
                : NombreAffiche.of(pourcentage, decimales) + NombreAffiche.ESPACE_FINE + '%';
    }
}
