-- A month is inside when one of its days is; rejected hours are settled.
select coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as fiche, m.reference || ', lot ' || l.numero as contexte, r.mois, r.heures,
       'Hors de la période d’éligibilité : elles ne comptent pas.' as constat,
       '/beneficiaires/' || b.id as adresse
  from releve_heures r
  join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
  join beneficiaire b on b.structure_id = c.structure_id and b.id = c.beneficiaire_id
  join lot l on l.structure_id = r.structure_id and l.id = r.lot_id
  join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
 where r.structure_id = :structure and r.statut <> 'REJETEE'
   and not exists (select from entree e where e.structure_id = c.structure_id and e.beneficiaire_id = c.beneficiaire_id
                      and r.mois between e.debut_mois and e.fin_mois)
