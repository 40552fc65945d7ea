package fr.suiviclauses.echange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Imports a structure's history from its spreadsheet: all or nothing, and the same file twice changes nothing. */
@Service
public class RepriseService {

    /**
     * Imports a reprise file.
     *
     * @param utilisateurId who asks, for the journal; null: the program itself
     * @param essai says what would happen and writes nothing
     * @throws RuntimeException a FichierRefuseException when the file as a whole can’t be read
     */
    public ResultatImport importerReprise(Path fichier, long structureId, @Nullable Long utilisateurId, boolean essai) {
        return importerReprise(fichier, structureId, utilisateurId, essai, Avancement.SILENCIEUX);
    }

    /** The same, watched. */
    public ResultatImport importerReprise(
            Path fichier, long structureId, @Nullable Long utilisateurId, boolean essai, Avancement avancement) {
        throw new UnsupportedOperationException("lands next");
    }

    /** Imports a follow-up file: what became of people, 3, 6 or 12 months later. */
    public ResultatImport importerSuivis(Path fichier, long structureId, @Nullable Long utilisateurId, boolean essai) {
        return importerSuivis(fichier, structureId, utilisateurId, essai, Avancement.SILENCIEUX);
    }

    /** The same, watched. */
    public ResultatImport importerSuivis(
            Path fichier, long structureId, @Nullable Long utilisateurId, boolean essai, Avancement avancement) {
        throw new UnsupportedOperationException("lands next");
    }
}
