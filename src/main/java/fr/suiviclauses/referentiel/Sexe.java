package fr.suiviclauses.referentiel;

/** As entered; unknown stays in every denominator. */
public enum Sexe implements Libelle {
    F("Femmes"),
    H("Hommes"),
    NON_RENSEIGNE("Non renseigné");

    private final String libelle;

    Sexe(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
