package fr.suiviclauses.commun;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds a social security number (NIR) in what someone typed: it must never be stored, nor shown back. Fifteen digits
 * with a valid key, or thirteen of its structure, the groups separated or not, Corsica's 2A and 2B included.
 */
public final class Nir {

    /** What an error shows in place of a value that holds one. */
    public static final String MASQUE = "••••••";

    /** Said wherever one is refused; it does not echo it. */
    public static final String REFUS =
            "Ce texte ressemble à un numéro de sécurité sociale\u00a0: il ne doit jamais être enregistré.";

    /** Sex, year, month (or its codes for what is unknown or foreign), department, commune, order. */
    private static final Pattern STRUCTURE =
            Pattern.compile("[12378][0-9]{2}(?:0[1-9]|1[0-2]|20|3[0-9]|4[0-2]|[5-9][0-9])(?:[0-9]{2}|2A|2B)[0-9]{6}");

    private static final Pattern AVEC_CLE = Pattern.compile("[0-9]{5}(?:[0-9]{2}|2A|2B)[0-9]{8}");

    private Nir() {}

    /** Whether the text holds one. */
    public static boolean in(String texte) {
        if (!enoughDigits(texte)) return false;
        String chiffres =
                asciiDigits(Normalizer.normalize(texte, Normalizer.Form.NFKC)).toUpperCase(Locale.ROOT);
        List<String> groupes = new ArrayList<>();
        StringBuilder groupe = new StringBuilder();
        for (int i = 0; i < chiffres.length(); i++) {
            char c = chiffres.charAt(i);
            if (isDigit(c) || (!groupe.isEmpty() && (c == 'A' || c == 'B'))) {
                groupe.append(c);
                continue;
            }
            close(groupe, groupes);
            if (!separates(c)) {
                if (inGroups(groupes)) return true;
                groupes.clear();
            }
        }
        close(groupe, groupes);
        return inGroups(groupes);
    }

    private static void close(StringBuilder groupe, List<String> groupes) {
        if (groupe.isEmpty()) return;
        groupes.add(groupe.toString());
        groupe.setLength(0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Between the groups of one number: spaces, points, hyphens. */
    private static boolean separates(char c) {
        return Espaces.isSpace(c) || c == '.' || c == '-' || c == '‐' || c == '‑' || c == '_';
    }

    /** A quick no for nearly every cell of a file. */
    private static boolean enoughDigits(String texte) {
        int chiffres = 0;
        for (int i = 0; i < texte.length(); i++) {
            if (Character.isDigit(texte.charAt(i))) chiffres++;
        }
        return chiffres >= 12;
    }

    /** The digits of other scripts hide none. */
    private static String asciiDigits(String texte) {
        StringBuilder result = new StringBuilder(texte.length());
        texte.codePoints()
                .forEach(c -> result.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return result.toString();
    }

    /**
     * The groups together when they are thirteen or fifteen digits; else any consecutive ones that make a number, since
     * "lot 12, 1 85 12…" puts another number before it.
     */
    private static boolean inGroups(List<String> groupes) {
        String tout = String.join("", groupes);
        if (tout.length() == 13 || tout.length() == 15) return isNir(tout);
        for (int debut = 0; debut < groupes.size(); debut++) {
            StringBuilder suite = new StringBuilder();
            for (int fin = debut; fin < groupes.size() && suite.length() < 15; fin++) {
                suite.append(groupes.get(fin));
                if (isNir(suite.toString())) return true;
            }
        }
        return false;
    }

    private static boolean isNir(String chiffres) {
        return switch (chiffres.length()) {
            case 13 -> STRUCTURE.matcher(chiffres).matches();
            case 15 -> AVEC_CLE.matcher(chiffres).matches() && key(chiffres);
            default -> false;
        };
    }

    /** 97 less the number's remainder; Corsica's letters count as 19 and 18. */
    private static boolean key(String chiffres) {
        long nombre =
                Long.parseLong(chiffres.substring(0, 13).replace("2A", "19").replace("2B", "18"));
        return Integer.parseInt(chiffres.substring(13)) == 97 - nombre % 97;
    }
}
