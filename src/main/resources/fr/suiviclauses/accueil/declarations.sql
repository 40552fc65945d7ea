-- Hours declared and not yet looked at, by month and employer, the oldest first, and the latest month of all.
select count(*) over () as groupes, sum(count(*)) over () as total, max(max(r.mois)) over () as dernier, r.mois, c.employeur_id, e.nom as entreprise,
       count(*) as nombre, sum(r.heures) as heures
  from releve_heures r
  join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
  join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
  join lot l on l.structure_id = r.structure_id and l.id = r.lot_id
  join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
 where r.structure_id = :structure and r.statut = 'DECLAREE' and (not :miens or m.facilitateur_id = :moi)
 group by r.mois, c.employeur_id, e.nom
 order by r.mois, nombre desc, e.nom, c.employeur_id
 limit :lignes
