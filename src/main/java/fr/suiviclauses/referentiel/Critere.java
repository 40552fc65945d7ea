package fr.suiviclauses.referentiel;

/** Statut à l'entrée: the report's ten, several of which may hold for one person. */
public enum Critere implements Libelle {
    SUIVI_IAE("En suivi IAE"),
    DELD("Demandeurs d’emploi de longue durée"),
    JEUNE_SANS_QUALIFICATION("Jeunes de moins de 26 ans sans qualification"),
    JEUNE_SANS_EXPERIENCE("Jeunes de moins de 26 ans sans expérience"),
    QPV_EN_DIFFICULTE("Demandeurs d’emploi de QPV en difficulté"),
    SENIOR_50("Demandeurs d’emploi de plus de 50 ans"),
    RSA_MINIMA_SOCIAUX("RSA et minima sociaux"),
    TH("Demandeurs d’emploi travailleurs handicapés"),
    AUTRE("Autres (primo-arrivant, sortie de prison…)"),
    FEMME_REPRISE("Femmes reprenant une activité");

    private final String libelle;

    Critere(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
