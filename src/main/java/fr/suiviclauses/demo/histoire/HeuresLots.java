package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.List;

/** Deals the hours of each cell and year out to its lots: some have none, none has a crumb. */
final class HeuresLots {

    /** At least so many hours a lot on average, or fewer lots have hours that year. */
    private static final long LEAST = 60L * Repartition.HEURE;

    private final Alea alea;

    HeuresLots(Alea alea) {
        this.alea = alea;
    }

    void fill(List<Poste> postes) {
        for (Poste poste : postes) {
            for (int annee = 0; annee < Calendrier.ANNEES; annee++) {
                if (poste.heures[annee] > 0) {
                    fill(poste, annee);
                }
            }
        }
    }

    private void fill(Poste poste, int annee) {
        List<Lot> suivis = poste.lotsSuivis(annee);
        List<Lot> lots = new ArrayList<>(suivis.stream()
                .filter(lot -> !lot.marche.sansHeures && lot.marche.dureeEn(annee) > 1)
                .toList());
        if (lots.isEmpty()) {
            lots.addAll(suivis);
        }
        int most = (int) Math.max(1, poste.heures[annee] / LEAST);
        if (lots.size() > most) {
            alea.shuffle(lots);
            lots = lots.subList(0, most);
        }
        long[] poids = new long[lots.size()];
        for (int i = 0; i < poids.length; i++) {
            Lot lot = lots.get(i);
            poids[i] = (long) lot.poids * lot.marche.dureeEn(annee) * alea.between(70, 130);
        }
        long[] parts = Repartition.splitHours(poste.heures[annee], poids);
        for (int i = 0; i < parts.length; i++) {
            lots.get(i).heures[annee] = parts[i];
        }
    }
}
