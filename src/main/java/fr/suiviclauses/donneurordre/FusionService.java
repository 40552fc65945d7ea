package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.donneurordre.FusionPage.Apercu;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two records of one buyer one, and takes them apart again. What one had goes to the other: marchés with their
 * hours, establishments, charters, contacts. What moved is kept by its ids, so that undoing moves back that and nothing
 * else. SQL, for a merge is about whole tables, and none of these rows is looked at.
 */
@Service
@RequiredArgsConstructor
@Transactional
class FusionService {

    private final JdbcClient jdbc;

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
        both(garde, absorbe, moi);
        List<String> communes = common(garde, absorbe, moi);
        if (!communes.isEmpty())
            throw new RegleMetierException(
                    "",
                    "Les deux ont un marché de même référence (" + String.join(", ", communes)
                            + ")\u00a0: changez d’abord l’une des deux références.");
        long id = jdbc.sql("""
                        insert into fusion_donneur_ordre (structure_id, garde_id, absorbe_id, fait_par, avant)
                        select d.structure_id, :garde, d.id, :auteur, jsonb_build_object(
                               'actif', d.actif,
                               'marches', (select coalesce(jsonb_agg(id), '[]') from marche
                                            where structure_id = d.structure_id and donneur_ordre_id = d.id),
                               'sirets', (select coalesce(jsonb_agg(siret), '[]') from donneur_ordre_siret
                                           where structure_id = d.structure_id and donneur_ordre_id = d.id),
                               'contacts', (select coalesce(jsonb_agg(id), '[]') from contact
                                             where structure_id = d.structure_id and donneur_ordre_id = d.id),
                               'chartes', (select coalesce(jsonb_agg(id), '[]') from signature_charte
                                            where structure_id = d.structure_id and donneur_ordre_id = d.id),
                               'fusionnes', (select coalesce(jsonb_agg(id), '[]') from donneur_ordre
                                              where structure_id = d.structure_id and fusionne_dans = d.id))
                          from donneur_ordre d where d.structure_id = :structure and d.id = :absorbe
                        returning id""")
                .param("structure", moi.structureId())
                .param("garde", garde)
                .param("absorbe", absorbe)
                .param("auteur", moi.id())
                .query(Long.class)
                .single();
        Contraintes.translated(() -> {
            move(id, garde, moi);
            return update("""
                    update donneur_ordre set actif = false, fusionne_dans = :vers
                     where structure_id = :structure and (id = :absorbe or fusionne_dans = :absorbe)""", garde, absorbe, moi);
        });
    }

    /**
     * Takes a merged buyer out again.
     *
     * @return the buyer that stands for itself again
     * @throws RegleMetierException where what moved is no longer where the merge put it
     */
    long undo(long fusion, UtilisateurConnecte moi) {
        Faite faite = jdbc.sql("""
                        select garde_id, absorbe_id, (avant -> 'actif')::boolean as actif from fusion_donneur_ordre
                         where structure_id = :structure and id = :id and annule_le is null for update""")
                .param("structure", moi.structureId())
                .param("id", fusion)
                .query(Faite.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette fusion n’existe pas."));
        if (moved(fusion, faite.gardeId, moi))
            throw new RegleMetierException(
                    "",
                    "Cette fusion ne peut plus être annulée\u00a0: ce qu’elle avait déplacé a changé de donneur d’ordres ou a été supprimé depuis.");
        Contraintes.translated(() -> {
            move(fusion, faite.absorbeId, moi);
            update(
                    "update donneur_ordre set actif = :actif, fusionne_dans = null where structure_id = :structure and id = :absorbe",
                    faite,
                    moi);
            return jdbc.sql("""
                            update donneur_ordre d set fusionne_dans = :absorbe from fusion_donneur_ordre f
                             where f.structure_id = :structure and f.id = :id and d.structure_id = f.structure_id
                               and f.avant -> 'fusionnes' @> to_jsonb(d.id)""")
                    .param("structure", moi.structureId())
                    .param("absorbe", faite.absorbeId)
                    .param("id", fusion)
                    .update();
        });
        jdbc.sql("""
                        update fusion_donneur_ordre set annule_le = now(), annule_par = :auteur
                         where structure_id = :structure and id = :id""")
                .param("structure", moi.structureId())
                .param("auteur", moi.id())
                .param("id", fusion)
                .update();
        return faite.absorbeId;
    }

    private record Faite(long gardeId, long absorbeId, boolean actif) {}

    private List<String> common(long garde, long absorbe, UtilisateurConnecte moi) {
        return jdbc.sql(REFERENCES_COMMUNES)
                .param("structure", moi.structureId())
                .param("garde", garde)
                .param("absorbe", absorbe)
                .query(String.class)
                .list();
    }

    /** Gives what a merge is about to one of its two buyers. */
    private void move(long fusion, long vers, UtilisateurConnecte moi) {
        for (Deplace table : Deplace.values()) {
            jdbc.sql("""
                            update %s t set donneur_ordre_id = :vers from fusion_donneur_ordre f
                             where f.structure_id = :structure and f.id = :id and t.structure_id = f.structure_id
                               and t.%s in (select (jsonb_array_elements_text(f.avant -> '%s'))::%s)""".formatted(table.table, table.cle, table.nom, table.type))
                    .param("structure", moi.structureId())
                    .param("vers", vers)
                    .param("id", fusion)
                    .update();
        }
    }

    /** Whether anything that a merge moved is elsewhere by now. */
    private boolean moved(long fusion, long garde, UtilisateurConnecte moi) {
        for (Deplace table : Deplace.values()) {
            boolean ailleurs = jdbc.sql("""
                            select exists (
                                select from fusion_donneur_ordre f
                                 cross join jsonb_array_elements_text(f.avant -> '%s') as e (cle)
                                 where f.structure_id = :structure and f.id = :id
                                   and not exists (select from %s t where t.structure_id = f.structure_id
                                                      and t.%s = e.cle::%s and t.donneur_ordre_id = :garde))""".formatted(table.nom, table.table, table.cle, table.type))
                    .param("structure", moi.structureId())
                    .param("garde", garde)
                    .param("id", fusion)
                    .query(Boolean.class)
                    .single();
            if (ailleurs) return true;
        }
        return false;
    }

    private int update(String sql, long garde, long absorbe, UtilisateurConnecte moi) {
        return jdbc.sql(sql)
                .param("structure", moi.structureId())
                .param("vers", garde)
                .param("absorbe", absorbe)
                .update();
    }

    private void update(String sql, Faite faite, UtilisateurConnecte moi) {
        jdbc.sql(sql)
                .param("structure", moi.structureId())
                .param("actif", faite.actif)
                .param("absorbe", faite.absorbeId)
                .update();
    }

    /** Both exist, stand for themselves, and are two. */
    private void both(long garde, long absorbe, UtilisateurConnecte moi) {
        if (garde == absorbe) throw new RegleMetierException("avec", "Choisissez un autre donneur d’ordres.");
        long trouves = jdbc.sql("""
                        select id from donneur_ordre
                         where structure_id = :structure and id in (:garde, :absorbe) and fusionne_dans is null""")
                .param("structure", moi.structureId())
                .param("garde", garde)
                .param("absorbe", absorbe)
                .query(Long.class)
                .list()
                .size();
        if (trouves < 2) throw new IntrouvableException("Ce donneur d’ordres n’existe pas.");
    }

    /** What a buyer has. */
    private enum Deplace {
        MARCHES("marches", "marche", "id", "bigint"),
        SIRETS("sirets", "donneur_ordre_siret", "siret", "text"),
        CONTACTS("contacts", "contact", "id", "bigint"),
        CHARTES("chartes", "signature_charte", "id", "bigint");

        private final String nom;
        private final String table;
        private final String cle;
        private final String type;

        Deplace(String nom, String table, String cle, String type) {
            this.nom = nom;
            this.table = table;
            this.cle = cle;
            this.type = type;
        }
    }
}
