-- The same definition of a counted hour. Its person is now the entry's instead of the contract's, which are equal: a query
-- about some people then reads but their windows, where it read those of the whole structure.
create or replace view heure_comptee as
    select r.structure_id, r.id as releve_id, r.contrat_id, r.lot_id, r.mois, r.heures, e.beneficiaire_id, e.entree_id
      from releve_heures r
      join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
      join entree_mois e on e.structure_id = c.structure_id and e.beneficiaire_id = c.beneficiaire_id
                        and r.mois between e.premier_mois and e.dernier_mois
                        and (e.mois_suivant is null or r.mois < e.mois_suivant)
     where r.statut = 'VALIDEE';
