package fr.suiviclauses.commun.grille;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.Quotient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a cell may hold, and how it is read: the format belongs to the type. */
final class Valeurs {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private Valeurs() {}

    /** A whole number stays one; hours, ratios and percentages become exact numbers of two decimals; else null. */
    static @Nullable Number nombre(@Nullable Object valeur) {
        if (valeur instanceof Long || valeur instanceof Integer) {
            return (Number) valeur;
        }
        if (valeur instanceof Heures heures) {
            return heures.valeur();
        }
        if (valeur instanceof BigDecimal decimal) {
            return decimal;
        }
        if (valeur instanceof Quotient quotient) {
            return quotient.valeur(2);
        }
        return valeur instanceof Part part ? part.pourcentage(2) : null;
    }

    /** As people read it; "–" for a figure that does not exist, nothing for a text. */
    static String affiche(@Nullable Object valeur) {
        if (valeur == null) {
            return "";
        }
        if (valeur instanceof Part part) {
            return part.affiche(1);
        }
        if (valeur instanceof Quotient quotient) {
            return quotient.affiche(2);
        }
        if (valeur instanceof LocalDate jour) {
            return JOUR.format(jour);
        }
        if (valeur instanceof YearMonth mois) {
            return MOIS.format(mois);
        }
        if (valeur instanceof Year annee) {
            return annee.toString();
        }
        Number nombre = nombre(valeur);
        if (nombre == null) {
            return valeur.toString();
        }
        return nombre instanceof BigDecimal decimal
                ? NombreAffiche.of(decimal, 2)
                : NombreAffiche.of(nombre.longValue());
    }
}
