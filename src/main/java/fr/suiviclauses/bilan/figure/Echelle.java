package fr.suiviclauses.bilan.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** From a figure to a length: the largest figure takes it all. SVG reads a point as the decimal sign. */
public record Echelle(BigDecimal maximum) {

    private static final BigDecimal CENT = BigDecimal.valueOf(100);

    /** Of what is there; nothing there, or only zeros, draws nothing. */
    public static Echelle of(Collection<BigDecimal> valeurs) {
        return new Echelle(valeurs.stream().reduce(BigDecimal.ZERO, BigDecimal::max));
    }

    /** In hundredths of {@code longueur}, exact enough for any screen. */
    public BigDecimal longueur(BigDecimal valeur, int longueur) {
        return maximum.signum() <= 0
                ? BigDecimal.ZERO.setScale(2)
                : valeur.multiply(BigDecimal.valueOf(longueur)).divide(maximum, 2, RoundingMode.HALF_UP);
    }

    /** In per cent of the width. */
    public BigDecimal pourcentage(BigDecimal valeur) {
        return longueur(valeur, 100);
    }

    /** A place among {@code nombre} equal ones, in per cent of the width. */
    static BigDecimal place(BigDecimal rang, int nombre) {
        return nombre == 0
                ? BigDecimal.ZERO
                : rang.multiply(CENT).divide(BigDecimal.valueOf(nombre), 3, RoundingMode.HALF_UP);
    }
}
