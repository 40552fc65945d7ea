package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Fusion;
import fr.suiviclauses.commun.saisie.Fusion.Suite;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.donneurordre.FusionPage.Apercu;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two records of one buyer one, and takes them apart again. What one had goes to the other: marchés with their
 * hours, establishments, charters, contacts.
 */
@Service
@Transactional
class FusionService {

    private final JdbcClient jdbc;
    private final Fusion fusions;

    /** Which marchés of both bear one reference: they would be one marché twice. */
    private static final String REFERENCES_COMMUNES = """
            select a.reference from marche a
              join marche g on g.structure_id = a.structure_id and g.reference = a.reference
             where a.structure_id = :structure and a.donneur_ordre_id = :absorbe and g.donneur_ordre_id = :garde
             order by a.reference""";

    private static final String CHARTES_COMMUNES = """
            select count(*) from signature_charte a
              join signature_charte g on g.structure_id = a.structure_id and g.charte = a.charte
               and daterange(g.debut, g.fin, '[]') && daterange(a.debut, a.fin, '[]')
             where a.structure_id = :structure and a.donneur_ordre_id = :absorbe and g.donneur_ordre_id = :garde""";

    FusionService(JdbcClient jdbc) {
        this.jdbc = jdbc;
        fusions = new Fusion(
                jdbc,
                "donneur_ordre",
                List.of(
                        new Suite("marches", "marche", "donneur_ordre_id", "t.id::text"),
                        new Suite("sirets", "donneur_ordre_siret", "donneur_ordre_id", "t.siret"),
                        new Suite("contacts", "contact", "donneur_ordre_id", "t.id::text"),
                        new Suite("chartes", "signature_charte", "donneur_ordre_id", "t.id::text")));
    }

    /** What would move, and what stands against it. */
    @Transactional(readOnly = true)
    Apercu preview(long garde, long absorbe, UtilisateurConnecte moi) {
        both(garde, absorbe, moi);
        return jdbc.sql("""
                        select (select count(*) from marche where structure_id = :structure and donneur_ordre_id = :absorbe) as marches,
                               (select coalesce(sum(h.heures), 0) from marche m
                                  join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                                  join heure_comptee h on h.structure_id = l.structure_id and h.lot_id = l.id
                                 where m.structure_id = :structure and m.donneur_ordre_id = :absorbe) as heures,
                               (select count(*) from donneur_ordre_siret where structure_id = :structure and donneur_ordre_id = :absorbe) as sirets,
                               (select count(*) from contact where structure_id = :structure and donneur_ordre_id = :absorbe) as contacts,
                               (select count(*) from signature_charte where structure_id = :structure and donneur_ordre_id = :absorbe) as chartes,
                               (%s) as chartes_communes""".formatted(CHARTES_COMMUNES))
                .param("structure", moi.structureId())
                .param("garde", garde)
                .param("absorbe", absorbe)
                .query((ligne, rang) -> new Apercu(
                        ligne.getLong("marches"),
                        ligne.getBigDecimal("heures"),
                        ligne.getLong("sirets"),
                        ligne.getLong("contacts"),
                        ligne.getLong("chartes"),
                        ligne.getLong("chartes_communes"),
                        common(garde, absorbe, moi)))
                .single();
    }

    /**
     * Merges one buyer into another.
     *
     * @throws RegleMetierException where both have a marché of the same reference, or charters whose dates overlap
     */
    void merge(long garde, long absorbe, UtilisateurConnecte moi) {
        checkTwo(garde, absorbe);
        Fusion.begin(jdbc, "donneur_ordre", moi.structureId(), garde, absorbe);
        List<String> communes = common(garde, absorbe, moi);
        if (!communes.isEmpty())
            throw new RegleMetierException(
                    "",
                    "Les deux ont un marché de même référence (" + String.join(", ", communes)
                            + ")\u00a0: changez d’abord l’une des deux références.");
        fusions.merge(moi.structureId(), garde, absorbe, moi.id());
    }

    /**
     * Takes a merged buyer out again.
     *
     * @return the buyer that stands for itself again
     * @throws RegleMetierException where what moved is no longer where the merge put it
     */
    long undo(long fusion, UtilisateurConnecte moi) {
        return fusions.undo(
                moi.structureId(),
                fusion,
                moi.id(),
                "Cette fusion ne peut plus être annulée\u00a0: ce qu’elle avait déplacé a changé de donneur d’ordres ou a été supprimé depuis.");
    }

    private List<String> common(long garde, long absorbe, UtilisateurConnecte moi) {
        return jdbc.sql(REFERENCES_COMMUNES)
                .param("structure", moi.structureId())
                .param("garde", garde)
                .param("absorbe", absorbe)
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    boolean stands(long id, UtilisateurConnecte moi) {
        return fusions.stands(moi.structureId(), id);
    }

    private static void checkTwo(long garde, long absorbe) {
        if (garde == absorbe) throw new RegleMetierException("avec", "Choisissez un autre donneur d’ordres.");
    }

    /** Both exist, stand for themselves, and are two. */
    private void both(long garde, long absorbe, UtilisateurConnecte moi) {
        checkTwo(garde, absorbe);
        if (!stands(garde, moi) || !stands(absorbe, moi))
            throw new IntrouvableException("Ce donneur d’ordres n’existe pas.");
    }
}
