package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import java.math.BigDecimal;

/**
 * What is owed on a day and what was done by then.
 *
 * @param obligation the sum of the movements effective by the day
 * @param fait counted hours, up to the day's month
 */
record Avancement(BigDecimal obligation, BigDecimal fait, Rythme rythme) {

    public String objectif() {
        return NombreAffiche.of(obligation, 0);
    }

    /** "850 h faites, 106 %": more than what is owed is shown as it is. */
    public String faites() {
        String heures = NombreAffiche.of(fait, 0) + "\u00a0h "
                + (fait.compareTo(BigDecimal.valueOf(2)) < 0 ? "faite" : "faites");
        return obligation.signum() == 0
                ? heures
                : heures + ", " + Part.of(fait, obligation).affiche();
    }

    public boolean atteint() {
        return obligation.signum() > 0 && fait.compareTo(obligation) >= 0;
    }

    /** "Il reste 1 181 h à faire." */
    public String reste() {
        if (obligation.signum() == 0) return "Aucune obligation à cette date.";
        BigDecimal reste = obligation.subtract(fait);
        if (reste.signum() > 0) return "Il reste " + NombreAffiche.of(reste, 0) + "\u00a0h à faire.";
        return reste.signum() == 0
                ? "L’obligation est atteinte."
                : "L’obligation est dépassée de " + NombreAffiche.of(reste.abs(), 0) + "\u00a0h.";
    }

    public String rythmeAffiche() {
        return rythme.phrase(obligation);
    }

    /** The pace leads below the obligation at the end. */
    public boolean retard() {
        BigDecimal enFin = rythme.enFin();
        return enFin != null && enFin.compareTo(obligation) < 0;
    }

    /** Of the bar, in per cent of its width. */
    public BigDecimal barre() {
        BigDecimal part = Part.of(fait, obligation).pourcentage(1);
        return part == null ? BigDecimal.ZERO : part.min(BigDecimal.valueOf(100));
    }
}
