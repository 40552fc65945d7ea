package fr.suiviclauses.echange.notice;

import fr.suiviclauses.commun.RequeteInvalideException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The months of a template.
 *
 * @param nom as in the file's name: {@code 2021-03} or {@code 2021}
 * @param debut the first day of the first month
 * @param fin the first day of the last month, none in the future
 */
record Periode(String nom, LocalDate debut, LocalDate fin) {

    /** The earliest year that hours may have. */
    static final int PREMIERE_ANNEE = 1990;

    /** What the address says: a year, and a month of it or none. */
    static Periode of(String annee, String mois, LocalDate aujourdhui) {
        if (!annee.matches("[0-9]{4}") || Integer.parseInt(annee) < PREMIERE_ANNEE)
            throw new RequeteInvalideException("« annee » est une année, sur quatre chiffres.");
        if (!mois.matches("|[1-9]|1[0-2]")) throw new RequeteInvalideException("« mois » va de 1 à 12, ou reste vide.");
        YearMonth courant = YearMonth.from(aujourdhui);
        YearMonth premier = YearMonth.of(Integer.parseInt(annee), mois.isEmpty() ? 1 : Integer.parseInt(mois));
        YearMonth dernier = mois.isEmpty() ? premier.plusMonths(11) : premier;
        if (premier.isAfter(courant)) throw new RequeteInvalideException("Ce mois est dans le futur.");
        return new Periode(
                mois.isEmpty() ? annee : premier.toString(),
                premier.atDay(1),
                (dernier.isAfter(courant) ? courant : dernier).atDay(1));
    }
}
