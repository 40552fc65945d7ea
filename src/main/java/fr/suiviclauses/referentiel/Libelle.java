package fr.suiviclauses.referentiel;

/** A code of a nomenclature: its name() is what files, addresses and the API say, its label what people read. */
public interface Libelle {

    /** The French label, with its typography. */
    String libelle();

    /** The code, as in files, addresses and the API. */
    String name();

    /** The same, for templates. */
    default String code() {
        return name();
    }
}
