-- Companies with a role on a followed lot, with or without hours of their own.
select e.nom as "Entreprise", e.siren as "SIREN", e.type as "Type d’entreprise", p.marches as "Marchés suivis",
       cast(null as numeric) as _heures, null as _cible,
       row_number() over (order by p.marches desc, e.nom collate "fr-x-icu", e.id) as _rang
  from (select p.entreprise_id, count(*) as marches
          from marche_suivi m join participation_choisie p on p.marche_id = m.marche_id
         group by p.entreprise_id) p
  join entreprise e on e.structure_id = :structure and e.id = p.entreprise_id
