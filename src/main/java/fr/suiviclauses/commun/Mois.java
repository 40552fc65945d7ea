package fr.suiviclauses.commun;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months as people type them, {@code 03/2021}, or as programs write them, {@code 2021-03}. */
public final class Mois {

    private static final Pattern FRANCAIS = Pattern.compile("([0-9]{2})/([0-9]{4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})");

    private Mois() {}

    /**
     * Reads a month.
     *
     * @throws SaisieRefuseeException with the reason in French
     */
    public static YearMonth parse(String saisie) {
        String texte = Espaces.strip(saisie);
        Matcher francais = FRANCAIS.matcher(texte);
        if (francais.matches()) return month(francais.group(2), francais.group(1));
        Matcher iso = ISO.matcher(texte);
        if (iso.matches()) return month(iso.group(1), iso.group(2));
        throw new SaisieRefuseeException("Mois illisible\u00a0: écrivez AAAA-MM ou MM/AAAA.");
    }

    private static YearMonth month(String annee, String mois) {
        int numero = Integer.parseInt(mois);
        if (numero < 1 || numero > 12) throw new SaisieRefuseeException("Le mois va de 01 à 12.");
        return YearMonth.from(DateFrancaise.plausible(
                YearMonth.of(Integer.parseInt(annee), numero).atDay(1)));
    }
}
