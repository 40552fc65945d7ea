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
 * @param reouverture how it is taken back; null: nowhere, or elsewhere
 */
public record Evenement(
        LocalDate jour,
        String quand,
        String titre,
        String detail,
        @Nullable String auteur,
        @Nullable Reouverture reouverture) {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    public static Evenement of(LocalDate jour, String titre, String detail, @Nullable String auteur) {
        return new Evenement(jour, DateFrancaise.affiche(jour), titre, detail, auteur, null);
    }

    /** The same, which a button takes back. */
    public Evenement reopened(Reouverture comment) {
        return new Evenement(jour, quand, titre, detail, auteur, comment);
    }

    public static Evenement of(YearMonth mois, String titre, String detail) {
        return new Evenement(mois.atEndOfMonth(), MOIS.format(mois), titre, detail, null, null);
    }

    /**
     * Takes back what happened: it is to be done again.
     *
     * @param adresse where that is sent
     * @param sujet what is to be done again
     */
    public record Reouverture(String adresse, String sujet) {}
}
