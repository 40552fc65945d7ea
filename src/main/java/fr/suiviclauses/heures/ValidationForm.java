package fr.suiviclauses.heures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision on relevés, as sent.
 *
 * @param choix "id:version", as the page showed them
 */
record ValidationForm(List<String> choix, String decision, String motif) {

    ValidationForm(@Nullable List<String> choix, @Nullable String decision, @Nullable String motif) {
        this.choix = choix == null ? List.of() : List.copyOf(choix);
        this.decision = decision == null ? "" : decision;
        this.motif = motif == null ? "" : motif;
    }

    static ValidationForm vide() {
        return new ValidationForm(null, null, null);
    }
}
