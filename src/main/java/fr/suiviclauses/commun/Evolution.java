package fr.suiviclauses.commun;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * From one year to the next: (after − before) / before, exact. There is none when the year before is zero or not known,
 * and then nothing is shown: from nothing to something is not a percentage.
 */
public record Evolution(
        @Nullable BigDecimal avant, @Nullable BigDecimal apres) {

    public static final Evolution AUCUNE = new Evolution(null, null);

    public static Evolution of(long avant, long apres) {
        return new Evolution(BigDecimal.valueOf(avant), BigDecimal.valueOf(apres));
    }

    public boolean existe() {
        return avant != null && apres != null && avant.signum() != 0;
    }

    /** In per cent, half-up from the exact ratio. */
    public @Nullable BigDecimal pourcentage(int decimales) {
        return avant == null || apres == null
                ? null
                : Part.of(apres.subtract(avant), avant).pourcentage(decimales);
    }

    /** −1, 0 or 1, as shown without a decimal: what rounds to 0 % is neither up nor down. */
    public int sens() {
        BigDecimal arrondi = pourcentage(0);
        return arrondi == null ? 0 : arrondi.signum();
    }

    /** "+23 %", "−4 %", "0 %"; "–" where there is none. */
    public String affiche() {
        BigDecimal arrondi = pourcentage(0);
        return arrondi == null
                ? NombreAffiche.AUCUN
                : (arrondi.signum() > 0 ? "+" : "") + NombreAffiche.of(arrondi, 0) + NombreAffiche.ESPACE_FINE + '%';
    }
}
