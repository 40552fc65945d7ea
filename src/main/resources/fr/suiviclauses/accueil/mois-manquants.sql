-- Where a contract was open in a month that is over, on a lot of an active marché, with neither hours nor "none": from its
-- start where its lot was said, else from its first hours there. Twelve months back.
with attendu as (
    select contrat_id, lot_id, min(depuis) as depuis from (
        select a.contrat_id, a.lot_id, premier_du_mois(c.debut) as depuis
          from affectation a
          join contrat_insertion c on c.structure_id = a.structure_id and c.id = a.contrat_id
         where a.structure_id = :structure and (c.fin is null or c.fin >= :premier)
        union all
        select r.contrat_id, r.lot_id, min(r.mois)
          from contrat_insertion c
          join releve_heures r on r.structure_id = c.structure_id and r.contrat_id = c.id
         where c.structure_id = :structure and (c.fin is null or c.fin >= :premier)
         group by r.contrat_id, r.lot_id) x
     group by contrat_id, lot_id)
select count(*) over () as groupes, sum(count(*)) over () as total, g.mois, c.employeur_id, e.nom as entreprise, count(*) as nombre
  from attendu a
  join contrat_insertion c on c.structure_id = :structure and c.id = a.contrat_id
  join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
  join lot l on l.structure_id = :structure and l.id = a.lot_id
  join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
  join marche_actif k on k.structure_id = m.structure_id and k.marche_id = m.id
 cross join lateral (
    select s::date as mois
      from generate_series(greatest(:premier, a.depuis, premier_du_mois(c.debut), premier_du_mois(k.debut))::timestamp,
                           least(:dernier, c.fin, k.fin)::timestamp, interval '1 month') s) g
 where (not :miens or m.facilitateur_id = :moi)
   and not exists (select from releve_heures r where r.structure_id = :structure and r.contrat_id = a.contrat_id
                      and r.lot_id = a.lot_id and r.mois = g.mois)
   and not exists (select from mois_sans_heure z where z.structure_id = :structure and z.contrat_id = a.contrat_id
                      and z.lot_id = a.lot_id and z.mois = g.mois)
 group by g.mois, c.employeur_id, e.nom
 order by g.mois desc, nombre desc, e.nom, c.employeur_id
 limit :lignes
