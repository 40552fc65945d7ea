package fr.suiviclauses.echange.depot;

import fr.suiviclauses.commun.DateFrancaise;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did what with a deposit and when, in French. */
@Component
@RequiredArgsConstructor
class Histoire {

    private final Clock clock;

    /** Who did what and when, a line each. */
    List<String> lines(DepotRepository.Signe signe) {
        Depot depot = signe.depot();
        List<String> histoire = new ArrayList<>();
        histoire.add("Déposé le " + moment(depot.getDeposeLe()) + " par " + author(signe.auteur()));
        if (depot.getConfirmeLe() != null)
            histoire.add("Confirmé le " + moment(depot.getConfirmeLe()) + " par " + author(signe.confirmeur()));
        if (depot.getFiniLe() != null
                && depot.getEtat() != EtatDepot.A_CONFIRMER
                && depot.getEtat() != EtatDepot.REFUSE)
            histoire.add((depot.getEtat() == EtatDepot.ANNULE ? EtatDepot.TERMINE : depot.getEtat()).libelle() + " le "
                    + moment(depot.getFiniLe()));
        if (depot.getAnnuleLe() != null)
            histoire.add("Annulé le " + moment(depot.getAnnuleLe()) + " par " + author(signe.annuleur()));
        return histoire;
    }

    /** Why a month can't be put back, and who made it so. */
    String sentence(Obstacles.Obstacle obstacle) {
        return switch (obstacle.raison()) {
            case CHANGE ->
                (obstacle.presentes() == null ? "Plus d’heures" : obstacle.presentes() + "\u00a0h")
                        + (obstacle.moment() == null ? "" : " depuis le " + moment(obstacle.moment()))
                        + ", par " + author(obstacle.auteur()) + ".";
            case ANNEE_ARRETEE -> "L’année est arrêtée\u00a0: ses heures ne changent plus.";
            case HORS_CONTRAT -> "Le contrat n’est plus en cours ce mois-là.";
            case AU_DELA_DE_744 -> "Avec ce qui a été saisi depuis, ce mois aurait plus de 744\u00a0heures.";
        };
    }

    String moment(Instant instant) {
        return DateFrancaise.moment(instant.atZone(clock.getZone()));
    }

    static String author(@Nullable String nom) {
        return nom == null ? "le programme" : nom;
    }
}
