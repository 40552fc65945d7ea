package fr.suiviclauses.marche.operation;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes operations. */
@Service
@RequiredArgsConstructor
@Transactional
class OperationService {

    private final OperationRepository operations;
    private final JdbcClient jdbc;

    /**
     * Opens an operation.
     *
     * @return its id
     * @throws RegleMetierException where another bears the same name
     */
    long create(Saisie saisie, UtilisateurConnecte moi) {
        return Contraintes.translated(() -> operations.saveAndFlush(
                        new Operation(moi.structureId(), saisie.nom(), saisie.type(), saisie.objectif())))
                .getId();
    }

    /**
     * Changes an operation.
     *
     * @throws VersionPerimeeException where someone else changed it since the form was opened
     */
    void change(long id, Saisie saisie, String version, UtilisateurConnecte moi) {
        Operation operation = find(id, moi);
        VersionPerimeeException.check(operation.getVersion(), version);
        operation.change(saisie.nom(), saisie.type(), saisie.objectif());
        Contraintes.translated(() -> operations.saveAndFlush(operation));
    }

    /** Takes an operation out of lists and choices, or back. */
    void activate(long id, boolean actif, UtilisateurConnecte moi) {
        find(id, moi).activate(actif);
    }

    /**
     * Removes an operation without marchés.
     *
     * @throws RegleMetierException where it has any
     */
    void delete(long id, UtilisateurConnecte moi) {
        Operation operation = find(id, moi);
        boolean utilisee = jdbc.sql(
                        "select exists (select from marche where structure_id = :structure and operation_id = :id)")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (utilisee) throw new RegleMetierException("", "Cette opération a des marchés\u00a0: désactivez-la plutôt.");
        operations.delete(operation);
        operations.flush();
    }

    private Operation find(long id, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, "operation", moi.structureId(), id);
        return operations
                .findByStructureIdAndId(moi.structureId(), id)
                .orElseThrow(() -> new IntrouvableException("Cette opération n’existe pas."));
    }
}
