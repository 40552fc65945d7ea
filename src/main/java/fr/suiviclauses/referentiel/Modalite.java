package fr.suiviclauses.referentiel;

/** How a person is put to work on a marché. */
public enum Modalite implements Libelle {
    EMBAUCHE_DIRECTE("Embauche directe"),
    ETT("Entreprise de travail temporaire"),
    ETTI("Entreprise de travail temporaire d’insertion"),
    GEIQ("GEIQ"),
    AI("Association intermédiaire"),
    EI("Entreprise d’insertion"),
    ACI("Atelier et chantier d’insertion"),
    REGIE_QUARTIER("Régie de quartier"),
    ESAT("ESAT"),
    EA("Entreprise adaptée"),
    SOUS_TRAITANCE_EI("Sous-traitance à une entreprise d’insertion"),
    COTRAITANCE_EI("Cotraitance avec une entreprise d’insertion"),
    AUTRE("Autre");

    private final String libelle;

    Modalite(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
