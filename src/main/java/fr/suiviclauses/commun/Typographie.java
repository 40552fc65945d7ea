package fr.suiviclauses.commun;

import java.util.regex.Pattern;

/** French typography for sentences that are put together, in Java or in SQL, from pieces written with plain spaces. */
public final class Typographie {

    private static final Pattern AVANT = Pattern.compile(" ([:;?!»%])");
    private static final Pattern APRES = Pattern.compile("« ");

    private Typographie() {}

    /** Makes the spaces that French sets before a colon, in quotation marks… no-break ones. */
    public static String insecables(String phrase) {
        return APRES.matcher(AVANT.matcher(phrase).replaceAll("\u00a0$1")).replaceAll("«\u00a0");
    }
}
