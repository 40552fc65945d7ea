package fr.suiviclauses.referentiel;

/** Domicile in a priority district (QPV) at the entry; different from the criterion QPV_EN_DIFFICULTE. */
public enum Qpv implements Libelle {
    OUI("En QPV"),
    NON("Hors QPV"),
    INCONNU("Non renseigné");

    private final String libelle;

    Qpv(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
