package fr.suiviclauses.marche.effort;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.marche.lot.LotConcerne;
import org.jspecify.annotations.Nullable;

/**
 * The effort calculator.
 *
 * @param lot the lot that it is for; null before a marché exists
 * @param commandes an accord-cadre: one hour for so many euros ordered
 * @param effort what it proposes; null while factors are missing
 * @param clause the sentence for the tender documents; empty while there is no proposal
 */
record EffortPage(
        @Nullable LotConcerne lot,
        boolean commandes,
        @Nullable Effort effort,
        String clause,
        @Nullable Conflit conflit) {

    public String adresse() {
        return lot == null ? "/marches/effort" : lot.adresse() + "/effort";
    }

    public String retour() {
        return lot == null ? "/marches" : lot.retour();
    }

    /** What retaining a value does to the lot. */
    public String consequence() {
        if (lot == null) return "";
        return lot.initiale()
                ? "L’obligation du lot est de " + NombreAffiche.of(lot.obligation(), 2)
                        + "\u00a0h aujourd’hui\u00a0: un avenant l’amène à la valeur retenue, à sa date d’effet."
                : "La valeur retenue devient l’obligation initiale du lot. Corrigez-la si le contrat en dit une autre.";
    }
}
