package fr.suiviclauses.echange;

import fr.suiviclauses.echange.format.Avancement;
import fr.suiviclauses.echange.format.FormatFichier;
import fr.suiviclauses.echange.format.FormatHeures;
import fr.suiviclauses.echange.format.FormatReprise;
import fr.suiviclauses.echange.format.FormatSuivi;
import fr.suiviclauses.echange.reprise.Constat;
import fr.suiviclauses.echange.reprise.ImportReprise;
import fr.suiviclauses.echange.reprise.Plan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Imports a structure's history from its spreadsheet: all or nothing, and the same file twice changes nothing. */
@Service
public class RepriseService {

    private final TransactionImport transaction;

    RepriseService(TransactionImport transaction) {
        this.transaction = transaction;
    }

    /**
     * Whether no import of the structure is under way: another would wait for it. Within a transaction the place is then
     * kept until its end.
     */
    public boolean isFree(long structureId) {
        return transaction.isFree(structureId);
    }

    /**
     * Imports a reprise file.
     *
     * @param utilisateurId who asks, for the journal; null: the program itself
     * @param essai says what would happen and writes nothing
     * @throws fr.suiviclauses.echange.fichier.FichierRefuseException when the file as a whole can't be read
     */
    public ResultatImport importerReprise(Path fichier, long structureId, @Nullable Long utilisateurId, boolean essai) {
        return importerReprise(fichier, structureId, utilisateurId, essai, Avancement.SILENCIEUX);
    }

    /** The same, watched. */
    public ResultatImport importerReprise(
            Path fichier, long structureId, @Nullable Long utilisateurId, boolean essai, Avancement avancement) {
        return run(Plan.REPRISE, FormatReprise::new, fichier, structureId, utilisateurId, null, essai, avancement);
    }

    /** Imports a follow-up file: what became of people, 3, 6 or 12 months later. */
    public ResultatImport importerSuivis(Path fichier, long structureId, @Nullable Long utilisateurId, boolean essai) {
        return importerSuivis(fichier, structureId, utilisateurId, essai, Avancement.SILENCIEUX);
    }

    /** The same, watched. */
    public ResultatImport importerSuivis(
            Path fichier, long structureId, @Nullable Long utilisateurId, boolean essai, Avancement avancement) {
        return run(Plan.SUIVIS, FormatSuivi::new, fichier, structureId, utilisateurId, null, essai, avancement);
    }

    /**
     * Imports a file of hours of contracts that are there already.
     *
     * @param depotId the deposit by which it can be cancelled; null: it can't be
     */
    public ResultatImport importerHeures(
            Path fichier,
            long structureId,
            @Nullable Long utilisateurId,
            @Nullable Long depotId,
            boolean essai,
            Avancement avancement) {
        return run(Plan.HEURES, FormatHeures::new, fichier, structureId, utilisateurId, depotId, essai, avancement);
    }

    private ResultatImport run(
            Plan plan,
            Function<LocalDate, FormatFichier> format,
            Path fichier,
            long structureId,
            @Nullable Long utilisateurId,
            @Nullable Long depotId,
            boolean essai,
            Avancement avancement) {
        Constat constat = transaction.run(
                structureId,
                utilisateurId,
                essai,
                (connexion, aujourdhui) -> new ImportReprise(
                                connexion,
                                plan,
                                format.apply(aujourdhui),
                                structureId,
                                utilisateurId,
                                depotId,
                                avancement)
                        .run(fichier));
        return result(essai, constat);
    }

    private static ResultatImport result(boolean essai, Constat constat) {
        return new ResultatImport(
                essai,
                constat.lignes(),
                constat.nouvelles(),
                constat.modifiees(),
                constat.lignes() - constat.nouvelles() - constat.modifiees() - constat.enErreur(),
                constat.enErreur(),
                constat.avertissements(),
                constat.totalAvertissements(),
                constat.erreurs(),
                constat.totalErreurs(),
                constat.changements(),
                constat.totalChangements());
    }
}
