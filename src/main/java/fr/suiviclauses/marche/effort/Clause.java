package fr.suiviclauses.marche.effort;

import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.referentiel.TypeClause;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sentence to paste into the tender documents. A proposal: the buyer's lawyers have the last word. */
final class Clause {

    private Clause() {}

    /**
     * What the holder commits to.
     *
     * @param lot null before a marché exists
     * @param clauses the lot's legal grounds
     * @param combien {@link #total} or {@link #price}
     */
    static String of(@Nullable LotConcerne lot, List<String> clauses, String combien, String structure) {
        String ou = lot == null ? "" : "Pour le lot " + lot.numero() + named(lot) + ", ";
        String qui = lot == null ? "Le titulaire" : "le titulaire";
        return "Clause sociale d’insertion" + ground(clauses) + ". " + ou + qui + " réserve " + combien
                + " à des personnes éloignées de l’emploi, dont l’éligibilité est vérifiée par «\u00a0" + structure
                + "\u00a0», structure facilitatrice. Il lui transmet chaque mois les heures réalisées.";
    }

    /** What the lot is for; an object that begins with "Lot 3" does not name it twice. */
    private static String named(LotConcerne lot) {
        String objet = lot.objet();
        if (objet == null) return "";
        return objet.equals(lot.titre())
                ? objet.substring("lot ".length() + lot.numero().length())
                : " (" + objet + ")";
    }

    /** So many hours over the whole marché. */
    static String total(BigDecimal heures) {
        return "au moins " + Effort.trimmed(heures)
                + (heures.compareTo(BigDecimal.valueOf(2)) < 0 ? "\u00a0heure de travail" : "\u00a0heures de travail")
                + " sur la durée du marché";
    }

    /** One hour for so many euros ordered. */
    static String price(String euros) {
        return "une heure de travail pour " + euros + "\u00a0€ HT commandés";
    }

    private static String ground(List<String> clauses) {
        return clauses.stream()
                .map(TypeClause::valueOf)
                .filter(clause -> !clause.article().isEmpty())
                .findFirst()
                .map(clause -> " (" + clause.libelle().toLowerCase(Locale.FRENCH) + ", article " + clause.article()
                        + " du code de la commande publique)")
                .orElse("");
    }
}
