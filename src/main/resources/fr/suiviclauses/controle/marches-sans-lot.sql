select m.reference as fiche, d.nom as contexte, null::date as mois, null::numeric as heures,
       'Ce marché n’a aucun lot.' as constat, '/marches/' || m.id || '/lots/nouveau' as adresse
  from marche m
  join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
 where m.structure_id = :structure and m.actif
   and not exists (select from lot l where l.structure_id = m.structure_id and l.marche_id = m.id)
