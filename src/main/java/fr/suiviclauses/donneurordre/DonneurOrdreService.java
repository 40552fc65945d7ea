package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.Siret;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes buyers. */
@Service
@RequiredArgsConstructor
@Transactional
public class DonneurOrdreService {

    private final DonneurOrdreRepository donneurs;
    private final JumeauxLecture jumeaux;
    private final EntityManager memoire;
    private final JdbcClient jdbc;

    /**
     * Opens a buyer's account.
     *
     * @return its id
     * @throws JumeauxException where others bear nearly the same name and nobody said that they are someone else
     * @throws RegleMetierException where an active one bears the same name, or a SIRET is another's
     */
    long create(Saisie saisie, UtilisateurConnecte moi) {
        if (!saisie.distinct()) jumeaux.check(moi.structureId(), saisie.nom());
        DonneurOrdre donneur = Contraintes.translated(
                () -> donneurs.saveAndFlush(new DonneurOrdre(moi.structureId(), saisie.nom(), saisie.nature())));
        writeSirets(moi.structureId(), donneur.getId(), saisie.sirets());
        return donneur.getId();
    }

    /**
     * Changes a buyer.
     *
     * @param version the version that the form was opened on
     * @throws VersionPerimeeException where someone else changed it since
     */
    void change(long id, Saisie saisie, String version, UtilisateurConnecte moi) {
        DonneurOrdre donneur = find(id, moi);
        VersionPerimeeException.check(donneur.getVersion(), version);
        donneur.rename(saisie.nom(), saisie.nature());
        Contraintes.translated(() -> donneurs.saveAndFlush(donneur));
        // Its establishments are another table's rows: whoever opened the form before must be told of them as well.
        if (writeSirets(moi.structureId(), id, saisie.sirets()))
            memoire.lock(donneur, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Takes a buyer out of lists and choices, or back; what it has counts in any case. */
    void activate(long id, boolean actif, UtilisateurConnecte moi) {
        DonneurOrdre donneur = find(id, moi);
        if (donneur.getFusionneDans() != null)
            throw new RegleMetierException("", "Ce donneur d’ordres a été fusionné\u00a0: annulez d’abord la fusion.");
        donneur.activate(actif);
        Contraintes.translated(() -> donneurs.saveAndFlush(donneur));
    }

    /**
     * Removes a buyer that nothing depends on, with its establishments, charters and contacts.
     *
     * @throws RegleMetierException where it has marchés or was merged
     */
    void delete(long id, UtilisateurConnecte moi) {
        DonneurOrdre donneur = find(id, moi);
        if (depends(id, moi))
            throw new RegleMetierException(
                    "", "Ce donneur d’ordres a des marchés ou une fusion\u00a0: désactivez-le plutôt.");
        jdbc.sql("delete from signature_charte where structure_id = :structure and donneur_ordre_id = :id")
                .param("structure", moi.structureId())
                .param("id", id)
                .update();
        donneurs.delete(donneur);
        donneurs.flush();
    }

    private boolean depends(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select exists (select from marche where structure_id = :structure and donneur_ordre_id = :id)
                            or exists (select from fusion_donneur_ordre
                                        where structure_id = :structure and :id in (garde_id, absorbe_id))""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether that changed anything. */
    private boolean writeSirets(long structureId, long id, Set<Siret> sirets) {
        String[] numeros = sirets.stream().map(Siret::numero).toArray(String[]::new);
        int enleves = jdbc.sql("""
                        delete from donneur_ordre_siret
                         where structure_id = :structure and donneur_ordre_id = :id and siret <> all (:sirets)""")
                .param("structure", structureId)
                .param("id", id)
                .param("sirets", numeros)
                .update();
        int ajoutes = Contraintes.translated(() -> jdbc.sql("""
                        insert into donneur_ordre_siret (structure_id, donneur_ordre_id, siret)
                        select :structure, :id, s from unnest(:sirets) s
                        except select structure_id, donneur_ordre_id, siret from donneur_ordre_siret
                                where structure_id = :structure and donneur_ordre_id = :id""")
                .param("structure", structureId)
                .param("id", id)
                .param("sirets", numeros)
                .update());
        return enleves + ajoutes > 0;
    }

    private DonneurOrdre find(long id, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, "donneur_ordre", moi.structureId(), id);
        return donneurs.findByStructureIdAndId(moi.structureId(), id)
                .orElseThrow(() -> new IntrouvableException("Ce donneur d’ordres n’existe pas."));
    }
}
