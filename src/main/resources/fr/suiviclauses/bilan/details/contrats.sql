-- Work contracts with counted hours, each once over the period.
select i.personne as "Bénéficiaire", e.nom as "Employeur", c.modalite as "Modalité", c.debut as "Début", c.fin as "Fin",
       h.heures as "Heures", h.heures as _heures, c.id as _cible,
       row_number() over (order by h.heures desc, i.personne collate "fr-x-icu", c.id) as _rang
  from (select contrat_id, sum(heures) as heures from choisie group by contrat_id) h
  join contrat_insertion c on c.structure_id = :structure and c.id = h.contrat_id
  join entreprise e on e.structure_id = :structure and e.id = c.employeur_id
  join identite i on i.beneficiaire_id = c.beneficiaire_id
