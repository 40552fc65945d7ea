package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;

/**
 * A charter, by the buyers whose signature is in force on 31 December of the bilan's year.
 *
 * @param charte its code
 * @param donneursOrdres signatories among the followed buyers
 */
public record LigneCharte(String charte, long donneursOrdres, Heures heures) {

    public String libelle() {
        return libelle(charte);
    }

    /** The French name of a charter. */
    public static String libelle(String charte) {
        return switch (charte) {
            case "SBA" -> "Small Business Act toulousain";
            case "TRAVAIL_EN_JOURNEE" -> "Travail en journée";
            default -> charte;
        };
    }
}
