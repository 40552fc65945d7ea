package fr.suiviclauses.marche.obligation;

import fr.suiviclauses.referentiel.Libelle;

/** Why the obligation of a lot begins or changes. */
public enum NatureMouvement implements Libelle {
    INITIAL("Obligation initiale"),
    AVENANT("Avenant"),
    TRANCHE("Tranche"),
    BON_DE_COMMANDE("Bon de commande"),
    RECONDUCTION("Reconduction");

    private final String libelle;

    NatureMouvement(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
