package fr.suiviclauses.echange.depot;

import fr.suiviclauses.commun.Typographie;
import fr.suiviclauses.echange.depot.Obstacles.Obstacle;
import fr.suiviclauses.echange.depot.Obstacles.Raison;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Months of hours put back as they were before an import. SQL: thousands of rows are compared and written at once. */
@Repository
@RequiredArgsConstructor
class AnnulationRepository {

    private static final int OBSTACLES_MONTRES = 100;

    private final JdbcClient jdbc;

    /** Keeps anybody else from changing what the import wrote until the transaction ends. */
    void lock(long structureId, long depotId) {
        jdbc.sql("""
                        select h.id from releve_heures h
                         where h.structure_id = :structure
                           and h.id in (select releve_apres from depot_releve where structure_id = :structure and depot_id = :depot)
                         order by h.id for update""")
                .param("structure", structureId)
                .param("depot", depotId)
                .query(Long.class)
                .list();
        jdbc.sql("""
                        select z.contrat_id from mois_sans_heure z
                          join depot_releve d on d.structure_id = z.structure_id and d.contrat_id = z.contrat_id and d.lot_id = z.lot_id and d.mois = z.mois
                         where z.structure_id = :structure and d.depot_id = :depot
                         order by z.contrat_id, z.lot_id, z.mois for update of z""")
                .param("structure", structureId)
                .param("depot", depotId)
                .query(Long.class)
                .list();
    }

    /** Each month that is not as the import left it, or that could not be put back as it was. */
    Obstacles obstacles(long structureId, long depotId) {
        List<Compte> trouves = jdbc.sql("""
                        with cellule as (
                            select d.*, c.beneficiaire_id, c.debut, c.fin, h.heures, h.modifie_le, h.modifie_par, z.confirme_le, z.confirme_par,
                                   (h.id, h.version) is distinct from (d.releve_apres, d.version_apres)
                                       or z.confirme_le is distinct from d.sans_heure_apres as change,
                                   exists (select from arrete_annuel a
                                            where a.structure_id = d.structure_id and a.annee = extract(year from d.mois)) as arretee,
                                   d.releve_avant is not null and (d.mois < premier_du_mois(c.debut) or d.mois > c.fin) as hors_contrat,
                                   sum(d.heures_avant) filter (where d.statut_avant <> 'REJETEE')
                                       over (partition by c.beneficiaire_id, d.mois) as avant
                              from depot_releve d
                              left join contrat_insertion c on c.structure_id = d.structure_id and c.id = d.contrat_id
                              left join releve_heures h on h.structure_id = d.structure_id and h.contrat_id = d.contrat_id
                                    and h.lot_id = d.lot_id and h.mois = d.mois
                              left join mois_sans_heure z on z.structure_id = d.structure_id and z.contrat_id = d.contrat_id
                                    and z.lot_id = d.lot_id and z.mois = d.mois
                             where d.structure_id = :structure and d.depot_id = :depot),
                        jugee as (
                            select x.*,
                                   case when change then 'CHANGE' when arretee then 'ANNEE_ARRETEE' when hors_contrat then 'HORS_CONTRAT'
                                        when heures_avant > 0 and avant + (
                                             select coalesce(sum(r.heures), 0) from releve_heures r
                                               join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
                                              where r.structure_id = :structure and c.beneficiaire_id = x.beneficiaire_id and r.mois = x.mois
                                                and r.statut <> 'REJETEE'
                                                and (r.contrat_id, r.lot_id) not in (select y.contrat_id, y.lot_id from cellule y where y.mois = x.mois)
                                        ) > 744 then 'AU_DELA_DE_744' end as raison
                              from cellule x)
                        select coalesce(b.nom || ' ' || b.prenom || ', ', '') || 'contrat ' || coalesce(c.reference, '#' || j.contrat_id)
                                   || coalesce(', marché ' || m.reference || ', lot ' || l.numero, '') || ', ' || to_char(j.mois, 'MM/YYYY') as cellule,
                               j.raison, replace(j.heures::text, '.', ',') as presentes,
                               coalesce(j.modifie_le, j.confirme_le, e.moment) as moment, u.nom as auteur, count(*) over () as total
                          from jugee j
                          left join contrat_insertion c on c.structure_id = :structure and c.id = j.contrat_id
                          left join beneficiaire b on b.structure_id = :structure and b.id = c.beneficiaire_id
                          left join lot l on l.structure_id = :structure and l.id = j.lot_id
                          left join marche m on m.structure_id = :structure and m.id = l.marche_id
                          -- Of what is there no more, the journal tells who took it away.
                          left join lateral (
                               select g.moment, g.auteur_id from journal g
                                where g.structure_id = :structure and j.change and j.modifie_le is null and j.confirme_le is null
                                  and (g.table_nom = 'releve_heures' and g.ligne = j.releve_apres::text
                                       or g.table_nom = 'mois_sans_heure' and (g.avant ->> 'contrat_id')::bigint = j.contrat_id
                                          and (g.avant ->> 'lot_id')::bigint = j.lot_id and (g.avant ->> 'mois')::date = j.mois)
                                order by g.id desc limit 1) e on true
                          left join utilisateur u on u.structure_id = :structure
                                and u.id = case when j.modifie_le is not null then j.modifie_par
                                                when j.confirme_le is not null then j.confirme_par else e.auteur_id end
                         where j.raison is not null
                         order by cellule limit :combien""")
                .param("structure", structureId)
                .param("depot", depotId)
                .param("combien", OBSTACLES_MONTRES)
                .query((ligne, rang) -> new Compte(obstacle(ligne), ligne.getInt("total")))
                .list();
        if (trouves.isEmpty()) return Obstacles.AUCUN;
        return new Obstacles(
                trouves.stream().map(Compte::obstacle).toList(), trouves.get(0).total());
    }

    private record Compte(Obstacle obstacle, int total) {}

    private static Obstacle obstacle(ResultSet ligne) throws SQLException {
        Timestamp moment = ligne.getTimestamp("moment");
        return new Obstacle(
                Typographie.insecables(ligne.getString("cellule")),
                Raison.valueOf(ligne.getString("raison")),
                ligne.getString("presentes"),
                moment == null ? null : moment.toInstant(),
                ligne.getString("auteur"));
    }

    /** Puts everything back; a relevé that was taken away comes back as the same one. Versions go on: nobody's open form is fooled. */
    void restore(long structureId, long depotId) {
        String deCetImport = " where d.structure_id = :structure and d.depot_id = :depot ";
        List<String> instructions = List.of(
                """
                delete from releve_heures h using depot_releve d %s
                   and h.structure_id = :structure and h.id = d.releve_apres and d.releve_avant is null""".formatted(deCetImport),
                """
                update releve_heures h set heures = d.heures_avant, statut = d.statut_avant, motif = d.motif_avant,
                       justification = d.justification_avant, version = h.version + 1
                  from depot_releve d %s
                   and h.structure_id = :structure and h.id = d.releve_apres and d.releve_avant is not null""".formatted(deCetImport),
                """
                delete from mois_sans_heure z using depot_releve d %s
                   and z.structure_id = :structure and z.contrat_id = d.contrat_id and z.lot_id = d.lot_id and z.mois = d.mois""".formatted(deCetImport),
                """
                insert into releve_heures (id, structure_id, contrat_id, lot_id, mois, heures, statut, motif, justification, version)
                select d.releve_avant, d.structure_id, d.contrat_id, d.lot_id, d.mois, d.heures_avant, d.statut_avant, d.motif_avant,
                       d.justification_avant, d.version_avant + 1
                  from depot_releve d %s and d.releve_avant is not null and d.releve_apres is null""".formatted(deCetImport),
                """
                insert into mois_sans_heure (structure_id, contrat_id, lot_id, mois, confirme_le, confirme_par)
                select d.structure_id, d.contrat_id, d.lot_id, d.mois, d.sans_heure_avant, d.sans_heure_avant_par
                  from depot_releve d %s and d.sans_heure_avant is not null""".formatted(deCetImport),
                "delete from depot_releve d" + deCetImport);
        for (String instruction : instructions) {
            jdbc.sql(instruction)
                    .param("structure", structureId)
                    .param("depot", depotId)
                    .update();
        }
    }
}
