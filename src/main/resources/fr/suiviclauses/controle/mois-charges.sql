-- Above a full month; beyond 212.6 hours it is another control's, or justified.
select coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as fiche, 'Tous contrats' as contexte, p.mois, p.heures,
       'Plus qu’un mois à temps plein (151,67 h).' as constat,
       '/heures/mois?mois=' || to_char(p.mois, 'YYYY-MM') || '&entreprise=' || c.employeur_id as adresse
  from heures_personne_mois p
  join contrat_insertion c on c.structure_id = p.structure_id and c.id = p.contrat_id
  join beneficiaire b on b.structure_id = p.structure_id and b.id = p.beneficiaire_id
 where p.structure_id = :structure and p.heures > 151.67 and p.heures <= 212.6 and not p.justifiee
