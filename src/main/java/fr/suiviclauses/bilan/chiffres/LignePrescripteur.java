package fr.suiviclauses.bilan.chiffres;

import org.jspecify.annotations.Nullable;

/** Who sent people to the dispositif; a null name is the people of whom it is not known. */
public record LignePrescripteur(@Nullable String nom, long beneficiaires) {

    public String libelle() {
        return nom == null ? "Non renseigné" : nom;
    }
}
