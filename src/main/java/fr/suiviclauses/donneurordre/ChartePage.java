package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.saisie.Conflit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a charter.
 *
 * @param signature null: a new one
 */
record ChartePage(
        long donneur,
        String nom,
        @Nullable Long signature,
        @Nullable Conflit conflit) {

    public List<Charte> chartes() {
        return List.of(Charte.values());
    }

    public String titre() {
        return signature == null ? "Nouvelle charte" : "Charte";
    }

    public String adresse() {
        return "/donneurs-ordres/" + donneur;
    }

    /** Where the form is sent. */
    public String envoi() {
        return adresse() + "/chartes/" + (signature == null ? "nouvelle" : signature + "/modifier");
    }
}
