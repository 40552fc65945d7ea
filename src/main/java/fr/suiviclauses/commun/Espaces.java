package fr.suiviclauses.commun;

/** Spaces as spreadsheets have them: no-break, narrow, thin, of no width at all. */
public final class Espaces {

    private Espaces() {}

    /** Without spaces of any kind at either end. */
    public static String strip(String texte) {
        int start = 0;
        int end = texte.length();
        while (start < end && isSpace(texte.charAt(start))) start++;
        while (end > start && isSpace(texte.charAt(end - 1))) end--;
        return texte.substring(start, end);
    }

    /** On one line, each run of spaces made one plain space. */
    public static String collapse(String texte) {
        StringBuilder result = new StringBuilder(texte.length());
        boolean pending = false;
        for (int i = 0; i < texte.length(); i++) {
            char c = texte.charAt(i);
            if (isSpace(c)) {
                pending = pending || !isInvisible(c);
            } else {
                if (pending && !result.isEmpty()) result.append(' ');
                pending = false;
                result.append(c);
            }
        }
        return result.toString();
    }

    /** Without any space. */
    public static String remove(String texte) {
        StringBuilder result = new StringBuilder(texte.length());
        for (int i = 0; i < texte.length(); i++) {
            if (!isSpace(texte.charAt(i))) result.append(texte.charAt(i));
        }
        return result.toString();
    }

    static boolean isSpace(char c) {
        if (c > ' ' && c < '\u0080') return false;
        return c == ' ' || (c >= '\t' && c <= '\r') || Character.isSpaceChar(c) || isInvisible(c);
    }

    /** Zero width: never a separation between two words. */
    private static boolean isInvisible(char c) {
        return c == '\u200b' || c == '\u2060' || c == '\ufeff';
    }
}
