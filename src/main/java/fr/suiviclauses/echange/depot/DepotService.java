package fr.suiviclauses.echange.depot;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.echange.ResultatImport;
import fr.suiviclauses.echange.format.Avancement;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
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
    private final AnnulationRepository annulations;
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
        ResultatImport resultat = travail.run(genre, fichier, structureId, utilisateurId, null, essai, avancement);
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
        if (!begin(DepotConfig.VERIFICATION, depot.getId()))
            throw new IllegalStateException("a new deposit has a task");
        return depot.getId();
    }

    /** Has a checked file written. A second click, or one that comes too late, changes nothing. */
    void confirm(long id, UtilisateurConnecte moi) {
        Depot depot = locked(id, moi);
        if (depot.getEtat() != EtatDepot.A_CONFIRMER) return;
        if (begin(DepotConfig.ECRITURE, id)) depot.confirm(moi.id(), clock.instant());
    }

    /** Gives a checked file up: it is not kept. */
    void abandon(long id, UtilisateurConnecte moi) {
        Depot depot = locked(id, moi);
        if (depot.getEtat() != EtatDepot.A_CONFIRMER && depot.getEtat() != EtatDepot.ECHEC) return;
        depot.abandon(clock.instant());
        contenus.delete(id);
    }

    /**
     * Puts all that an import of hours wrote back as it was, unless something stands in its way; a second click changes
     * nothing.
     *
     * @return what stands in its way; empty: it is cancelled
     */
    Obstacles cancel(long id, UtilisateurConnecte moi) {
        Depot depot = locked(id, moi);
        if (depot.getEtat() != EtatDepot.TERMINE
                || !depot.getGenre().definitif().isEmpty()) return Obstacles.AUCUN;
        if (!travail.keepsTurn(moi.structureId()))
            throw new RegleMetierException(
                    "", "Un import de la structure est en cours\u00a0: réessayez dans un instant.");
        annulations.lock(moi.structureId(), id);
        Obstacles obstacles = annulations.obstacles(moi.structureId(), id);
        if (obstacles.total() > 0) return obstacles;
        annulations.restore(moi.structureId(), id);
        depot.cancel(moi.id(), clock.instant());
        return Obstacles.AUCUN;
    }

    /** Checks a file again after a breakdown. */
    void retry(long id, UtilisateurConnecte moi) {
        Depot depot = locked(id, moi);
        if (depot.getEtat() != EtatDepot.ECHEC || !contenus.isKept(moi.structureId(), id)) return;
        // The task that has just broken down may not be put away yet: nothing changes, and the next click finds it
        // gone.
        if (begin(DepotConfig.VERIFICATION, id)) depot.retry();
    }

    /** Writes the copy of a refused file, with its errors. */
    @Transactional(readOnly = true)
    void copyAnnotated(long id, UtilisateurConnecte moi, OutputStream out) throws IOException {
        if (!contenus.copyTo(moi.structureId(), id, out)) throw unknown();
    }

    /**
     * What she may see of a report. Names and sensitive statuses are for facilitators. Who sent the file sees its errors,
     * which show what it holds; changes and warnings also show what is stored, which a guess in a file would reveal.
     */
    static Set<NatureRemarque> visible(Depot depot, UtilisateurConnecte moi) {
        if (moi.has(Role.FACILITATEUR)) return EnumSet.allOf(NatureRemarque.class);
        return depot.getDeposePar() != null && depot.getDeposePar() == moi.id()
                ? EnumSet.of(NatureRemarque.ERREUR)
                : EnumSet.noneOf(NatureRemarque.class);
    }

    static IntrouvableException unknown() {
        return new IntrouvableException("Cet import n’existe pas.");
    }

    private Depot locked(long id, UtilisateurConnecte moi) {
        return depots.findLockedByStructureIdAndId(moi.structureId(), id)
                .filter(depot -> depot.getGenre().isFor(moi))
                .orElseThrow(DepotService::unknown);
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

    /** The task is written with the deposit, and looked for as soon as both are there; false: an older one is. */
    private boolean begin(TaskDescriptor<Void> tache, long id) {
        if (!taches.scheduleIfNotExists(tache.instance(Long.toString(id)).build(), clock.instant())) return false;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                taches.triggerCheckForDueExecutions();
            }
        });
        return true;
    }
}
