package fr.suiviclauses.commun.grille;

import java.util.List;

/**
 * Tables with what must be printed beside them.
 *
 * @param nom name of the file, without its extension
 * @param notes what the figures are about: years, filters, whose they are
 */
public record Document(String nom, String titre, List<String> notes, List<Grille> grilles) {

    public Document {
        notes = List.copyOf(notes);
        grilles = List.copyOf(grilles);
    }
}
