package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.referentiel.Libelle;

/** Age at the entry. */
public enum TrancheAge implements Libelle {
    MOINS_DE_26("Moins de 26 ans"),
    DE_26_A_49("De 26 à 49 ans"),
    A_PARTIR_DE_50("50 ans et plus");

    private final String libelle;

    TrancheAge(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
