package fr.suiviclauses.entreprise.fusion;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.Fusion;
import fr.suiviclauses.commun.saisie.Fusion.Suite;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.entreprise.fusion.FusionEntreprisesPage.Apercu;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two records of one company one, and takes them apart again. What one had goes to the other: its roles on lots,
 * the contracts that it is the employer or the holder of, with their hours, its establishments, its contacts.
 */
@Service
@Transactional
class FusionEntreprisesService {

    private final JdbcClient jdbc;
    private final Fusion fusions;

    FusionEntreprisesService(JdbcClient jdbc) {
        this.jdbc = jdbc;
        fusions = new Fusion(
                jdbc,
                "entreprise",
                List.of(
                        new Suite("roles", "participation", "entreprise_id", "t.lot_id || ' ' || t.role"),
                        new Suite("employes", "contrat_insertion", "employeur_id", "t.id::text"),
                        new Suite("tenus", "contrat_insertion", "titulaire_id", "t.id::text"),
                        new Suite("sirets", "entreprise_siret", "entreprise_id", "t.siret"),
                        new Suite("contacts", "contact", "entreprise_id", "t.id::text")));
    }

    /** The name of one that stands for itself. */
    @Transactional(readOnly = true)
    String nom(long id, UtilisateurConnecte moi) {
        return jdbc.sql(
                        "select nom from entreprise where structure_id = :structure and id = :id and fusionne_dans is null")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette entreprise n’existe pas."));
    }

    /** The companies that one may be merged with, those of the likeliest names first. */
    @Transactional(readOnly = true)
    List<Liste.Option> others(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select e.id::text as code, e.nom || coalesce(', SIREN ' || e.siren, ', sans SIREN')
                               || case when e.actif then '' else ' (désactivée)' end as libelle
                          from entreprise e
                          join entreprise n on n.structure_id = e.structure_id and n.id = :id
                         where e.structure_id = :structure and e.id <> :id and e.fusionne_dans is null
                         order by similarity(e.nom_normalise, n.nom_normalise) desc, e.nom_normalise, e.id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Liste.Option.class)
                .list();
    }

    /** What would move, and what stands against it. */
    @Transactional(readOnly = true)
    Apercu preview(long garde, long absorbe, UtilisateurConnecte moi) {
        check(garde, absorbe, moi);
        List<String> obstacles = obstacles(garde, absorbe, moi);
        return jdbc.sql("""
                        select (select count(*) from participation where structure_id = :structure and entreprise_id = :absorbe) as roles,
                               (select count(*) from contrat_insertion
                                 where structure_id = :structure and :absorbe in (employeur_id, titulaire_id)) as contrats,
                               (select coalesce(sum(h.heures), 0) from contrat_insertion c
                                  join heure_comptee h on h.structure_id = c.structure_id and h.contrat_id = c.id
                                 where c.structure_id = :structure and c.employeur_id = :absorbe) as heures,
                               (select count(*) from entreprise_siret where structure_id = :structure and entreprise_id = :absorbe) as sirets,
                               (select count(*) from contact where structure_id = :structure and entreprise_id = :absorbe) as contacts""")
                .param("structure", moi.structureId())
                .param("absorbe", absorbe)
                .query((ligne, rang) -> new Apercu(
                        ligne.getLong("roles"),
                        ligne.getLong("contrats"),
                        ligne.getBigDecimal("heures"),
                        ligne.getLong("sirets"),
                        ligne.getLong("contacts"),
                        obstacles))
                .single();
    }

    /**
     * Merges one company into another.
     *
     * @throws RegleMetierException where they are two companies, or both have one role on one lot, or one same contract
     */
    void merge(long garde, long absorbe, UtilisateurConnecte moi) {
        checkTwo(garde, absorbe);
        Fusion.begin(jdbc, "entreprise", moi.structureId(), garde, absorbe);
        List<String> obstacles = obstacles(garde, absorbe, moi);
        if (!obstacles.isEmpty()) throw new RegleMetierException("", String.join(" ", obstacles));
        fusions.merge(moi.structureId(), garde, absorbe, moi.id());
    }

    /**
     * Takes a merged company out again.
     *
     * @return the company that stands for itself again
     * @throws RegleMetierException where what moved is no longer where the merge put it
     */
    long undo(long fusion, UtilisateurConnecte moi) {
        return fusions.undo(
                moi.structureId(),
                fusion,
                moi.id(),
                "Cette fusion ne peut plus être annulée\u00a0: ce qu’elle avait déplacé a changé d’entreprise ou a été supprimé depuis.");
    }

    @Transactional(readOnly = true)
    boolean stands(long id, UtilisateurConnecte moi) {
        return fusions.stands(moi.structureId(), id);
    }

    private static void checkTwo(long garde, long absorbe) {
        if (garde == absorbe) throw new RegleMetierException("avec", "Choisissez une autre entreprise.");
    }

    /** Both exist, stand for themselves, and are two. */
    private void check(long garde, long absorbe, UtilisateurConnecte moi) {
        checkTwo(garde, absorbe);
        if (!stands(garde, moi) || !stands(absorbe, moi))
            throw new IntrouvableException("Cette entreprise n’existe pas.");
    }

    private List<String> obstacles(long garde, long absorbe, UtilisateurConnecte moi) {
        List<String> obstacles = new ArrayList<>();
        if (siren(absorbe, moi) != null)
            obstacles.add(
                    siren(garde, moi) == null
                            ? "C’est l’autre qui a un SIREN\u00a0: fusionnez celle-ci dans l’autre, depuis sa fiche."
                            : "Les deux ont un SIREN, et il n’est pas le même\u00a0: ce sont deux entreprises. S’il est faux sur l’une, videz-le d’abord.");
        List<String> roles = rows("""
                select m.reference || ', lot ' || l.numero from participation a
                  join participation g on g.structure_id = a.structure_id and g.lot_id = a.lot_id and g.role = a.role
                  join lot l on l.structure_id = a.structure_id and l.id = a.lot_id
                  join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                 where a.structure_id = :structure and a.entreprise_id = :absorbe and g.entreprise_id = :garde
                 order by 1""", garde, absorbe, moi);
        if (!roles.isEmpty())
            obstacles.add("Les deux ont le même rôle sur un même lot (" + String.join("\u00a0; ", roles)
                    + ")\u00a0: retirez d’abord l’un des deux.");
        int contrats = rows("""
                        select a.id::text from contrat_insertion a
                          join contrat_insertion g on g.structure_id = a.structure_id and g.beneficiaire_id = a.beneficiaire_id
                           and g.modalite = a.modalite and g.debut = a.debut and g.reference is null
                         where a.structure_id = :structure and a.employeur_id = :absorbe and g.employeur_id = :garde
                           and a.reference is null""", garde, absorbe, moi).size();
        if (contrats > 0)
            obstacles.add(
                    "Les deux ont "
                            + (contrats == 1 ? "un même contrat" : NombreAffiche.of(contrats) + " mêmes contrats")
                            + " (même personne, même modalité, même début)\u00a0: supprimez d’abord ce qui est en double, ou donnez-lui une référence.");
        return obstacles;
    }

    private @Nullable String siren(long id, UtilisateurConnecte moi) {
        return jdbc.sql(
                        "select siren from entreprise where structure_id = :structure and id = :id and siren is not null")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private List<String> rows(String sql, long garde, long absorbe, UtilisateurConnecte moi) {
        return jdbc.sql(sql)
                .param("structure", moi.structureId())
                .param("garde", garde)
                .param("absorbe", absorbe)
                .query(String.class)
                .list();
    }
}
