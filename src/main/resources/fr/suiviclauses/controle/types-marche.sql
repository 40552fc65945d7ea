select m.reference || ', lot ' || l.numero as fiche, d.nom as contexte, null::date as mois, null::numeric as heures,
       avertissement_type(m.type, f.groupe) as constat, '/marches/' || m.id || '/modifier' as adresse
  from lot l
  join famille_achat f on f.structure_id = l.structure_id and f.id = l.famille_id
  join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
  join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
 where l.structure_id = :structure and avertissement_type(m.type, f.groupe) is not null
