-- What a past report declared for the structure itself, against what its hours say now; a figure printed without
-- decimals is equal when it is the rounded one.
select 'Heures ' || a.annee as fiche, a.libelle as contexte, null::date as mois, c.heures - a.heures as heures,
       'Déclaré : ' || nombre_affiche(a.heures) || ' h ; calculé aujourd’hui : ' || nombre_affiche(c.heures) || ' h.' as constat,
       '/agregats/' || a.id as adresse
  from agregat_declare a
  join structure s on s.id = a.structure_id and texte_normalise(s.nom) = texte_normalise(a.libelle)
 cross join lateral (select coalesce(sum(h.heures), 0) as heures from heure_comptee h
                      where h.structure_id = a.structure_id and h.mois between make_date(a.annee, 1, 1) and make_date(a.annee, 12, 31)) c
 where a.structure_id = :structure and a.heures <> c.heures and (a.heures <> trunc(a.heures) or a.heures <> round(c.heures))
union all
select 'Bénéficiaires ' || a.annee, a.libelle, null, null,
       'Déclaré : ' || nombre_affiche(a.beneficiaires) || ' ; calculé aujourd’hui : ' || nombre_affiche(c.beneficiaires) || '.', '/agregats/' || a.id
  from agregat_declare a
  join structure s on s.id = a.structure_id and texte_normalise(s.nom) = texte_normalise(a.libelle)
 cross join lateral (select count(distinct h.beneficiaire_id) as beneficiaires from heure_comptee h
                      where h.structure_id = a.structure_id and h.mois between make_date(a.annee, 1, 1) and make_date(a.annee, 12, 31)) c
 where a.structure_id = :structure and a.beneficiaires <> c.beneficiaires
