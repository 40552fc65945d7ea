package fr.suiviclauses.commun;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a record, as its timeline tells it.
 *
 * @param jour what it is sorted by
 * @param quand "01/06/2021"; "juin 2021" for what a whole month brought
 * @param detail empty: the title says all
 * @param auteur who did it; null: nobody in particular
 */
public record Evenement(
        LocalDate jour,
        String quand,
        String titre,
        String detail,
        @Nullable String auteur) {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    public static Evenement of(LocalDate jour, String titre, String detail, @Nullable String auteur) {
        return new Evenement(jour, DateFrancaise.affiche(jour), titre, detail, auteur);
    }

    public static Evenement of(YearMonth mois, String titre, String detail) {
        return new Evenement(mois.atEndOfMonth(), MOIS.format(mois), titre, detail, null);
    }
}
