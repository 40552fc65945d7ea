-- Two active buyers whose names are those of one: each pair once.
select d.nom as fiche, n.nom as contexte, null::date as mois, null::numeric as heures,
       case when d.nom_normalise = n.nom_normalise then 'Le même nom, aux accents et à la casse près.'
            else 'Noms proches à ' || round(similarity(d.nom_normalise, n.nom_normalise)::numeric * 100) || ' %.' end as constat,
       '/donneurs-ordres/' || d.id as adresse
  from donneur_ordre d
  join donneur_ordre n on n.structure_id = d.structure_id and n.actif and n.id > d.id
                      and noms_ressemblants(d.nom_normalise, n.nom_normalise)
 where d.structure_id = :structure and d.actif
