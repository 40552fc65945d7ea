package fr.suiviclauses.referentiel;

/** Type of a marché: entered, never derived from the purchase family. */
public enum TypeMarche implements Libelle {
    TRAVAUX("Travaux"),
    SERVICES("Services"),
    FOURNITURES("Fournitures");

    private final String libelle;

    TypeMarche(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
