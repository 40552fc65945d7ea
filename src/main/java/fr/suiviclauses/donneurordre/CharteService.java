package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the charters that buyers sign: added, ended, removed when entered by mistake; the journal keeps what was. */
@Service
@RequiredArgsConstructor
@Transactional
class CharteService {

    private final JdbcClient jdbc;

    /**
     * Adds a signature.
     *
     * @param debut null: in force for every year before its end
     * @param fin the last day in force; null: still in force
     * @throws RegleMetierException where the dates overlap another signature of the same charter
     */
    void sign(
            long donneurId,
            Charte charte,
            @Nullable LocalDate debut,
            @Nullable LocalDate fin,
            UtilisateurConnecte moi) {
        if (!Verrous.standing(jdbc, "donneur_ordre", moi.structureId(), Set.of(donneurId)))
            throw new IntrouvableException("Ce donneur d’ordres n’existe pas, ou plus.");
        Contraintes.translated(() -> jdbc.sql("""
                        insert into signature_charte (structure_id, donneur_ordre_id, charte, debut, fin)
                        values (:structure, :donneur, :charte, :debut, :fin)""")
                .param("structure", moi.structureId())
                .param("donneur", donneurId)
                .param("charte", charte.name())
                .param("debut", debut)
                .param("fin", fin)
                .update());
    }

    /** Removes a signature. */
    void remove(long donneurId, long id, UtilisateurConnecte moi) {
        int enlevees = jdbc.sql("""
                        delete from signature_charte
                         where structure_id = :structure and donneur_ordre_id = :donneur and id = :id""")
                .param("structure", moi.structureId())
                .param("donneur", donneurId)
                .param("id", id)
                .update();
        if (enlevees == 0) throw new IntrouvableException("Cette charte n’existe pas.");
    }
}
