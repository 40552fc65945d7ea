package fr.suiviclauses.echange.fichier;

import fr.suiviclauses.commun.Espaces;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A cell as its file holds it. A CSV has texts only; a workbook tells numbers and dates apart. */
public sealed interface Cellule {

    /** What a person sees in it, near enough to find it again. */
    String apparence();

    /** Nothing but spaces. */
    default boolean vide() {
        return false;
    }

    record Texte(String apparence) implements Cellule {
        static final Texte VIDE = new Texte("");

        public static Texte of(String apparence) {
            return apparence.isEmpty() ? VIDE : new Texte(apparence);
        }

        @Override
        public boolean vide() {
            return Espaces.strip(apparence).isEmpty();
        }
    }

    /** A number, as exact as the workbook stores it. */
    record Nombre(BigDecimal valeur) implements Cellule {
        @Override
        public String apparence() {
            return valeur.signum() == 0 ? "0" : valeur.stripTrailingZeros().toPlainString();
        }
    }

    /** A cell shown as a date. */
    record Jour(LocalDate valeur) implements Cellule {
        private static final DateTimeFormatter FRANCAIS = DateTimeFormatter.ofPattern("dd/MM/uuuu");

        @Override
        public String apparence() {
            return FRANCAIS.format(valeur);
        }
    }

    /** A cell shown as a time of day or a duration, in hours: 7:30 is 7.5. */
    record Duree(BigDecimal heures) implements Cellule {
        @Override
        public String apparence() {
            return heures.stripTrailingZeros().toPlainString();
        }
    }

    /** A formula that failed: {@code #REF!}, {@code #N/A}… */
    record Erreur(String apparence) implements Cellule {}
}
