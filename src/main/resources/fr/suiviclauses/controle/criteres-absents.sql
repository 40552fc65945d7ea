-- Entries without a criterion, and people put to work without an entry.
select coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as fiche, 'Entrée du ' || to_char(e.debut, 'DD/MM/YYYY') as contexte,
       null::date as mois, null::numeric as heures, 'Aucun critère à l’entrée.' as constat,
       '/beneficiaires/' || b.id as adresse
  from entree e
  join beneficiaire b on b.structure_id = e.structure_id and b.id = e.beneficiaire_id
 where e.structure_id = :structure and b.anonymise_le is null
   and not exists (select from entree_critere c where c.structure_id = e.structure_id and c.entree_id = e.id)
union all
select b.nom || ' ' || b.prenom, 'Sans entrée', null, null, 'Un contrat, mais aucune entrée : ses heures ne comptent pas.',
       '/beneficiaires/' || b.id
  from beneficiaire b
 where b.structure_id = :structure and b.anonymise_le is null
   and exists (select from contrat_insertion c where c.structure_id = b.structure_id and c.beneficiaire_id = b.id)
   and not exists (select from entree e where e.structure_id = b.structure_id and e.beneficiaire_id = b.id)
