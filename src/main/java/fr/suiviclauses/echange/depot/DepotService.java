package fr.suiviclauses.echange.depot;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.echange.ResultatImport;
import fr.suiviclauses.echange.format.Avancement;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Files deposited for import: checked, then written when someone says so; and imports at once, whose report is kept too. */
@Service
@RequiredArgsConstructor
@Transactional
public class DepotService {

    private final DepotRepository depots;
    private final ContenuRepository contenus;
    private final RemarqueRepository remarques;
    private final DepotTravail travail;
    private final Scheduler taches;
    private final Clock clock;

    /**
     * Imports a file at once and keeps the report, unless it is refused.
     *
     * @param nom the file's name where it came from
     * @param utilisateurId who asks; null: the program itself
     * @param essai says what would happen, and keeps nothing
     * @throws fr.suiviclauses.echange.fichier.FichierRefuseException when the file as a whole can't be read
     */
    public ResultatImport importer(
            GenreDepot genre,
            Path fichier,
            @Nullable String nom,
            long structureId,
            @Nullable Long utilisateurId,
            boolean essai,
            Avancement avancement) {
        ResultatImport resultat = travail.run(genre, fichier, structureId, utilisateurId, essai, avancement);
        if (!essai && !resultat.refuse()) {
            Depot depot = create(genre, fichier, nom, structureId, utilisateurId, EtatDepot.ECRITURE);
            depot.imported(resultat, clock.instant());
            depots.saveAndFlush(depot);
            remarques.replace(structureId, depot.getId(), resultat);
        }
        return resultat;
    }

    /** Keeps a file and begins to check it; gives the deposit's id. */
    long deposit(GenreDepot genre, Path fichier, @Nullable String nom, UtilisateurConnecte moi) {
        Depot depot = create(genre, fichier, nom, moi.structureId(), moi.id(), EtatDepot.ANALYSE);
        contenus.replace(moi.structureId(), depot.getId(), fichier);
        begin(DepotConfig.VERIFICATION, depot.getId());
        return depot.getId();
    }

    /** Has a checked file written. A second click, or one that comes too late, changes nothing. */
    void confirm(long id, UtilisateurConnecte moi) {
        Depot depot = locked(id, moi);
        if (depot.getEtat() != EtatDepot.A_CONFIRMER) return;
        depot.confirm(moi.id(), clock.instant());
        begin(DepotConfig.ECRITURE, id);
    }

    /** Gives a checked file up: it is not kept. */
    void abandon(long id, UtilisateurConnecte moi) {
        Depot depot = locked(id, moi);
        if (depot.getEtat() != EtatDepot.A_CONFIRMER && depot.getEtat() != EtatDepot.ECHEC) return;
        depot.abandon(clock.instant());
        contenus.delete(id);
    }

    /** Checks a file again after a breakdown. */
    void retry(long id, UtilisateurConnecte moi) {
        Depot depot = locked(id, moi);
        if (depot.getEtat() != EtatDepot.ECHEC || !contenus.isKept(moi.structureId(), id)) return;
        depot.retry();
        begin(DepotConfig.VERIFICATION, id);
    }

    /** Writes the copy of a refused file, with its errors. */
    @Transactional(readOnly = true)
    void copyAnnotated(long id, UtilisateurConnecte moi, OutputStream out) throws IOException {
        if (!contenus.copyTo(moi.structureId(), id, out)) throw unknown();
    }

    /** Whether she may see what a file holds: names and sensitive statuses are for facilitators, and for who sent them. */
    static boolean seesContents(Depot depot, UtilisateurConnecte moi) {
        return moi.has(Role.FACILITATEUR) || (depot.getDeposePar() != null && depot.getDeposePar() == moi.id());
    }

    static IntrouvableException unknown() {
        return new IntrouvableException("Cet import n’existe pas.");
    }

    private Depot locked(long id, UtilisateurConnecte moi) {
        return depots.findLockedByStructureIdAndId(moi.structureId(), id).orElseThrow(DepotService::unknown);
    }

    private Depot create(
            GenreDepot genre,
            Path fichier,
            @Nullable String nom,
            long structureId,
            @Nullable Long utilisateurId,
            EtatDepot etat) {
        try {
            return depots.saveAndFlush(new Depot(
                    structureId, genre, FichierDepose.of(fichier, nom), etat, utilisateurId, clock.instant()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The task is written with the deposit, and looked for as soon as both are there. */
    private void begin(TaskDescriptor<Void> tache, long id) {
        taches.scheduleIfNotExists(tache.instance(Long.toString(id)).build(), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                taches.triggerCheckForDueExecutions();
            }
        });
    }
}
