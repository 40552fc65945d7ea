package fr.suiviclauses.commun.grille;

import java.util.List;

/**
 * Tables with what must be printed beside them.
 *
 * @param nom name of the file, without its extension
 * @param notes what the figures are about: years, filters, whose they are
 * @param fin what the file's last line says, so that whoever comes to its end knows that there is more; empty: it holds all
 */
public record Document(String nom, String titre, List<String> notes, List<Grille> grilles, String fin) {

    public Document {
        notes = List.copyOf(notes);
        grilles = List.copyOf(grilles);
    }

    /** Tables that are whole. */
    public Document(String nom, String titre, List<String> notes, List<Grille> grilles) {
        this(nom, titre, notes, grilles, "");
    }
}
