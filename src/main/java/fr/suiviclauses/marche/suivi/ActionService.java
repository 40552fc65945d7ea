package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done for a marché: planned, changed, given up, done; what is done stays in its history. */
@Service
@RequiredArgsConstructor
@Transactional
class ActionService {

    private static final String ABSENTE = "Cette action n’existe pas.";

    private final JdbcClient jdbc;
    private final Modifications modifications;

    /** The form's page; whoever does a known action is offered even where her account is closed. */
    @Transactional(readOnly = true)
    ActionPage page(long marcheId, @Nullable Long action, @Nullable Conflit conflit, UtilisateurConnecte moi) {
        String reference = jdbc.sql("select reference from marche where structure_id = :structure and id = :marche")
                .param("structure", moi.structureId())
                .param("marche", marcheId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Ce marché n’existe pas."));
        List<Liste.Option> comptes = jdbc.sql("""
                        select id::text as code, nom as libelle from utilisateur
                         where structure_id = :structure and (actif or id = (
                               select responsable_id from action_marche where structure_id = :structure and id = :action))
                         order by nom, id""")
                .param("structure", moi.structureId())
                .param("action", action, Types.BIGINT)
                .query(Liste.Option.class)
                .list();
        return new ActionPage(marcheId, reference, comptes, action, conflit);
    }

    /** The form on an action. */
    @Transactional(readOnly = true)
    ActionForm form(long marcheId, long id, UtilisateurConnecte moi) {
        // First: what is read after it is at least as new.
        int version = modifications.version("action_marche", moi.structureId(), id);
        return jdbc.sql("""
                        select libelle, echeance, responsable_id from action_marche
                         where structure_id = :structure and marche_id = :marche and id = :id""")
                .param("structure", moi.structureId())
                .param("marche", marcheId)
                .param("id", id)
                .query((ligne, rang) -> new ActionForm(
                        ligne.getString("libelle"),
                        DateFrancaise.affiche(ligne.getObject("echeance", LocalDate.class)),
                        Objects.toString(ligne.getObject("responsable_id"), ""),
                        Integer.toString(version)))
                .optional()
                .orElseThrow(() -> new IntrouvableException(ABSENTE));
    }

    /**
     * Plans something for a marché of the structure; the same thing for the same day is not written again, so that a double
     * click or a form sent twice saves once.
     *
     * @throws RegleMetierException where it is done already
     */
    void plan(long marcheId, ActionSaisie saisie, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, "marche", moi.structureId(), marcheId);
        Optional<Boolean> prevue = planned(marcheId, saisie, moi);
        if (prevue.isPresent()) {
            if (prevue.get()) return;
            throw new RegleMetierException(
                    "libelle",
                    "Cette action est déjà faite\u00a0: rouvrez-la dans la chronologie, ou changez les mots ou la date.");
        }
        Contraintes.translated(() -> values(jdbc.sql("""
                        insert into action_marche (structure_id, marche_id, libelle, echeance, responsable_id, cree_par)
                        values (:structure, :marche, :libelle, :echeance, :responsable, :auteur)"""), marcheId, saisie, moi)
                .param("auteur", moi.id())
                .update());
    }

    /** Whether the same thing is still to be done; empty: nobody planned it. */
    private Optional<Boolean> planned(long marcheId, ActionSaisie saisie, UtilisateurConnecte moi) {
        return values(jdbc.sql("""
                        select faite_le is null as prevue from action_marche
                         where structure_id = :structure and marche_id = :marche and libelle = :libelle and echeance = :echeance
                           and responsable_id is not distinct from :responsable
                         order by prevue desc limit 1"""), marcheId, saisie, moi).query(Boolean.class).optional();
    }

    /**
     * Changes an action.
     *
     * @param version the version that the form was opened on
     * @throws VersionPerimeeException where someone else changed it since, or did it
     */
    void change(long marcheId, long id, ActionSaisie saisie, String version, UtilisateurConnecte moi) {
        hold(marcheId, id, moi);
        VersionPerimeeException.check(modifications.version("action_marche", moi.structureId(), id), version);
        Contraintes.translated(() ->
                values(jdbc.sql("""
                        update action_marche set libelle = :libelle, echeance = :echeance, responsable_id = :responsable
                         where structure_id = :structure and marche_id = :marche and id = :id"""), marcheId, saisie, moi).param("id", id).update());
    }

    /**
     * Removes an action that is not done.
     *
     * @throws RegleMetierException where it is
     */
    void remove(long marcheId, long id, UtilisateurConnecte moi) {
        hold(marcheId, id, moi);
        int retirees = jdbc.sql("""
                        delete from action_marche
                         where structure_id = :structure and marche_id = :marche and id = :id and faite_le is null""")
                .param("structure", moi.structureId())
                .param("marche", marcheId)
                .param("id", id)
                .update();
        if (retirees == 0)
            throw new RegleMetierException("", "Cette action est faite\u00a0: elle reste dans l’histoire du marché.");
    }

    private void hold(long marcheId, long id, UtilisateurConnecte moi) {
        boolean trouvee = jdbc.sql("""
                        select id from action_marche
                         where structure_id = :structure and marche_id = :marche and id = :id for update""")
                .param("structure", moi.structureId())
                .param("marche", marcheId)
                .param("id", id)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!trouvee) throw new IntrouvableException(ABSENTE);
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec ordre, long marcheId, ActionSaisie saisie, UtilisateurConnecte moi) {
        return ordre.param("structure", moi.structureId())
                .param("marche", marcheId)
                .param("libelle", saisie.libelle())
                .param("echeance", saisie.echeance())
                .param("responsable", saisie.responsable(), Types.BIGINT);
    }

    /** It is done; a second press of the button changes nothing. */
    void done(long marcheId, long id, LocalDate jour, UtilisateurConnecte moi) {
        mark(marcheId, id, "coalesce(faite_le, :jour)", jour, moi);
    }

    /** It was said to be done by mistake, and is to be done again; a second press of the button changes nothing. */
    void reopen(long marcheId, long id, UtilisateurConnecte moi) {
        mark(marcheId, id, "null", null, moi);
    }

    private void mark(long marcheId, long id, String faiteLe, @Nullable LocalDate jour, UtilisateurConnecte moi) {
        int trouvees = jdbc.sql("""
                        update action_marche set faite_le = %s
                         where structure_id = :structure and marche_id = :marche and id = :id""".formatted(faiteLe))
                .param("structure", moi.structureId())
                .param("marche", marcheId)
                .param("id", id)
                .param("jour", jour, Types.DATE)
                .update();
        if (trouvees == 0) throw new IntrouvableException(ABSENTE);
    }
}
