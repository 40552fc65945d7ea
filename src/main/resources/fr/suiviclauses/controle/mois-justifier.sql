-- Above 48 hours a week, and nobody said why.
select coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as fiche, 'Tous contrats' as contexte, p.mois, p.heures,
       'Plus de 212,6 h, sans justification.' as constat,
       '/heures/mois?mois=' || to_char(p.mois, 'YYYY-MM') || '&entreprise=' || c.employeur_id as adresse
  from heures_personne_mois p
  join contrat_insertion c on c.structure_id = p.structure_id and c.id = p.contrat_id
  join beneficiaire b on b.structure_id = p.structure_id and b.id = p.beneficiaire_id
 where p.structure_id = :structure and p.heures > 212.6 and not p.justifiee
