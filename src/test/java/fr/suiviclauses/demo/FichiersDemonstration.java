package fr.suiviclauses.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the demonstration's history as the files that a structure would bring. */
public final class FichiersDemonstration {

    private FichiersDemonstration() {}

    public static void write(Path reprise, Path suivis) throws IOException {
        HistoireDemonstration histoire = HistoireDemonstration.generate();
        try (BufferedWriter out = Files.newBufferedWriter(reprise)) {
            histoire.writeReprise(out);
        }
        try (BufferedWriter out = Files.newBufferedWriter(suivis)) {
            histoire.writeSuivis(out);
        }
    }
}
