package fr.suiviclauses.referentiel;

/** Nature of a buyer: entered, never derived from its name or SIRET. */
public enum NatureDonneurOrdre implements Libelle {
    PUBLIC("Public"),
    PRIVE("Privé");

    private final String libelle;

    NatureDonneurOrdre(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
