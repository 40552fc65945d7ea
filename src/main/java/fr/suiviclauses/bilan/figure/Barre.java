package fr.suiviclauses.bilan.figure;

import java.math.BigDecimal;

/**
 * The bar of one line of a table.
 *
 * @param largeur in per cent of the longest bar
 */
public record Barre(BigDecimal largeur, Ton ton) {

    /** What is not zero is seen, however small. */
    private static final BigDecimal TRAIT = new BigDecimal("0.60");

    public static Barre of(BigDecimal valeur, Echelle echelle, Ton ton) {
        BigDecimal largeur = echelle.pourcentage(valeur);
        return new Barre(valeur.signum() > 0 ? largeur.max(TRAIT) : largeur, ton);
    }
}
