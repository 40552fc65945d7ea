package fr.suiviclauses.nomenclature;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes purchase families. Moving one to another group moves its hours of every year: the page says how many. */
@Service
@RequiredArgsConstructor
@Transactional
class FamilleService {

    private final FamilleAchatRepository familles;
    private final JdbcClient jdbc;

    /** The 14 groups, in the report's order. */
    @Transactional(readOnly = true)
    List<Liste.Option> groupes() {
        return jdbc.sql("select libelle as code, libelle from groupe_famille order by ordre")
                .query(Liste.Option.class)
                .list();
    }

    /** A family and what depends on it. */
    @Transactional(readOnly = true)
    FamillePage.Fiche fiche(long id, UtilisateurConnecte moi) {
        FamilleAchat famille = find(id, moi);
        long lots = jdbc.sql("select count(*) from lot where structure_id = :structure and famille_id = :id")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Long.class)
                .single();
        return new FamillePage.Fiche(
                id, famille.getNom(), famille.getGroupe(), famille.isActif(), famille.getVersion(), lots);
    }

    /**
     * Adds a family.
     *
     * @throws RegleMetierException where another bears the same name
     */
    void create(String nom, String groupe, UtilisateurConnecte moi) {
        Contraintes.translated(() -> familles.saveAndFlush(new FamilleAchat(moi.structureId(), nom, groupe)));
    }

    /**
     * Changes a family.
     *
     * @throws VersionPerimeeException where someone else changed it since the form was opened
     */
    void change(long id, String nom, String groupe, String version, UtilisateurConnecte moi) {
        FamilleAchat famille = hold(id, moi);
        VersionPerimeeException.check(famille.getVersion(), version);
        famille.change(nom, groupe);
        Contraintes.translated(() -> familles.saveAndFlush(famille));
    }

    /** Offers a family for new lots, or no more. */
    void activate(long id, boolean actif, UtilisateurConnecte moi) {
        hold(id, moi).activate(actif);
    }

    /**
     * Removes a family that no lot uses.
     *
     * @throws RegleMetierException where one does
     */
    void delete(long id, UtilisateurConnecte moi) {
        FamilleAchat famille = hold(id, moi);
        if (fiche(id, moi).lots() > 0)
            throw new RegleMetierException("", "Des lots sont dans cette famille\u00a0: désactivez-la plutôt.");
        familles.delete(famille);
        familles.flush();
    }

    private FamilleAchat hold(long id, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, "famille_achat", moi.structureId(), id);
        return find(id, moi);
    }

    private FamilleAchat find(long id, UtilisateurConnecte moi) {
        return familles.findByStructureIdAndId(moi.structureId(), id)
                .orElseThrow(() -> new IntrouvableException("Cette famille n’existe pas."));
    }
}
