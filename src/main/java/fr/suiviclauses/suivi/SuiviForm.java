package fr.suiviclauses.suivi;

import static java.util.Objects.requireNonNullElse;

import fr.suiviclauses.commun.Nir;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An answer as its row sends it.
 *
 * @param date when she answered; empty: today
 * @param avant the situation that the row showed, empty for none: an answer given meanwhile is not overwritten unseen
 * @param retour the query of the page to come back to
 */
record SuiviForm(
        String beneficiaire, String cohorte, String jalon, String situation, String date, String avant, String retour) {

    /** A query as this program writes it, its search of 200 characters encoded. */
    private static final Pattern RETOUR = Pattern.compile("(?!.*%(?![0-9A-F]{2}))[A-Za-z0-9_&=%.~-]{0,3000}");

    SuiviForm {
        beneficiaire = requireNonNullElse(beneficiaire, "");
        cohorte = requireNonNullElse(cohorte, "");
        jalon = requireNonNullElse(jalon, "");
        situation = requireNonNullElse(situation, "");
        date = requireNonNullElse(date, "");
        avant = requireNonNullElse(avant, "");
        retour = requireNonNullElse(retour, "");
        if (!RETOUR.matcher(retour).matches() || unfit(retour)) retour = "";
    }

    /** It waits in the session until the next page, and a search may hold what may never be kept. */
    private static boolean unfit(String retour) {
        return Nir.in(URLDecoder.decode(retour, StandardCharsets.UTF_8));
    }
}
