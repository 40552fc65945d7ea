-- Above a full month; beyond 212.6 hours it is another control's, or justified.
select coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as fiche, 'Tous contrats' as contexte, p.mois, p.heures,
       'Plus qu’un mois à temps plein (151,67 h).' as constat,
       '/heures/personnes/' || p.beneficiaire_id || '/' || to_char(p.mois, 'YYYY-MM') as adresse
  from heures_personne_mois p
  join beneficiaire b on b.structure_id = p.structure_id and b.id = p.beneficiaire_id
 where p.structure_id = :structure and p.heures > 151.67 and p.heures <= 212.6 and not p.justifiee
