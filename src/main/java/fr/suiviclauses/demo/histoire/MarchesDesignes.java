package fr.suiviclauses.demo.histoire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The marchés that are listed one by one, because the report counts them: the 54 private ones, the Région's, those of
 * Téléo and Guillaumet; and those of the eight buyers without hours.
 */
final class MarchesDesignes {

    static final String TELEO = "Téléo";
    static final String GUILLAUMET = "Guillaumet";

    /** Weights of the lots of one marché, the first being the largest. */
    private static final int[] POIDS_LOTS = {6, 4, 3, 3, 2, 2};

    /**
     * A listed marché.
     *
     * @param poids its weight among its buyer's marchés; 0 for one without hours or with fixed hours
     * @param fixees the hours it must have, per year, in hundredths
     */
    record Designe(Marche marche, int poids, Map<Integer, Long> fixees) {

        long fixees(int annee) {
            return fixees.getOrDefault(annee, 0L);
        }

        /** Its weight in a year: nothing when it does not run. */
        long poids(int annee) {
            return (long) poids * marche.dureeEn(annee);
        }

        void fill(int annee, long heures) {
            long[] parts = Repartition.splitHours(
                    heures, marche.lots.stream().mapToLong(lot -> lot.poids).toArray());
            for (int i = 0; i < parts.length; i++) {
                marche.lots.get(i).heures[annee] = parts[i];
            }
        }
    }

    private MarchesDesignes() {}

    static List<Designe> load(List<Donneur> donneurs, Map<String, Groupe> groupes) {
        List<Designe> designes = new ArrayList<>();
        for (List<String> row : Ressource.rows("marches-designes.csv")) {
            Donneur donneur = donneurs.stream()
                    .filter(each -> each.est(row.get(0)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("unknown buyer " + row.get(0)));
            Marche marche =
                    new Marche(donneur, false, row.get(1), LocalDate.parse(row.get(2)), LocalDate.parse(row.get(3)));
            marche.operation = row.get(4);
            marche.objet = row.get(8);
            for (String code : row.get(7).split(" ", -1)) {
                marche.addLot(
                        Objects.requireNonNull(groupes.get(code), code),
                        POIDS_LOTS[marche.lots.size() % POIDS_LOTS.length]);
            }
            designes.add(new Designe(marche, Integer.parseInt(row.get(5)), fixees(row.get(6))));
        }
        return designes;
    }

    /** Reads {@code 2020=600 2021=2600}. */
    private static Map<Integer, Long> fixees(String text) {
        Map<Integer, Long> heures = new LinkedHashMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int year = Integer.parseInt(part.substring(0, 4));
            heures.put(year - Calendrier.PREMIERE_ANNEE, Long.parseLong(part.substring(5)) * Repartition.HEURE);
        }
        return heures;
    }
}
