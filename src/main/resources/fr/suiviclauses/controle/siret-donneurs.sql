select d.nom as fiche, case d.nature when 'PUBLIC' then 'Public' else 'Privé' end as contexte, null::date as mois, null::numeric as heures,
       'Aucun SIRET.' as constat, '/donneurs-ordres/' || d.id || '/modifier' as adresse
  from donneur_ordre d
 where d.structure_id = :structure and d.actif
   and not exists (select from donneur_ordre_siret s where s.structure_id = d.structure_id and s.donneur_ordre_id = d.id)
