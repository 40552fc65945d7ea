package fr.suiviclauses.echange.format;

/** Follows a long import: told now and then, from the thread that imports. */
public interface Avancement {

    /** Nobody is watching. */
    Avancement SILENCIEUX = new Avancement() {};

    /** How many data lines have been read. */
    default void lignesLues(int lignes) {}

    /** The step that begins, in French, as the progress page shows it. */
    default void etape(String libelle) {}
}
