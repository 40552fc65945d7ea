package fr.suiviclauses.liste;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists as an account likes to see them, under names of her own; nobody else sees them. */
@Service
@RequiredArgsConstructor
class VueService {

    private static final int AU_PLUS = 30;

    private final JdbcClient jdbc;

    @Transactional(readOnly = true)
    List<Liste.Vue> list(UtilisateurConnecte moi, String liste, String courante) {
        return jdbc.sql("""
                        select id, nom, requete from vue_enregistree
                         where structure_id = :structure and utilisateur_id = :utilisateur and liste = :liste
                         order by texte_normalise(nom)""")
                .param("structure", moi.structureId())
                .param("utilisateur", moi.id())
                .param("liste", liste)
                .query((ligne, rang) -> {
                    String requete = ligne.getString("requete");
                    return new Liste.Vue(
                            ligne.getLong("id"),
                            ligne.getString("nom"),
                            requete.isEmpty() ? liste : liste + "?" + requete,
                            requete.equals(courante));
                })
                .list();
    }

    /**
     * Keeps a view.
     *
     * @throws RegleMetierException where the name is taken, or there are too many
     */
    @Transactional
    void save(UtilisateurConnecte moi, String liste, String nom, String requete) {
        if (list(moi, liste, "").size() >= AU_PLUS)
            throw new RegleMetierException(
                    "nom", "Vous avez déjà " + AU_PLUS + " vues de cette liste : supprimez-en une.");
        Contraintes.translated(() -> jdbc.sql("""
                        insert into vue_enregistree (structure_id, utilisateur_id, liste, nom, requete)
                        values (:structure, :utilisateur, :liste, :nom, :requete)""")
                .param("structure", moi.structureId())
                .param("utilisateur", moi.id())
                .param("liste", liste)
                .param("nom", nom)
                .param("requete", requete)
                .update());
    }

    /**
     * Removes a view.
     *
     * @return the list that it was of
     */
    @Transactional
    String delete(UtilisateurConnecte moi, long id) {
        return jdbc.sql("""
                        delete from vue_enregistree
                         where structure_id = :structure and utilisateur_id = :utilisateur and id = :id
                        returning liste""")
                .param("structure", moi.structureId())
                .param("utilisateur", moi.id())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette vue n’existe pas."));
    }
}
