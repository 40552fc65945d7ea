select coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as fiche, e.nom as contexte, c.debut as mois, null::numeric as heures,
       'Modalité ' || c.modalite || case when modalite_convient(c.modalite, e.type) then ', contrat ' || c.type else ', employeur de type ' || e.type end || '.' as constat,
       '/contrats/' || c.id as adresse
  from contrat_insertion c
  join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
  join beneficiaire b on b.structure_id = c.structure_id and b.id = c.beneficiaire_id
 where c.structure_id = :structure
   and (not modalite_convient(c.modalite, e.type) or (c.type is not null and not type_contrat_convient(c.type, c.modalite)))
