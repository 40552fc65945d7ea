package fr.suiviclauses.echange.format;

import java.util.Collection;
import java.util.Comparator;

/** The known word that a person most likely meant. */
final class Ressemblance {

    private static final int LONGUEUR_COMPAREE = 60;

    private Ressemblance() {}

    static String nearest(String mot, Collection<String> connus) {
        return connus.stream()
                .min(Comparator.comparingInt((String connu) -> distance(mot, connu)))
                .orElse("");
    }

    /** Levenshtein: the fewest letters to add, take away or change. */
    private static int distance(String a, String b) {
        String mot = a.substring(0, Math.min(a.length(), LONGUEUR_COMPAREE));
        int[] precedente = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) precedente[j] = j;
        for (int i = 1; i <= mot.length(); i++) {
            int[] ligne = new int[b.length() + 1];
            ligne[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = mot.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                ligne[j] = Math.min(Math.min(ligne[j - 1], precedente[j]) + 1, precedente[j - 1] + change);
            }
            precedente = ligne;
        }
        return precedente[b.length()];
    }
}
