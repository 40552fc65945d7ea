package fr.suiviclauses.echange.fichier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of our own on disk for the time of a task: what people send is named, read and thrown away there. */
public final class FichierTemporaire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FichierTemporaire.class);

    private final Path chemin;

    public FichierTemporaire() {
        try {
            this.chemin = Files.createTempFile("suivi-import-", ".tmp");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    public Path path() {
        return chemin;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(chemin);
        } catch (IOException stays) {
            LOG.warn("{} could not be deleted", chemin, stays);
        }
    }
}
