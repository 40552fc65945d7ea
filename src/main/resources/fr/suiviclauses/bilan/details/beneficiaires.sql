-- People with counted hours, each with her latest entry that has some in the period.
select i.personne as "Bénéficiaire", p.entree as "Dernière entrée", cast(p.age as integer) as "Âge à l’entrée",
       h.contrats as "Contrats", h.marches as "Marchés", h.heures as "Heures",
       h.heures as _heures, p.beneficiaire_id as _cible,
       row_number() over (order by h.heures desc, i.personne collate "fr-x-icu", p.beneficiaire_id) as _rang
  from (select beneficiaire_id, sum(heures) as heures, count(distinct contrat_id) as contrats, count(distinct marche_id) as marches
          from choisie group by beneficiaire_id) h
  join personne p on p.beneficiaire_id = h.beneficiaire_id
  join identite i on i.beneficiaire_id = p.beneficiaire_id
 where (cast(:critere as text) is null
        or exists (select from statut s where s.beneficiaire_id = p.beneficiaire_id and s.critere = :critere))
   and (cast(:jeunes as text) is null
        or exists (select from statut s where s.beneficiaire_id = p.beneficiaire_id and s.jeune))
   and (cast(:diplome as text) is null or coalesce(p.diplome, 'NON_RENSEIGNE') = :diplome)
   and (cast(:niveau as text) is null or (:niveau = 'INFRA_CAP' and p.infra_cap) or (:niveau = 'SANS_DIPLOME' and p.sans_diplome))
   and (cast(:sexe as text) is null or p.sexe = :sexe)
   and (cast(:qpv as text) is null or p.qpv = :qpv)
   and (cast(:metropole as text) is null or coalesce(p.metropole, 'NON_RENSEIGNE') = :metropole)
   and (cast(:age as text) is null or coalesce(p.tranche_age, 'NON_RENSEIGNE') = :age)
   and (cast(:prescripteur as text) is null or coalesce(p.prescripteur, 'NON_RENSEIGNE') = :prescripteur)
