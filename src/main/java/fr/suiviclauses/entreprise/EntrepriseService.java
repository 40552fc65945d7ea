package fr.suiviclauses.entreprise;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.Siret;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes companies. */
@Service
@RequiredArgsConstructor
@Transactional
public class EntrepriseService {

    private final EntrepriseRepository entreprises;
    private final EntityManager memoire;
    private final JdbcClient jdbc;

    /**
     * Adds a company.
     *
     * @return its id
     * @throws JumellesException where others bear nearly the same name and nobody said that they are others
     * @throws RegleMetierException where another has the SIREN, or, of two without, the name
     */
    long create(Saisie saisie, UtilisateurConnecte moi) {
        if (!saisie.distinct()) checkTwins(saisie, moi);
        Entreprise entreprise =
                Contraintes.translated(() -> entreprises.saveAndFlush(new Entreprise(moi.structureId(), saisie)));
        writeSirets(entreprise.getId(), saisie.sirets(), moi);
        return entreprise.getId();
    }

    /** One with the same SIREN is no twin: it is the same, and the constraint says so. */
    private void checkTwins(Saisie saisie, UtilisateurConnecte moi) {
        List<Jumelle> trouvees = jdbc.sql("""
                        select e.id, e.nom, e.siren, e.actif from entreprise e
                         cross join (select texte_normalise(:nom) as nom) n
                         where e.structure_id = :structure and e.fusionne_dans is null and e.siren is distinct from :siren::text
                           and (similarity(e.nom_normalise, n.nom) >= 0.5 or starts_with(e.nom_normalise, n.nom || ' ')
                                or starts_with(n.nom, e.nom_normalise || ' '))
                         order by similarity(e.nom_normalise, n.nom) desc, e.id limit 5""")
                .param("structure", moi.structureId())
                .param("siren", saisie.siren())
                .param("nom", saisie.nom())
                .query(Jumelle.class)
                .list();
        if (!trouvees.isEmpty()) throw new JumellesException(trouvees);
    }

    /**
     * Changes a company.
     *
     * @throws VersionPerimeeException where someone else changed it since the form was opened
     */
    void change(long id, Saisie saisie, String version, UtilisateurConnecte moi) {
        Entreprise entreprise = find(id, moi);
        VersionPerimeeException.check(entreprise.getVersion(), version);
        entreprise.change(saisie);
        Contraintes.translated(() -> entreprises.saveAndFlush(entreprise));
        // Its establishments are another table's rows: whoever opened the form before must be told of them as well.
        if (writeSirets(id, saisie.sirets(), moi)) memoire.lock(entreprise, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Takes a company out of lists and choices, or back; what it did counts in any case. */
    void activate(long id, boolean actif, UtilisateurConnecte moi) {
        Entreprise entreprise = find(id, moi);
        if (entreprise.getFusionneDans() != null)
            throw new RegleMetierException("", "Cette entreprise a été fusionnée\u00a0: annulez d’abord la fusion.");
        entreprise.activate(actif);
        Contraintes.translated(() -> entreprises.saveAndFlush(entreprise));
    }

    /**
     * Removes a company that has no role on a lot and no contract, with its establishments and contacts.
     *
     * @throws RegleMetierException where it has any
     */
    void delete(long id, UtilisateurConnecte moi) {
        Entreprise entreprise = find(id, moi);
        boolean utilisee = jdbc.sql("""
                        select exists (select from participation where structure_id = :structure and entreprise_id = :id)
                            or exists (select from contrat_insertion where structure_id = :structure and :id in (employeur_id, titulaire_id))
                            or exists (select from fusion_entreprise where structure_id = :structure and :id in (garde_id, absorbe_id))""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (utilisee)
            throw new RegleMetierException(
                    "", "Cette entreprise a un rôle sur un lot, un contrat ou une fusion\u00a0: désactivez-la plutôt.");
        entreprises.delete(entreprise);
        entreprises.flush();
    }

    /** Whether that changed anything. */
    private boolean writeSirets(long id, Set<Siret> sirets, UtilisateurConnecte moi) {
        String[] numeros = sirets.stream().map(Siret::numero).toArray(String[]::new);
        int enleves = jdbc.sql("""
                        delete from entreprise_siret
                         where structure_id = :structure and entreprise_id = :id and siret <> all (:sirets)""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("sirets", numeros)
                .update();
        int ajoutes = Contraintes.translated(() -> jdbc.sql("""
                        insert into entreprise_siret (structure_id, entreprise_id, siret)
                        select :structure, :id, s from unnest(:sirets) s
                        except select structure_id, entreprise_id, siret from entreprise_siret
                                where structure_id = :structure and entreprise_id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("sirets", numeros)
                .update());
        return enleves + ajoutes > 0;
    }

    private Entreprise find(long id, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, "entreprise", moi.structureId(), id);
        return entreprises
                .findByStructureIdAndId(moi.structureId(), id)
                .orElseThrow(() -> new IntrouvableException("Cette entreprise n’existe pas."));
    }
}
