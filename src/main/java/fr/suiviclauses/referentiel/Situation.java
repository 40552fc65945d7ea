package fr.suiviclauses.referentiel;

/** What became of a person; the report's two groups are {@link #enEmploiOuFormation} and {@link #sansEmploi}. */
public enum Situation implements Libelle {
    CDI("CDI"),
    CDD("CDD"),
    INTERIM("Intérim"),
    INTERIM_INSERTION("Intérim d’insertion"),
    CONTRAT_INSERTION("Contrat d’insertion"),
    CONTRAT_AIDE("Contrat aidé"),
    ALTERNANCE("Alternance"),
    FORMATION("Formation"),
    DEMANDEUR_EMPLOI("Demandeur d’emploi"),
    SANS_SITUATION("Sans situation"),
    ABANDON("Abandon, déménagement, maladie"),
    NON_RENSEIGNE("Non renseigné");

    private final String libelle;

    Situation(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }

    /** In work or training, as the report groups them. */
    public boolean enEmploiOuFormation() {
        return switch (this) {
            case CDI, CDD, INTERIM, INTERIM_INSERTION, CONTRAT_INSERTION, CONTRAT_AIDE, ALTERNANCE, FORMATION -> true;
            case DEMANDEUR_EMPLOI, SANS_SITUATION, ABANDON, NON_RENSEIGNE -> false;
        };
    }

    /** Without work, or inactive. NON_RENSEIGNE is in neither group, and stays in the denominator. */
    public boolean sansEmploi() {
        return switch (this) {
            case DEMANDEUR_EMPLOI, SANS_SITUATION, ABANDON -> true;
            default -> false;
        };
    }
}
