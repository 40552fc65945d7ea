package fr.suiviclauses.gabarit;

import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around a page.
 *
 * @param moi who is signed in, null on the sign-in page
 * @param navigation where she may go all day, and nothing else
 * @param autres where she may go now and then
 * @param adresse the page's own address with its filters, to come back to
 */
public record Gabarit(
        @Nullable UtilisateurConnecte moi,
        Apparence apparence,
        List<Entree> navigation,
        List<Entree> autres,
        String adresse) {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter PREMIER = DateTimeFormatter.ofPattern("d'er' MMMM yyyy", Locale.FRENCH);

    /**
     * One line of the menu.
     *
     * @param courante the page is this one, or one below it
     */
    public record Entree(String libelle, String adresse, boolean courante) {}

    /** "17 janvier 2022", "1er mars 2022"; empty where nothing is a demonstration. */
    public String jourDemonstration() {
        LocalDate jour = moi == null ? null : moi.dateDemonstration();
        return jour == null ? "" : (jour.getDayOfMonth() == 1 ? PREMIER : JOUR).format(jour);
    }

    /** "Facilitateur", or several roles in one line. */
    public String roles() {
        return moi == null
                ? ""
                : moi.roles().stream().sorted().map(Role::libelle).collect(Collectors.joining(", "));
    }

    /** Whether the page is one of those that stand under "Plus". */
    public boolean ailleurs() {
        return autres.stream().anyMatch(Entree::courante);
    }

    public List<Apparence> apparences() {
        return List.of(Apparence.values());
    }
}
