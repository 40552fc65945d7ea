package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.referentiel.Libelle;
import org.jspecify.annotations.Nullable;

/** How many people have one value of an attribute; a null code is the people of whom it is not known. */
public record LigneEffectif<C extends Libelle>(@Nullable C code, long beneficiaires) {

    public String libelle() {
        return code == null ? "Non renseigné" : code.libelle();
    }
}
