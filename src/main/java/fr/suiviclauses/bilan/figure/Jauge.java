package fr.suiviclauses.bilan.figure;

import java.math.BigDecimal;

/**
 * What is done against a target, never capped: beyond it, the target's mark moves left and the bar goes on.
 *
 * @param largeur done, in per cent of the width
 * @param cible where the target stands, in per cent of the width
 */
public record Jauge(BigDecimal largeur, BigDecimal cible, Ton ton) {

    private static final BigDecimal CENT = BigDecimal.valueOf(100);

    public static Jauge of(BigDecimal fait, BigDecimal objectif) {
        Echelle echelle = new Echelle(fait.max(objectif));
        boolean atteint = fait.compareTo(objectif) >= 0;
        return new Jauge(
                echelle.pourcentage(fait).min(CENT),
                echelle.pourcentage(objectif).min(CENT),
                atteint ? Ton.ATTEINT : Ton.DONNEE);
    }
}
