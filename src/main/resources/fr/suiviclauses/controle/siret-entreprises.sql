select e.nom as fiche, coalesce('SIREN ' || e.siren, 'Sans SIREN') as contexte, null::date as mois, null::numeric as heures,
       case when e.siren is null then 'Ni SIREN ni SIRET.' else 'Aucun SIRET.' end as constat,
       '/entreprises/' || e.id || '/modifier' as adresse
  from entreprise e
 where e.structure_id = :structure and e.actif
   and not exists (select from entreprise_siret s where s.structure_id = e.structure_id and s.entreprise_id = e.id)
