package fr.suiviclauses.echange.format;

import fr.suiviclauses.referentiel.Libelle;
import java.util.List;

/** A column of a file that structures send. */
public interface Colonne {

    /** When a line must fill it. */
    enum Presence {
        FACULTATIVE,
        TOUJOURS,
        /** On a line that has a person. */
        AVEC_PERSONNE
    }

    /** Its name in the header. */
    String nom();

    /** Its PostgreSQL type in the staging table. */
    String typeSql();

    Presence presence();

    /** A reference or a register's number: not searched for a social security number. */
    boolean reference();

    /** The nomenclature whose codes it holds; empty: it holds none. */
    default List<? extends Libelle> codes() {
        return List.of();
    }

    /** Where it stands among the file's columns, from 0. */
    int ordinal();

    /** Its bit in a line's mask of cells that could not be read. */
    default long masque() {
        return 1L << ordinal();
    }
}
