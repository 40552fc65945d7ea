package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.referentiel.Libelle;

/** Domicile at the entry in one of the structure's own communes. */
public enum Metropole implements Libelle {
    OUI("Dans la métropole"),
    NON("Hors de la métropole");

    private final String libelle;

    Metropole(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
