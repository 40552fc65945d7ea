package fr.suiviclauses.demo.histoire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the report's 14 groups of purchase families.
 *
 * @param metier the trade its people move within
 * @param heures2021 hundredths, which print as the report's percentages
 * @param part2012 share of the year's hours aimed at, per mille; 15 % for TP in 2019 is printed
 */
record Groupe(
        String code,
        String libelle,
        boolean travaux,
        String metier,
        long heures2021,
        int part2012,
        int part2019,
        List<Famille> familles) {

    /** A fine family; some suit only buyers of public space. */
    record Famille(String libelle, int poids, boolean espacePublic) {

        boolean suits(Donneur donneur) {
            return !espacePublic || donneur.espacePublic();
        }

        /** Reads {@code Propreté urbaine:5*}: weight, a star for public space. */
        static Famille parse(String text) {
            int colon = text.lastIndexOf(':');
            boolean star = text.endsWith("*");
            int end = text.length() - (star ? 1 : 0);
            return new Famille(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1, end)), star);
        }
    }

    /** The hours aimed at in a year before 2021: shares in a straight line from 2012 to 2019, then to 2021. */
    long heures(int annee, long total) {
        if (annee == Calendrier.Y2021) {
            return heures2021;
        }
        if (annee == Calendrier.Y2020) {
            return (total * part2019 / 1000 + heures2021 * total / total(Calendrier.Y2021)) / 2;
        }
        return total * (part2012 * (Calendrier.Y2019 - annee) + part2019 * annee) / (1000L * Calendrier.Y2019);
    }

    static long total(int annee) {
        return (long) ChiffresPublies.HEURES[annee] * Repartition.HEURE;
    }

    static Map<String, Groupe> load() {
        Map<String, Groupe> groupes = new LinkedHashMap<>();
        for (List<String> row : Ressource.rows("groupes.csv")) {
            List<Famille> familles = Arrays.stream(row.get(7).split("\\|", -1))
                    .map(Famille::parse)
                    .toList();
            groupes.put(
                    row.get(0),
                    new Groupe(
                            row.get(0),
                            row.get(1),
                            row.get(2).equals("TRAVAUX"),
                            row.get(3),
                            Long.parseLong(row.get(4)) * Repartition.HEURE,
                            Integer.parseInt(row.get(5)),
                            Integer.parseInt(row.get(6)),
                            familles));
        }
        return groupes;
    }
}
