-- Active lots that owe something, what they did, and how much of their time is over, in whole months as the marché's page
-- reckons it. Those near their end first; then those behind, the most behind first.
with actif as materialized (
    select l.id as lot_id, l.numero, m.id as marche_id, m.reference, d.nom as donneur, k.debut, k.fin
      from marche_actif k
      join marche m on m.structure_id = k.structure_id and m.id = k.marche_id
      join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
      join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
     where k.structure_id = :structure and k.debut <= :jour and k.fin >= :jour and m.actif
       and (not :miens or m.facilitateur_id = :moi)),
du as (
    select v.lot_id, sum(v.heures) as heures from mouvement_obligation v
     where v.structure_id = :structure and v.date_effet <= :jour and v.lot_id in (select lot_id from actif)
     group by v.lot_id),
fait as materialized (
    -- Once for all lots: the view reads the entries of the whole structure each time it is asked.
    select c.lot_id, sum(c.heures) as heures from heure_comptee c where c.structure_id = :structure group by c.lot_id),
mesure as (
    select a.*, d.heures as obligation, coalesce(f.heures, 0) as fait,
           (select count(*) from generate_series(premier_du_mois(a.debut)::timestamp, premier_du_mois(a.fin)::timestamp, interval '1 month')) as mois_total,
           (select count(*) from generate_series(premier_du_mois(a.debut)::timestamp, :dernier::timestamp, interval '1 month')) as mois_ecoules
      from actif a
      join du d on d.lot_id = a.lot_id
      left join fait f on f.lot_id = a.lot_id
     where d.heures > 0 and coalesce(f.heures, 0) < d.heures),
juge as (
    select *, fin <= :bientot as proche, fait / obligation as part, mois_ecoules::numeric / mois_total as ecoule from mesure),
retenu as (
    select *, count(*) over (partition by proche) as total,
           row_number() over (partition by proche order by case when proche then fin end, part - ecoule, lot_id) as rang
      from juge where proche or ecoule - part > :marge)
select * from retenu where rang <= :lignes order by proche desc, rang
