package fr.suiviclauses.marche.operation;

import fr.suiviclauses.avancement.Actions;
import fr.suiviclauses.avancement.Avancement;
import fr.suiviclauses.commun.Evenement;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.grille.Extrait;
import fr.suiviclauses.commun.grille.Grille;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation's record, on the day.
 *
 * @param lots what its lots owe and did, and at what pace
 * @param personnes people with counted hours in it, each once
 * @param marches each with its own pace
 * @param entreprises those with a role on its lots, and those that employ who works there
 * @param gens who works there; null for a role that sees no name
 */
record OperationPage(
        long id,
        String nom,
        String type,
        boolean actif,
        @Nullable BigDecimal objectif,
        Avancement lots,
        long personnes,
        Actions actions,
        Grille marches,
        Grille annees,
        Grille entreprises,
        @Nullable Extrait gens,
        List<Evenement> chronologie) {

    OperationPage {
        chronologie = List.copyOf(chronologie);
    }

    public String adresse() {
        return "/operations/" + id;
    }

    /** Its hours against its own objective; against nothing where it has none. */
    public Avancement vise() {
        return lots.vers(objectif == null ? BigDecimal.ZERO : objectif);
    }

    /** "Il reste 120 h à faire." */
    public String reste() {
        if (objectif == null) return "Aucun objectif d’heures n’a été fixé.";
        BigDecimal reste = objectif.subtract(lots.fait());
        return reste.signum() > 0
                ? "Il reste " + NombreAffiche.of(reste, 0) + "\u00a0h à faire."
                : "L’objectif est atteint"
                        + (reste.signum() < 0 ? ", dépassé de " + NombreAffiche.of(reste.abs(), 0) + "\u00a0h." : ".");
    }

    /** "Ses lots doivent 12 000 h : 16 644 h faites, 139 %." */
    public String obligation() {
        return lots.obligation().signum() == 0
                ? "Ses lots ne portent aucune obligation."
                : "Ses lots doivent " + lots.objectif() + "\u00a0h\u00a0: " + lots.faites() + ".";
    }
}
