package fr.suiviclauses.referentiel;

/** Role of a company on a lot. */
public enum RoleParticipation implements Libelle {
    TITULAIRE("Titulaire"),
    COTRAITANT("Cotraitant"),
    SOUS_TRAITANT("Sous-traitant");

    private final String libelle;

    RoleParticipation(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
