package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done for a marché: planned, done; what is done stays in its history. */
@Service
@RequiredArgsConstructor
@Transactional
class ActionService {

    private final JdbcClient jdbc;

    /** The form's page. */
    @Transactional(readOnly = true)
    ActionPage page(long marcheId, UtilisateurConnecte moi) {
        String reference = jdbc.sql("select reference from marche where structure_id = :structure and id = :marche")
                .param("structure", moi.structureId())
                .param("marche", marcheId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Ce marché n’existe pas."));
        List<Liste.Option> comptes = jdbc.sql("""
                        select id::text as code, nom as libelle from utilisateur
                         where structure_id = :structure and actif order by nom, id""")
                .param("structure", moi.structureId())
                .query(Liste.Option.class)
                .list();
        return new ActionPage(marcheId, reference, comptes);
    }

    /** Plans something for a marché of the structure. */
    void plan(long marcheId, String libelle, LocalDate echeance, @Nullable Long responsable, UtilisateurConnecte moi) {
        Contraintes.translated(() -> jdbc.sql("""
                        insert into action_marche (structure_id, marche_id, libelle, echeance, responsable_id, cree_par)
                        values (:structure, :marche, :libelle, :echeance, :responsable, :auteur)""")
                .param("structure", moi.structureId())
                .param("marche", marcheId)
                .param("libelle", libelle)
                .param("echeance", echeance)
                .param("responsable", responsable)
                .param("auteur", moi.id())
                .update());
    }

    /** It is done; a second press of the button changes nothing. */
    void done(long marcheId, long id, LocalDate jour, UtilisateurConnecte moi) {
        int faites = jdbc.sql("""
                        update action_marche set faite_le = coalesce(faite_le, :jour)
                         where structure_id = :structure and marche_id = :marche and id = :id""")
                .param("structure", moi.structureId())
                .param("marche", marcheId)
                .param("id", id)
                .param("jour", jour)
                .update();
        if (faites == 0) throw new IntrouvableException("Cette action n’existe pas.");
    }
}
