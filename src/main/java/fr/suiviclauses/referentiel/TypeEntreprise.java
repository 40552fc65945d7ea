package fr.suiviclauses.referentiel;

/** What kind of company an employer or a holder is. */
public enum TypeEntreprise implements Libelle {
    CLASSIQUE("Entreprise classique"),
    EI("Entreprise d’insertion"),
    ACI("Atelier et chantier d’insertion"),
    AI("Association intermédiaire"),
    ETTI("Entreprise de travail temporaire d’insertion"),
    EA("Entreprise adaptée"),
    EATT("Entreprise adaptée de travail temporaire"),
    ESAT("ESAT"),
    GEIQ("GEIQ"),
    REGIE_QUARTIER("Régie de quartier"),
    ETT("Entreprise de travail temporaire");

    private final String libelle;

    TypeEntreprise(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
