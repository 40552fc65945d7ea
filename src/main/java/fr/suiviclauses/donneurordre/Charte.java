package fr.suiviclauses.donneurordre;

import fr.suiviclauses.referentiel.Libelle;

/** A charter that a buyer signs. */
enum Charte implements Libelle {
    SBA("Small Business Act toulousain"),
    TRAVAIL_EN_JOURNEE("Travail en journée");

    private final String libelle;

    Charte(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
