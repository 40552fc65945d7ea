package fr.suiviclauses.echange.depot;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.echange.RepriseService;
import fr.suiviclauses.echange.ResultatImport;
import fr.suiviclauses.echange.fichier.FichierRefuseException;
import fr.suiviclauses.echange.fichier.FichierTemporaire;
import fr.suiviclauses.echange.format.Avancement;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks and imports deposited files, outside requests. Each does nothing when it has been done already. */
@Component
class DepotTravail {

    /** How long a deposited file is kept for its author to come back to. */
    static final Duration GARDE = Duration.ofDays(30);

    /** And one whose work broke down, which may hold what it should not. */
    private static final Duration GARDE_APRES_PANNE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(DepotTravail.class);

    private static final String PERDU = "Le fichier n’est plus conservé\u00a0: déposez-le à nouveau.";
    private static final String PANNE =
            "Une panne a interrompu le travail\u00a0: rien n’a été écrit. Réessayez\u00a0; si cela se répète, prévenez votre administrateur.";

    private final DepotRepository depots;
    private final ContenuRepository contenus;
    private final RemarqueRepository remarques;
    private final RepriseService reprises;
    private final TransactionTemplate transaction;
    private final TransactionTemplate autreTransaction;
    private final Clock clock;

    DepotTravail(
            DepotRepository depots,
            ContenuRepository contenus,
            RemarqueRepository remarques,
            RepriseService reprises,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.depots = depots;
        this.contenus = contenus;
        this.remarques = remarques;
        this.reprises = reprises;
        this.transaction = new TransactionTemplate(transactions);
        this.autreTransaction = new TransactionTemplate(transactions);
        this.autreTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Says what importing the file would do; false: its structure is at another import, come back later. */
    boolean check(long depotId) {
        return work(depotId, EtatDepot.ANALYSE, (depot, fichier) -> {
            ResultatImport resultat = run(depot, fichier, depot.getDeposePar(), true);
            conclude(depot, EtatDepot.ANALYSE, fichier, resultat, d -> d.checked(resultat, clock.instant()));
        });
    }

    /** Imports the file, its report in the same transaction; false: its structure is at another import. */
    boolean write(long depotId) {
        return work(
                depotId,
                EtatDepot.ECRITURE,
                (depot, fichier) -> transaction.executeWithoutResult(etat -> {
                    ResultatImport resultat = run(depot, fichier, depot.getConfirmePar(), false);
                    conclude(depot, EtatDepot.ECRITURE, fichier, resultat, d -> d.imported(resultat, clock.instant()));
                }));
    }

    /** Whether no import of the structure is under way; the next one waits for the end of the transaction. */
    boolean keepsTurn(long structureId) {
        return reprises.isFree(structureId);
    }

    /** Files that nobody came back to are not kept for ever. */
    void clean() {
        transaction.executeWithoutResult(etat -> {
            Instant avant = clock.instant().minus(GARDE);
            contenus.deleteBefore(avant);
            contenus.deleteFailedBefore(clock.instant().minus(GARDE_APRES_PANNE));
            depots.abandonBefore(avant, clock.instant());
        });
    }

    /** @param depotId the deposit by which it can be cancelled; null: none */
    ResultatImport run(
            GenreDepot genre,
            Path fichier,
            long structureId,
            @Nullable Long utilisateurId,
            @Nullable Long depotId,
            boolean essai,
            Avancement avancement) {
        return switch (genre) {
            case REPRISE -> reprises.importerReprise(fichier, structureId, utilisateurId, essai, avancement);
            case SUIVIS -> reprises.importerSuivis(fichier, structureId, utilisateurId, essai, avancement);
            case HEURES -> reprises.importerHeures(fichier, structureId, utilisateurId, depotId, essai, avancement);
        };
    }

    private ResultatImport run(Depot depot, Path fichier, @Nullable Long utilisateurId, boolean essai) {
        return run(
                depot.getGenre(),
                fichier,
                depot.getStructureId(),
                utilisateurId,
                depot.getId(),
                essai,
                new Suivi(depot.getId()));
    }

    /** What is done with the file of a deposit. */
    private interface Travail {
        void run(Depot depot, Path fichier) throws IOException;
    }

    private boolean work(long depotId, EtatDepot attendu, Travail travail) {
        Depot depot = depots.findById(depotId).orElse(null);
        if (depot == null || depot.getEtat() != attendu) return true;
        // Waiting here would keep a thread from the other structures.
        if (!reprises.isFree(depot.getStructureId())) return false;
        try (FichierTemporaire fichier = new FichierTemporaire()) {
            if (!begin(depotId, attendu)) return true;
            if (!fetch(depot, fichier.path())) {
                change(depotId, attendu, d -> d.fail(PERDU, clock.instant()));
                return true;
            }
            travail.run(depot, fichier.path());
        } catch (FichierRefuseException refus) {
            change(depotId, attendu, d -> {
                d.refuse(sentence(refus), clock.instant());
                contenus.delete(depotId);
            });
        } catch (IOException | RuntimeException broken) {
            LOG.error("import {} failed", depotId, broken);
            change(depotId, attendu, d -> d.fail(PANNE, clock.instant()));
        }
        return true;
    }

    private boolean begin(long depotId, EtatDepot attendu) {
        AtomicBoolean begun = new AtomicBoolean();
        change(depotId, attendu, d -> {
            begun.set(d.begin());
            if (!begun.get()) d.fail(PANNE, clock.instant());
        });
        return begun.get();
    }

    private boolean fetch(Depot depot, Path fichier) throws IOException {
        try (OutputStream out = Files.newOutputStream(fichier)) {
            return contenus.copyTo(depot.getStructureId(), depot.getId(), out);
        }
    }

    /** Keeps the report; of a refused file, the copy that tells its errors; of an imported one, nothing more. */
    private void conclude(
            Depot depot, EtatDepot attendu, Path fichier, ResultatImport resultat, Consumer<Depot> conclusion) {
        change(depot.getId(), attendu, d -> {
            conclusion.accept(d);
            remarques.replace(d.getStructureId(), d.getId(), resultat);
            if (d.getEtat() == EtatDepot.REFUSE) annotate(d, fichier, resultat);
            if (d.getEtat() == EtatDepot.TERMINE) contenus.delete(d.getId());
        });
    }

    private void annotate(Depot depot, Path fichier, ResultatImport resultat) {
        try (FichierTemporaire copie = new FichierTemporaire()) {
            FichierAnnote.write(
                    fichier, depot.getGenre().format(LocalDate.now(clock)), resultat.erreurs(), copie.path());
            contenus.replace(depot.getStructureId(), depot.getId(), copie.path());
        } catch (FichierAnnote.CopieTropGrandeException sansCopie) {
            LOG.info("import {} has no copy with its errors: {}", depot.getId(), sansCopie.getMessage());
            contenus.delete(depot.getId());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Within the transaction at work, or one of its own; someone else's change in between undoes what was done. */
    private void change(long depotId, EtatDepot attendu, Consumer<Depot> changement) {
        transaction.executeWithoutResult(etat -> {
            Depot depot = depots.findLockedById(depotId).orElseThrow();
            if (depot.getEtat() != attendu)
                throw new IllegalStateException("deposit " + depotId + " became " + depot.getEtat());
            changement.accept(depot);
        });
    }

    private static String sentence(FichierRefuseException refus) {
        return refus.ligne() == null
                ? refus.phrase()
                : "Ligne " + NombreAffiche.of(refus.ligne()) + "\u00a0: " + refus.phrase();
    }

    /** Tells the page how far the work is, in transactions of its own: that of the import is seen by nobody yet. */
    private final class Suivi implements Avancement {

        private final long depotId;

        Suivi(long depotId) {
            this.depotId = depotId;
        }

        @Override
        public void lignesLues(int lignes) {
            autreTransaction.executeWithoutResult(etat -> depots.setLignesLues(depotId, lignes));
        }

        @Override
        public void etape(String libelle) {
            autreTransaction.executeWithoutResult(etat -> depots.setEtape(depotId, libelle));
        }
    }
}
