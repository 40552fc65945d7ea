package fr.suiviclauses.referentiel;

/** Kind of work contract. */
public enum TypeContrat implements Libelle {
    CDI("CDI"),
    CDD("CDD"),
    CDDI("CDD d’insertion"),
    CTT("Contrat de mission (intérim)"),
    APPRENTISSAGE("Contrat d’apprentissage"),
    PROFESSIONNALISATION("Contrat de professionnalisation"),
    CONTRAT_AIDE("Contrat aidé"),
    CDD_USAGE("CDD d’usage"),
    SOUTIEN_ESAT("Contrat de soutien (ESAT)"),
    AUTRE("Autre");

    private final String libelle;

    TypeContrat(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
