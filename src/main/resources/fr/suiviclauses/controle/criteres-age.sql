select b.nom || ' ' || b.prenom as fiche, 'Entrée du ' || to_char(e.debut, 'DD/MM/YYYY') as contexte,
       null::date as mois, null::numeric as heures, avertissement_critere(c.critere, a.age) as constat,
       '/beneficiaires/' || b.id as adresse
  from entree_critere c
  join entree e on e.structure_id = c.structure_id and e.id = c.entree_id
  join beneficiaire b on b.structure_id = e.structure_id and b.id = e.beneficiaire_id
 cross join lateral (select extract(year from age(e.debut, b.naissance))::integer as age) a
 where c.structure_id = :structure and avertissement_critere(c.critere, a.age) is not null
