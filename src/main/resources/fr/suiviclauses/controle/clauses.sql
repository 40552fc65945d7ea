select m.reference || ', lot ' || l.numero as fiche, d.nom as contexte, null::date as mois, null::numeric as heures,
       avertissement_clause(c.type, d.nature) as constat, '/marches/' || m.id as adresse
  from lot_clause c
  join lot l on l.structure_id = c.structure_id and l.id = c.lot_id
  join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
  join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
 where c.structure_id = :structure and avertissement_clause(c.type, d.nature) is not null
