package fr.suiviclauses.commun;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decimal numbers as French people type them, to the hundredth: {@code 763 203,5}, {@code 763203.5}, {@code 7h30}.
 * One reader for forms, grid, CSV and XLSX, because {@code NumberFormat} silently reads 763 in "763 203,5".
 */
public final class NombreFrancais {

    /** U+0020, no-break, narrow no-break, thin. */
    private static final String ESPACE = "[ \\u00a0\\u202f\\u2009]";

    private static final String ENTIER = "([0-9]+|[0-9]{1,3}(?:" + ESPACE + "[0-9]{3})+)";
    private static final Pattern DECIMAL = Pattern.compile(ENTIER + "(?:[.,]([0-9]{1,2}))?");
    private static final Pattern HEURES_MINUTES = Pattern.compile(ENTIER + ESPACE + "?[hH]" + ESPACE + "?([0-9]{2})");
    private static final Pattern AMBIGU = Pattern.compile("[0-9]+(?:[.,][0-9]{3})+(?:[.,][0-9]*)?");
    private static final Pattern EXPOSANT = Pattern.compile("[0-9.,]+[eE][+-]?[0-9]+");
    private static final int CHIFFRES_MAX = 12;

    private NombreFrancais() {}

    /**
     * Reads a number that is not negative, exact, with at most two decimals; minutes are rounded half-up to the
     * hundredth of an hour.
     *
     * @throws SaisieRefuseeException with the reason in French
     */
    public static BigDecimal parse(String saisie) {
        String texte = Espaces.strip(saisie);
        if (texte.length() > 40) throw new SaisieRefuseeException("Ce nombre est trop long.");
        Matcher decimal = DECIMAL.matcher(texte);
        if (decimal.matches()) {
            BigDecimal entier = integer(decimal.group(1));
            return decimal.group(2) == null ? entier : entier.add(new BigDecimal("0." + decimal.group(2)));
        }
        Matcher duree = HEURES_MINUTES.matcher(texte);
        if (duree.matches()) return hours(integer(duree.group(1)), Integer.parseInt(duree.group(2)));
        throw new SaisieRefuseeException(reason(texte));
    }

    private static BigDecimal integer(String groupes) {
        String chiffres = Espaces.remove(groupes);
        if (chiffres.length() > CHIFFRES_MAX) throw new SaisieRefuseeException("Ce nombre est trop grand.");
        return new BigDecimal(chiffres);
    }

    private static BigDecimal hours(BigDecimal heures, int minutes) {
        if (minutes > 59) throw new SaisieRefuseeException("Les minutes vont de 00 à 59.");
        return heures.multiply(BigDecimal.valueOf(60))
                .add(BigDecimal.valueOf(minutes))
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    private static String reason(String texte) {
        if (texte.isEmpty()) return "Un nombre est attendu.";
        if (texte.startsWith("-") || texte.startsWith("−")) return "Un nombre négatif n’est pas accepté ici.";
        if (AMBIGU.matcher(texte).matches())
            return "Nombre ambigu\u00a0: séparez les milliers par une espace et écrivez au plus deux décimales, par exemple 1\u202f234,50.";
        if (EXPOSANT.matcher(texte).matches()) return "L’écriture avec exposant n’est pas acceptée.";
        if (texte.chars().anyMatch(c -> c > '9' && Character.isDigit(c)))
            return "Seuls les chiffres de 0 à 9 sont acceptés.";
        if (texte.matches("[0-9  \\u00a0\\u202f\\u2009]+[.,][0-9]{3,}")) return "Au plus deux décimales.";
        return "Nombre illisible\u00a0: écrivez par exemple 120,5 (ou 7h30 pour des heures).";
    }
}
