package fr.suiviclauses.avancement;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is owed on a day and what was done by then.
 *
 * @param obligation the sum of the movements effective by the day
 * @param fait counted hours, up to the day's month
 */
public record Avancement(BigDecimal obligation, BigDecimal fait, Rythme rythme) {

    /** Of no lot: nothing owed, nothing done, no pace. */
    public static final Avancement RIEN = new Avancement(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            new Rythme(YearMonth.of(1, 1), YearMonth.of(1, 1), null, BigDecimal.ZERO));

    /** What a line of a table tells of it: {@link #valeurs()}. */
    public static final List<Colonne> COLONNES = List.of(
            Colonne.chiffre("Obligation"),
            Colonne.chiffre("Heures"),
            Colonne.chiffre("Réalisé"),
            Colonne.chiffre("Par mois"),
            Colonne.chiffre("À la fin"),
            Colonne.texte("100\u202f% en"));

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

    /** The values of {@link #COLONNES}: the pace and where it leads are empty where nothing is foretold. */
    public List<@Nullable Object> valeurs() {
        BigDecimal enFin = rythme.enFin();
        return Arrays.asList(
                new Heures(obligation),
                new Heures(fait),
                Part.of(fait, obligation),
                rythme.projetable() ? new Heures(rythme.parMois()) : null,
                enFin == null ? null : Part.of(enFin, obligation),
                rythme.atteinte(obligation));
    }

    /** The same hours at the same pace, seen against another figure than what the lots owe. */
    public Avancement vers(BigDecimal objectif) {
        return new Avancement(objectif, fait, rythme);
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
