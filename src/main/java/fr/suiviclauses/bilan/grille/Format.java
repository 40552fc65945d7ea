package fr.suiviclauses.bilan.grille;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column holds, and so how its values are shown and written. */
public enum Format {
    /** {@code String}. */
    TEXTE,
    /** {@code Long} or {@code Integer}: people, contracts. */
    NOMBRE,
    /** {@code BigDecimal}: exact in files, half-up to the hour on the screen. */
    HEURES,
    /** {@code BigDecimal}: hundredths in files and on the screen, as a single month's hours are read. */
    HEURES_EXACTES,
    /** {@code Part}. */
    PART,
    /** {@code LocalDate}. */
    DATE,
    /** {@code LocalDate}, the first of its month. */
    MOIS,
    /** {@code Integer}: a number that is not counted, so without thousands. */
    ANNEE;

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOIS_EN_LETTRES = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    /** Figures are aligned on the right. */
    public boolean chiffre() {
        return this != TEXTE && this != DATE && this != MOIS;
    }

    /** As people read it; "–" for none. */
    public String affiche(@Nullable Object valeur) {
        if (valeur == null) {
            return this == TEXTE ? "" : NombreAffiche.AUCUN;
        }
        return switch (this) {
            case TEXTE, ANNEE -> valeur.toString();
            case NOMBRE -> NombreAffiche.of(((Number) valeur).longValue());
            case HEURES -> NombreAffiche.of((BigDecimal) valeur, 0);
            case HEURES_EXACTES -> NombreAffiche.of((BigDecimal) valeur, 2);
            case PART -> ((Part) valeur).affiche(1);
            case DATE -> JOUR.format((LocalDate) valeur);
            case MOIS -> MOIS_EN_LETTRES.format((LocalDate) valeur);
        };
    }
}
