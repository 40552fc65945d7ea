-- The last frozen figures of each closed year against today's.
with arrete as (
    select distinct on (annee) structure_id, id, annee, numero from arrete_annuel
     where structure_id = :structure order by annee, numero desc),
jour as (
    select a.id, coalesce(sum(h.heures), 0) as heures, count(distinct h.beneficiaire_id) as beneficiaires
      from arrete a
      left join heure_comptee h on h.structure_id = a.structure_id and h.mois between make_date(a.annee, 1, 1) and make_date(a.annee, 12, 31)
     group by a.id)
select case f.code when 'heures' then 'Heures ' else 'Bénéficiaires ' end || a.annee as fiche, 'Arrêté n° ' || a.numero as contexte,
       null::date as mois, case f.code when 'heures' then j.heures - f.valeur end as heures,
       'Arrêté : ' || coalesce(nombre_affiche(f.valeur), 'aucun') || ' ; aujourd’hui : '
           || nombre_affiche(case f.code when 'heures' then j.heures else j.beneficiaires end) || '.' as constat,
       '/bilan/' || a.annee as adresse
  from arrete a
  join jour j on j.id = a.id
  join indicateur_fige f on f.structure_id = a.structure_id and f.arrete_id = a.id and f.code in ('heures', 'beneficiaires')
 where f.valeur is distinct from case f.code when 'heures' then j.heures else j.beneficiaires end
