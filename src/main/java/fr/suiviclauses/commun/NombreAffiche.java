package fr.suiviclauses.commun;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How a number is shown in French: half-up once, thousands apart by U+202F, a comma; "–" for none. */
public final class NombreAffiche {

    /** What stands where there is no figure, for want of a denominator. */
    public static final String AUCUN = "–";

    /** Keeps a number and its unit on one line. */
    public static final char ESPACE_FINE = '\u202f';

    /** Keeps a number and a word on one line. */
    public static final char INSECABLE = '\u00a0';

    private static final char MOINS = '\u2212';

    private NombreAffiche() {}

    public static String of(long nombre) {
        return of(BigDecimal.valueOf(nombre), 0);
    }

    public static String of(@Nullable BigDecimal nombre, int decimales) {
        if (nombre == null) {
            return AUCUN;
        }
        BigDecimal arrondi = nombre.setScale(decimales, RoundingMode.HALF_UP);
        String chiffres = arrondi.abs().toPlainString();
        int virgule = decimales == 0 ? chiffres.length() : chiffres.indexOf('.');
        StringBuilder texte = new StringBuilder(chiffres.replace('.', ','));
        for (int i = virgule - 3; i > 0; i -= 3) {
            texte.insert(i, ESPACE_FINE);
        }
        return arrondi.signum() < 0 ? texte.insert(0, MOINS).toString() : texte.toString();
    }
}
