package fr.suiviclauses.referentiel;

/** How a marché is ordered: as a whole, by purchase orders, or in parts. */
public enum FormeMarche implements Libelle {
    ORDINAIRE("Marché ordinaire"),
    ACCORD_CADRE("Accord-cadre"),
    A_TRANCHES("Marché à tranches");

    private final String libelle;

    FormeMarche(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
