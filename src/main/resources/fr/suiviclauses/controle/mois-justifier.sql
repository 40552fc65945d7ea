-- Above 48 hours a week, and nobody said why.
select coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as fiche, 'Tous contrats' as contexte, p.mois, p.heures,
       'Plus de 212,6 h, sans justification.' as constat,
       '/heures/personnes/' || p.beneficiaire_id || '/' || to_char(p.mois, 'YYYY-MM') as adresse
  from heures_personne_mois p
  join beneficiaire b on b.structure_id = p.structure_id and b.id = p.beneficiaire_id
 where p.structure_id = :structure and p.heures > 212.6 and not p.justifiee
