package fr.suiviclauses.bilan.page;

import fr.suiviclauses.commun.Evolution;
import fr.suiviclauses.commun.NombreAffiche;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a figure becomes a few French words: agreement of number, evolutions, lists. */
final class Mots {

    /** Keeps a number and its noun on one line. */
    static final char INSECABLE = '\u00a0';

    private static final List<String> MULTIPLES = List.of("doublé", "triplé", "quadruplé");

    private Mots() {}

    /** "0 personne", "1 personne", "1 434 personnes": French begins the plural at two. */
    static String compte(long nombre, String singulier, String pluriel) {
        return NombreAffiche.of(nombre) + INSECABLE + accord(nombre, singulier, pluriel);
    }

    static String accord(long nombre, String singulier, String pluriel) {
        return nombre >= 2 ? pluriel : singulier;
    }

    /** "16 644 heures"; agrees with what is shown, so 0.4 h is "0 heure" and 1.5 h is "2 heures". */
    static String heures(BigDecimal heures) {
        return compte(arrondies(heures), "heure", "heures");
    }

    /** As they are shown: to the hour. */
    static long arrondies(BigDecimal heures) {
        return heures.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** No line begins with a French sign: the space before ; : ? ! % » and after « does not break. */
    static String typographie(String texte) {
        return texte.replaceAll(" (?=[;:?!%»])", "\u00a0").replace("« ", "«\u00a0");
    }

    /** "Paris, Blagnac et Colomiers". */
    static String liste(List<String> mots) {
        int dernier = mots.size() - 1;
        return switch (mots.size()) {
            case 0 -> "";
            case 1 -> mots.get(0);
            default -> String.join(", ", mots.subList(0, dernier)) + " et " + mots.get(dernier);
        };
    }

    /**
     * What follows a subject: "progresse de 23 %", "a presque quadruplé", "recule de 8 %", "reste stable". Words of
     * multiplication begin near the double, since "+292 %" says nothing to most readers. The subject is feminine
     * (l’activité, la part). Null where there is no evolution to speak of.
     */
    static @Nullable String evolution(Evolution evolution) {
        BigDecimal avant = evolution.avant();
        BigDecimal apres = evolution.apres();
        if (avant == null || apres == null || avant.signum() <= 0) {
            return null;
        }
        if (apres.signum() == 0) {
            return "tombe à zéro";
        }
        BigDecimal rapport = apres.divide(avant, 4, RoundingMode.HALF_UP);
        if (rapport.compareTo(new BigDecimal("1.85")) >= 0) {
            return multiple(rapport);
        }
        BigDecimal pourcentage = evolution.pourcentage(0);
        if (pourcentage == null || pourcentage.signum() == 0) {
            return "reste stable";
        }
        return (pourcentage.signum() > 0 ? "progresse de " : "recule de ")
                + NombreAffiche.of(pourcentage.abs(), 0)
                + NombreAffiche.ESPACE_FINE
                + "%";
    }

    /** "×3,9": a multiplication, which is not an evolution in per cent. */
    static String fois(Evolution evolution) {
        BigDecimal avant = evolution.avant();
        BigDecimal apres = evolution.apres();
        return avant == null || apres == null || avant.signum() <= 0
                ? NombreAffiche.AUCUN
                : "×" + NombreAffiche.of(apres.divide(avant, 1, RoundingMode.HALF_UP), 1);
    }

    /** 1.85 to 2 is "presque doublé", 2 to 2.1 "doublé", up to 2.75 "plus que doublé"; beyond four, the factor. */
    private static String multiple(BigDecimal rapport) {
        for (int i = 0; i < MULTIPLES.size(); i++) {
            BigDecimal entier = BigDecimal.valueOf(i + 2L);
            String mot = MULTIPLES.get(i);
            if (rapport.compareTo(entier) < 0) {
                return "a presque " + mot;
            }
            if (rapport.compareTo(entier.add(new BigDecimal("0.1"))) < 0) {
                return "a " + mot;
            }
            if (rapport.compareTo(entier.add(new BigDecimal("0.75"))) < 0) {
                return "a plus que " + mot;
            }
        }
        return "a été multipliée par" + INSECABLE + NombreAffiche.of(rapport.setScale(1, RoundingMode.HALF_UP), 1);
    }
}
