package fr.suiviclauses.demo.histoire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives each cell its marchés, so that exactly the planned number runs in each year: those that have not ended stay,
 * new ones are notified for the rest, and where fewer are planned the oldest end earlier.
 */
final class PlanMarches {

    /** A cell with few marchés gets ones that run nearly the whole year, or its hours would have no month to go to. */
    private static final int FEW = 3;

    private final Alea alea;

    PlanMarches(Alea alea) {
        this.alea = alea;
    }

    void plan(List<Poste> postes) {
        for (Poste poste : postes) {
            for (int annee = 0; annee < Calendrier.ANNEES; annee++) {
                fit(poste, annee);
            }
        }
    }

    private void fit(Poste poste, int annee) {
        List<Marche> running = new ArrayList<>(
                poste.liste.stream().filter(marche -> marche.suivi(annee)).toList());
        running.sort(Comparator.comparing((Marche marche) -> marche.notification));
        int surplus = running.size() - poste.marches[annee];
        for (int i = 0; i < surplus; i++) {
            endBefore(running.get(i), annee);
        }
        boolean few = poste.marches[annee] <= FEW;
        for (int i = 0; i < -surplus; i++) {
            Marche marche = annee == 0 ? running2012(poste, few) : notified(poste, annee, few);
            addLots(marche, poste);
            marche.sansHeures = !few && alea.chance(60);
            poste.liste.add(marche);
        }
    }

    private void endBefore(Marche marche, int annee) {
        int last = 12 * annee - 1;
        int first = Math.max(last - 11, Calendrier.mois(marche.notification) + 1);
        marche.fin = Calendrier.jour(first >= last ? last : alea.between(first, last), 28);
    }

    /** The stock at the start of the history: notified from 2009 on, still running in 2012. */
    private Marche running2012(Poste poste, boolean few) {
        int duration = duration(poste.groupe);
        int end = few ? alea.between(9, 11) + 12 * alea.below(2) : alea.below(duration);
        return create(poste, Math.min(-1, end - duration), end);
    }

    private Marche notified(Poste poste, int annee, boolean few) {
        int start = 12 * annee + alea.below(few ? 2 : 11);
        int end = start + duration(poste.groupe);
        if (few) {
            end = 12 * Calendrier.annee(end) + alea.between(9, 11);
        }
        return create(poste, start, Math.max(start + 2, end));
    }

    private Marche create(Poste poste, int start, int end) {
        LocalDate notification = Calendrier.jour(start, alea.between(2, 27));
        LocalDate fin = alea.chance(600) ? Calendrier.dernierJour(end) : Calendrier.jour(end, alea.between(12, 28));
        return new Marche(
                poste.donneur, poste.reserve, poste.groupe.travaux() ? "TRAVAUX" : "SERVICES", notification, fin);
    }

    private int duration(Groupe groupe) {
        if (groupe.travaux()) {
            return alea.between(12, 32);
        }
        return alea.chance(250) ? 12 : alea.chance(700) ? alea.between(23, 36) : 47;
    }

    private void addLots(Marche marche, Poste poste) {
        int lots = poste.reserve
                ? 1 + alea.weighted(75, 20, 5)
                : poste.groupe.travaux() ? 1 + alea.weighted(46, 22, 15, 10, 7) : 1 + alea.weighted(74, 18, 8);
        for (int i = 0; i < lots; i++) {
            marche.addLot(poste.groupe, alea.pick(List.of(2, 3, 4, 6, 9)));
        }
    }
}
