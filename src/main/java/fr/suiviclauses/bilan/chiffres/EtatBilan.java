package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.referentiel.Libelle;

/** How firm a year is; without a closing it is provisional. */
public enum EtatBilan implements Libelle {
    PROVISOIRE("Provisoire"),
    ARRETE("Arrêté"),
    SCELLE("Scellé");

    private final String libelle;

    EtatBilan(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
