package fr.suiviclauses.marche.operation;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.grille.Grille;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An operation's record.
 *
 * @param fait its counted hours since its beginning
 * @param personnes people with counted hours in it, each once
 */
record OperationPage(
        long id,
        String nom,
        String type,
        boolean actif,
        @Nullable BigDecimal objectif,
        BigDecimal fait,
        long personnes,
        Grille marches,
        Grille annees) {

    public String adresse() {
        return "/operations/" + id;
    }

    public String heures() {
        return NombreAffiche.of(fait, 0);
    }

    public String objectifAffiche() {
        return NombreAffiche.of(objectif, 0);
    }

    /** "111 %": over the objective is shown as it is. */
    public String taux() {
        return Part.of(fait, objectif).affiche();
    }

    /** "Il reste 120 h à faire." */
    public String reste() {
        if (objectif == null) return "Aucun objectif d’heures n’a été fixé.";
        BigDecimal reste = objectif.subtract(fait);
        return reste.signum() > 0
                ? "Il reste " + NombreAffiche.of(reste, 0) + " h à faire."
                : "L’objectif est atteint"
                        + (reste.signum() < 0 ? ", dépassé de " + NombreAffiche.of(reste.abs(), 0) + " h." : ".");
    }

    /** Of the objective's bar, in per cent of its width. */
    public BigDecimal barre() {
        BigDecimal part = Part.of(fait, objectif).pourcentage(1);
        return part == null ? BigDecimal.ZERO : part.min(BigDecimal.valueOf(100));
    }
}
