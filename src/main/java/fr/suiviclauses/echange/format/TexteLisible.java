package fr.suiviclauses.echange.format;

import fr.suiviclauses.commun.Nir;
import fr.suiviclauses.commun.SaisieRefuseeException;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Text that can be stored and shown: no control character, no half of a character, accents in one form. */
final class TexteLisible {

    private static final char INCONNU = '\ufffd';
    private static final int LONGUEUR_MONTREE = 120;

    private TexteLisible() {}

    /** The text with its accents composed. */
    static String of(String texte) {
        for (int i = 0; i < texte.length(); i++) {
            if (unreadable(texte, i))
                throw new SaisieRefuseeException(
                        texte.charAt(i) == INCONNU
                                ? "Un caractère est illisible\u00a0: le fichier a été enregistré dans un autre encodage."
                                : "Un caractère invisible interdit s’est glissé dans cette cellule\u00a0: ressaisissez-la.");
        }
        return Normalizer.normalize(texte, Normalizer.Form.NFC);
    }

    /** What an error shows of a column's cell: never a social security number; null: a column that is not read. */
    static String shown(@Nullable Colonne colonne, String texte) {
        return (colonne == null || !colonne.reference()) && Nir.in(texte) ? Nir.MASQUE : shown(texte);
    }

    private static String shown(String texte) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < texte.length() && result.length() < LONGUEUR_MONTREE; i++) {
            result.append(unreadable(texte, i) ? INCONNU : texte.charAt(i));
        }
        int last = result.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(result.charAt(last))) result.setLength(last);
        return result.length() < texte.length() ? result + "…" : result.toString();
    }

    private static boolean unreadable(String texte, int i) {
        char c = texte.charAt(i);
        if (c == INCONNU || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')) return true;
        if (Character.isHighSurrogate(c))
            return i + 1 == texte.length() || !Character.isLowSurrogate(texte.charAt(i + 1));
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(texte.charAt(i - 1)));
    }
}
