package fr.suiviclauses.referentiel;

/** Highest diploma at the entry. */
public enum Diplome implements Libelle {
    ETRANGER("Diplôme étranger"),
    MASTER2("Master 2"),
    LICENCE("Licence, maîtrise, master 1"),
    BAC2("Bac + 2"),
    BAC("Bac"),
    CAP_BEP("CAP, BEP"),
    DNB("DNB, 2e année de CAP ou BEP"),
    SAVOIRS_BASE("Savoirs de base");

    private final String libelle;

    Diplome(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
