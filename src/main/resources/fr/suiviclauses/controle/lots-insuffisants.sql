-- Lots whose marché is over, and that did not reach what they owed on its last day; the last ones to end first.
with du as (
    select l.structure_id, l.id as lot_id, a.fin, sum(v.heures) as heures
      from marche_actif a
      join lot l on l.structure_id = a.structure_id and l.marche_id = a.marche_id
      join mouvement_obligation v on v.structure_id = l.structure_id and v.lot_id = l.id and v.date_effet <= a.fin
     where a.structure_id = :structure and a.fin < :jour
     group by l.structure_id, l.id, a.fin),
fait as (
    select lot_id, sum(heures) as heures from heure_comptee where structure_id = :structure group by lot_id)
select m.reference || ', lot ' || l.numero as fiche, d.nom as contexte, du.fin as mois, du.heures - coalesce(f.heures, 0) as heures,
       trunc(coalesce(f.heures, 0) / du.heures * 100) || ' % à la fin du marché, le ' || to_char(du.fin, 'DD/MM/YYYY') || '.' as constat,
       '/marches/' || m.id as adresse
  from du
  join lot l on l.structure_id = du.structure_id and l.id = du.lot_id
  join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
  join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
  left join fait f on f.lot_id = du.lot_id
 where du.heures > 0 and coalesce(f.heures, 0) < du.heures
