package fr.suiviclauses.echange.fichier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was read of a file: line numbers and what is seen in the cells. */
record Lu(int numero, List<String> cellules) {

    static List<Lu> of(Path fichier) throws IOException {
        List<Lu> lignes = new ArrayList<>();
        OuvreurTableur.open(fichier, Set.of("nom", "objet", "heures"))
                .read((numero, cellules) -> lignes.add(
                        new Lu(numero, cellules.stream().map(Cellule::apparence).toList())));
        return lignes;
    }

    static Lu ligne(int numero, String... cellules) {
        return new Lu(numero, List.of(cellules));
    }
}
