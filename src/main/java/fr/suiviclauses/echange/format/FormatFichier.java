package fr.suiviclauses.echange.format;

import java.util.List;

/** A kind of file: its columns, how each is read, and what is checked within one line. */
public interface FormatFichier {

    /** What the file is called in a sentence: "de reprise". */
    String libelle();

    List<? extends Colonne> colonnes();

    /** How the cells of one of its columns are read. */
    Lecture lecture(Colonne colonne);

    /** Whether a filled cell of this column says that the line has a person. */
    boolean deLaPersonne(Colonne colonne);

    /** What one line alone may have wrong once its cells are read. */
    void check(LigneTypee ligne, Signalement signalement);

    /** Says that a cell is wrong. */
    @FunctionalInterface
    interface Signalement {
        void on(Colonne colonne, String message);
    }
}
