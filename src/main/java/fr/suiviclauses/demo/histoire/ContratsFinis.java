package fr.suiviclauses.demo.histoire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The last touch of contracts: type, reference, an end that is still to come. */
final class ContratsFinis {

    private final Alea alea;

    ContratsFinis(Alea alea) {
        this.alea = alea;
    }

    void finish(List<Contrat> contrats, Personnes personnes) {
        List<Contrat> ordered = new ArrayList<>(contrats);
        ordered.sort(Comparator.comparing((Contrat contrat) -> contrat.debut));
        Map<Integer, Integer> last = new HashMap<>();
        for (Contrat contrat : ordered) {
            int year = contrat.debut.getYear();
            contrat.reference = String.format(Locale.ROOT, "C%d-%05d", year, last.merge(year, 1, Integer::sum));
            contrat.type = type(contrat, personnes.porteur(contrat));
            contrat.open = contrat.type.equals("CDI");
            if (contrat.dernierMois() >= 12 * Calendrier.ANNEES - 1 && alea.chance(650)) {
                contrat.fin = Calendrier.dernierJour(contrat.dernierMois() + alea.between(1, 6));
            }
        }
    }

    /** No apprenticeship after thirty. */
    private String type(Contrat contrat, Personne personne) {
        LocalDate thirty = personne.naissance.plusYears(30);
        List<String> possible = contrat.modalite.typesContrat().stream()
                .filter(type -> !type.equals("APPRENTISSAGE") || contrat.debut.isBefore(thirty))
                .toList();
        return alea.pick(possible);
    }
}
