package fr.suiviclauses.avancement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done.
 *
 * @param toutes the first due first
 */
public record Actions(List<Action> toutes) {

    public Actions {
        toutes = List.copyOf(toutes);
    }

    /** What is to be done for a marché, by when and by whom. */
    public record Action(
            long id,
            long marcheId,
            String reference,
            String libelle,
            String echeance,
            @Nullable String responsable,
            boolean enRetard) {

        /** Where it is said to be done. */
        public String faite() {
            return "/marches/" + marcheId + "/actions/" + id + "/faite";
        }

        /** Where it is changed or removed. */
        public String modification() {
            return "/marches/" + marcheId + "/actions/" + id + "/modifier";
        }

        /** "pour le 31/01/2022, par Camille Roux". */
        public String quand() {
            return "pour le " + echeance + (responsable == null ? "" : ", par " + responsable);
        }
    }

    /** What comes next; null: nothing is planned. */
    public @Nullable Action prochaine() {
        return toutes.isEmpty() ? null : toutes.get(0);
    }

    public List<Action> suivantes() {
        return toutes.size() < 2 ? List.of() : toutes.subList(1, toutes.size());
    }
}
