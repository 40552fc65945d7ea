-- Refused when they are typed: here because the contract's dates moved since.
select coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as fiche, m.reference || ', lot ' || l.numero as contexte, r.mois, r.heures,
       case when r.mois < premier_du_mois(c.debut) then 'Avant le début du contrat, le ' || to_char(c.debut, 'DD/MM/YYYY') || '.'
            else 'Après la fin du contrat, le ' || to_char(c.fin, 'DD/MM/YYYY') || '.' end as constat,
       '/contrats/' || c.id as adresse
  from releve_heures r
  join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
  join beneficiaire b on b.structure_id = c.structure_id and b.id = c.beneficiaire_id
  join lot l on l.structure_id = r.structure_id and l.id = r.lot_id
  join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
 where r.structure_id = :structure and r.statut <> 'REJETEE' and (r.mois < premier_du_mois(c.debut) or r.mois > c.fin)
