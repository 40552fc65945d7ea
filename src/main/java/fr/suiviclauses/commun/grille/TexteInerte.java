package fr.suiviclauses.commun.grille;

/** A text that a spreadsheet would run as a formula is kept a text, by an apostrophe before it. */
public final class TexteInerte {

    private static final String DEBUTS = "=+-@\t\r\n";

    private TexteInerte() {}

    /** The text as it is written to a file. */
    public static String of(String texte) {
        return formula(texte) ? "'" + texte : texte;
    }

    /** What was written so, when it comes back. */
    public static String read(String texte) {
        return texte.startsWith("'") && formula(texte.substring(1)) ? texte.substring(1) : texte;
    }

    private static boolean formula(String texte) {
        return !texte.isEmpty() && DEBUTS.indexOf(texte.charAt(0)) >= 0;
    }
}
