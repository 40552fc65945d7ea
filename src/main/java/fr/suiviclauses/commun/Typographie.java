package fr.suiviclauses.commun;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** French typography for sentences that are put together, in Java or in SQL, from pieces written with plain spaces. */
public final class Typographie {

    private static final Pattern AVANT = Pattern.compile(" ([:;?!»%])");
    private static final Pattern APRES = Pattern.compile("« ");

    private static final Pattern VOYELLE = Pattern.compile("(?i)[aeiouœæ].*", Pattern.DOTALL);

    private Typographie() {}

    /** "de Zoé", "d’Ângel": whose something is. An h counts as a consonant, for no rule tells which are mute. */
    public static String de(String nom) {
        return VOYELLE.matcher(Normalizer.normalize(nom, Normalizer.Form.NFD)).matches() ? "d’" + nom : "de " + nom;
    }

    /** Makes the spaces that French sets before a colon, in quotation marks… no-break ones. */
    public static String insecables(String phrase) {
        return APRES.matcher(AVANT.matcher(phrase).replaceAll("\u00a0$1")).replaceAll("«\u00a0");
    }
}
