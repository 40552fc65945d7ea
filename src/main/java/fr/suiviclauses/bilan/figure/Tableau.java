package fr.suiviclauses.bilan.figure;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures, with a bar in each line where a bar helps. Read on a phone, a line becomes a name with its first
 * figure, its bar, then the other figures with their columns' names.
 *
 * @param legende its caption: what is counted, and when
 * @param premiere name of the first column
 * @param colonnes names of the columns of figures, as many as each line has
 * @param total under the lines; computed before rounding, so that they may not add up to it
 */
public record Tableau(
        String legende,
        String premiere,
        List<String> colonnes,
        List<Ligne> lignes,
        @Nullable Ligne total) {

    public Tableau {
        colonnes = List.copyOf(colonnes);
        lignes = List.copyOf(lignes);
    }

    /**
     * One line.
     *
     * @param adresse what the name leads to
     * @param marque a word after the name, such as "signataire"
     */
    public record Ligne(
            String libelle,
            @Nullable String adresse,
            @Nullable String marque,
            @Nullable Barre barre,
            List<Cellule> cellules) {

        public Ligne {
            cellules = List.copyOf(cellules);
        }

        public static Ligne of(String libelle, @Nullable Barre barre, Cellule... cellules) {
            return new Ligne(libelle, null, null, barre, List.of(cellules));
        }

        /** What a click on the bar leads to: the records of its figure, else what the name leads to. */
        public @Nullable String adresseBarre() {
            return cellules.stream()
                    .map(Cellule::adresse)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(adresse);
        }

        public Ligne vers(String autre) {
            return new Ligne(libelle, autre, marque, barre, cellules);
        }

        public Ligne marquee(@Nullable String autre) {
            return new Ligne(libelle, adresse, autre, barre, cellules);
        }
    }

    public boolean avecBarres() {
        return lignes.stream().anyMatch(ligne -> ligne.barre() != null);
    }

    public boolean vide() {
        return lignes.isEmpty();
    }
}
