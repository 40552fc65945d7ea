package fr.suiviclauses.commun.saisie;

import fr.suiviclauses.commun.NombreAffiche;
import org.jspecify.annotations.Nullable;

/** What a text may hold, so that the database takes it and people can read it. */
public final class Textes {

    private Textes() {}

    /** Why a text can't be kept, in French; null when it can. */
    public static @Nullable String refus(String texte, int longueur) {
        if (texte.codePointCount(0, texte.length()) > longueur)
            return "Ce texte est trop long\u00a0: " + NombreAffiche.of(longueur) + " caractères au plus.";
        return texte.codePoints().anyMatch(Textes::illisible)
                ? "Ce texte contient un caractère qui ne peut pas être enregistré."
                : null;
    }

    /** Controls but tabs and ends of line, halves of a pair, and what no alphabet will ever hold. */
    private static boolean illisible(int c) {
        if (c == '\n' || c == '\t') return false;
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE || (c & 0xfffe) == 0xfffe;
    }

    /** The text as it may be sent to the database to search for it: what can't be stored can't be found. */
    public static String cherchable(String texte) {
        StringBuilder result = new StringBuilder();
        texte.codePoints().filter(c -> !illisible(c)).limit(200).forEach(result::appendCodePoint);
        return result.toString();
    }
}
