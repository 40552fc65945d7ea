package fr.suiviclauses.referentiel;

/** Status of a relevé d'heures; only VALIDEE counts. */
public enum StatutHeures implements Libelle {
    BROUILLON("Brouillon"),
    DECLAREE("Déclarée"),
    VALIDEE("Validée"),
    REJETEE("Rejetée");

    private final String libelle;

    StatutHeures(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
