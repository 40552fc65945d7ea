package fr.suiviclauses.marche.lot;

import fr.suiviclauses.referentiel.FormeMarche;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lot that a form is about.
 *
 * @param reference its marché's
 * @param famille its purchase family's name
 * @param eurosParHeure one hour owed for so many euros ordered; null where orders don't make the obligation
 * @param debut the first day of its marché
 * @param obligation in force on the day
 * @param initiale it has its initial obligation
 * @param mouvements how many movements its obligation has: they are only added, so that this tells whether someone added
 *     one meanwhile
 */
public record LotConcerne(
        long id,
        long marcheId,
        String reference,
        FormeMarche forme,
        String numero,
        @Nullable String objet,
        long familleId,
        String famille,
        @Nullable BigDecimal eurosParHeure,
        int version,
        LocalDate debut,
        BigDecimal obligation,
        boolean initiale,
        int mouvements) {

    /** "Lot 1 Gros œuvre". */
    public String titre() {
        return titre(numero, objet, famille);
    }

    /** A lot's title: its object, else its family where that is given; an object that begins with the number already is enough. */
    public static String titre(String numero, @Nullable String objet, @Nullable String famille) {
        if (objet != null
                && objet.toLowerCase(Locale.FRENCH).startsWith("lot " + numero.toLowerCase(Locale.FRENCH) + " "))
            return objet;
        String quoi = objet == null ? famille : objet;
        return "Lot " + numero + (quoi == null ? "" : " " + quoi);
    }

    public String adresse() {
        return "/lots/" + id;
    }

    /** Where what is done on a lot leads back to. */
    public String retour() {
        return "/marches/" + marcheId;
    }
}
