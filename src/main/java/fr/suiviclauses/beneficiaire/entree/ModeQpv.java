package fr.suiviclauses.beneficiaire.entree;

import fr.suiviclauses.referentiel.Libelle;

/** How it was found whether an address lies in a priority district. */
public enum ModeQpv implements Libelle {
    MANUEL("À la main"),
    GEOCODE("Par géocodage");

    private final String libelle;

    ModeQpv(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
