package fr.suiviclauses.referentiel;

/** What groups several marchés under one objective. */
public enum TypeOperation implements Libelle {
    OPERATION("Opération"),
    GRAND_PROJET("Grand projet"),
    PROGRAMME("Programme");

    private final String libelle;

    TypeOperation(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
