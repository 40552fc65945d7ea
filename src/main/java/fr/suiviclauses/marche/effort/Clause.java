package fr.suiviclauses.marche.effort;

import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.referentiel.TypeClause;
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
     * @param euros "2 000" where one hour is owed for so many euros ordered; null where hours are a total
     */
    static String of(
            @Nullable LotConcerne lot, List<String> clauses, Effort effort, @Nullable String euros, String structure) {
        String ou = lot == null
                ? ""
                : "Pour le lot " + lot.numero() + (lot.objet() == null ? "" : " (" + lot.objet() + ")") + ", ";
        String qui = lot == null ? "Le titulaire" : "le titulaire";
        String combien = euros == null
                ? "au moins " + effort.affiche().replace("\u00a0h", "\u00a0heures de travail")
                        + " sur la durée du marché"
                : "une heure de travail pour " + euros + "\u00a0€ HT commandés";
        return "Clause sociale d’insertion" + ground(clauses) + ". " + ou + qui + " réserve " + combien
                + " à des personnes éloignées de l’emploi, dont l’éligibilité est vérifiée par «\u00a0" + structure
                + "\u00a0», structure facilitatrice. Il lui transmet chaque mois les heures réalisées.";
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
