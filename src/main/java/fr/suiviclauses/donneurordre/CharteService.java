package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the charters that buyers sign: added, changed, removed when entered by mistake; the journal keeps what was. */
@Service
@RequiredArgsConstructor
@Transactional
class CharteService {

    private static final String ABSENTE = "Cette charte n’existe pas.";

    private final JdbcClient jdbc;
    private final Modifications modifications;

    /** The form on a signature. */
    @Transactional(readOnly = true)
    CharteForm form(long donneurId, long id, UtilisateurConnecte moi) {
        // First: what is read after it is at least as new.
        int version = modifications.version("signature_charte", moi.structureId(), id);
        return jdbc.sql("""
                        select charte, debut, fin from signature_charte
                         where structure_id = :structure and donneur_ordre_id = :donneur and id = :id""")
                .param("structure", moi.structureId())
                .param("donneur", donneurId)
                .param("id", id)
                .query((ligne, rang) -> new CharteForm(
                        ligne.getString("charte"),
                        day(ligne.getObject("debut", LocalDate.class)),
                        day(ligne.getObject("fin", LocalDate.class)),
                        Integer.toString(version)))
                .optional()
                .orElseThrow(() -> new IntrouvableException(ABSENTE));
    }

    private static String day(@Nullable LocalDate jour) {
        return jour == null ? "" : DateFrancaise.affiche(jour);
    }

    /**
     * Adds a signature.
     *
     * @throws RegleMetierException where the dates overlap another signature of the same charter
     */
    void sign(long donneurId, CharteSaisie saisie, UtilisateurConnecte moi) {
        if (!Verrous.standing(jdbc, "donneur_ordre", moi.structureId(), Set.of(donneurId)))
            throw new IntrouvableException("Ce donneur d’ordres n’existe pas, ou plus.");
        Contraintes.translated(
                () -> values(jdbc.sql("""
                        insert into signature_charte (structure_id, donneur_ordre_id, charte, debut, fin)
                        values (:structure, :donneur, :charte, :debut, :fin)"""), donneurId, saisie, moi).update());
    }

    /**
     * Changes a signature.
     *
     * @param version the version that the form was opened on
     * @throws RegleMetierException where the dates overlap another signature of the same charter
     * @throws VersionPerimeeException where someone else changed it since
     */
    void change(long donneurId, long id, CharteSaisie saisie, String version, UtilisateurConnecte moi) {
        boolean trouvee = jdbc.sql("""
                        select id from signature_charte
                         where structure_id = :structure and donneur_ordre_id = :donneur and id = :id for update""")
                .param("structure", moi.structureId())
                .param("donneur", donneurId)
                .param("id", id)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!trouvee) throw new IntrouvableException(ABSENTE);
        VersionPerimeeException.check(modifications.version("signature_charte", moi.structureId(), id), version);
        Contraintes.translated(() ->
                values(jdbc.sql("""
                        update signature_charte set charte = :charte, debut = :debut, fin = :fin
                         where structure_id = :structure and donneur_ordre_id = :donneur and id = :id"""), donneurId, saisie, moi).param("id", id).update());
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec ordre, long donneurId, CharteSaisie saisie, UtilisateurConnecte moi) {
        return ordre.param("structure", moi.structureId())
                .param("donneur", donneurId)
                .param("charte", saisie.charte().name())
                .param("debut", saisie.debut())
                .param("fin", saisie.fin());
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
        if (enlevees == 0) throw new IntrouvableException(ABSENTE);
    }
}
