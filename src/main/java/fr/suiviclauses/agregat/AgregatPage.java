package fr.suiviclauses.agregat;

import fr.suiviclauses.commun.saisie.Conflit;
import org.jspecify.annotations.Nullable;

/** The form of a declared figure; {@code id} is null for a new one. */
record AgregatPage(@Nullable Long id, @Nullable Conflit conflit) {

    public String titre() {
        return id == null ? "Nouvel agrégat déclaré" : "Agrégat déclaré";
    }

    public String adresse() {
        return "/agregats/" + (id == null ? "nouveau" : id.toString());
    }
}
