-- They count all the same; rejected ones are settled.
select coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as fiche, m.reference || ', lot ' || l.numero as contexte, r.mois, r.heures,
       case when r.mois < premier_du_mois(a.debut) then 'Avant le début du marché, le ' || to_char(a.debut, 'DD/MM/YYYY') || '.'
            else 'Après la fin du marché, le ' || to_char(a.fin, 'DD/MM/YYYY') || '.' end as constat,
       '/marches/' || m.id as adresse
  from releve_heures r
  join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
  join beneficiaire b on b.structure_id = c.structure_id and b.id = c.beneficiaire_id
  join lot l on l.structure_id = r.structure_id and l.id = r.lot_id
  join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
  join marche_actif a on a.structure_id = m.structure_id and a.marche_id = m.id
 where r.structure_id = :structure and r.statut <> 'REJETEE' and (r.mois < premier_du_mois(a.debut) or r.mois > a.fin)
