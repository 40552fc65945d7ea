-- Followed marchés, with or without hours.
select d.nom as "Donneur d’ordres", m.reference as "Marché", m.objet as "Objet", m.type as "Type de marché", a.debut as "Notification",
       a.fin as "Fin", coalesce(h.personnes, 0) as "Personnes", coalesce(h.heures, 0) as "Heures",
       coalesce(h.heures, 0) as _heures, case when h.heures > 0 then m.id end as _cible,
       row_number() over (order by coalesce(h.heures, 0) desc, d.nom collate "fr-x-icu", m.reference, m.id) as _rang
  from marche_suivi s
  join marche m on m.structure_id = :structure and m.id = s.marche_id
  join marche_choisi a on a.marche_id = s.marche_id
  join donneur_ordre d on d.structure_id = :structure and d.id = m.donneur_ordre_id
  left join (select marche_id, sum(heures) as heures, count(distinct beneficiaire_id) as personnes
               from choisie group by marche_id) h on h.marche_id = s.marche_id
 where (cast(:reserves as text) is null or s.reserve)
   and (coalesce(cast(:avecHeures as text), :famille, :modalite) is null or h.heures > 0)
