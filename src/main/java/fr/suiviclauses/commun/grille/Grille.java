package fr.suiviclauses.commun.grille;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of typed values, for a list on the screen or a file: text, {@code Long}, {@code Heures}, {@code BigDecimal},
 * {@code Part}, {@code Quotient}, {@code LocalDate}, {@code YearMonth}, {@code Year}, or null.
 *
 * @param code stable, for addresses and names of files
 * @param definition what its figures mean
 * @param total under the lines, computed before rounding; null where adding up means nothing
 */
public record Grille(
        String code,
        String titre,
        String definition,
        List<Colonne> colonnes,
        List<Ligne> lignes,
        @Nullable Ligne total) {

    public Grille {
        colonnes = List.copyOf(colonnes);
        lignes = List.copyOf(lignes);
    }

    /**
     * A column.
     *
     * @param chiffre it holds figures, aligned on the right
     */
    public record Colonne(String libelle, boolean chiffre) {

        public static Colonne texte(String libelle) {
            return new Colonne(libelle, false);
        }

        public static Colonne chiffre(String libelle) {
            return new Colonne(libelle, true);
        }
    }

    /**
     * One value a column.
     *
     * @param adresse what the line leads to
     */
    public record Ligne(
            List<@Nullable Object> valeurs, @Nullable String adresse) {

        public Ligne {
            valeurs = Collections.unmodifiableList(new ArrayList<>(valeurs));
        }

        public static Ligne of(@Nullable Object... valeurs) {
            return new Ligne(Arrays.asList(valeurs), null);
        }

        /** A value as people read it. */
        public String affiche(int colonne) {
            return Valeurs.affiche(valeurs.get(colonne));
        }
    }
}
