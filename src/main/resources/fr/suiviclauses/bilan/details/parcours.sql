-- People with counted hours in the year before, and what became of them twelve months later.
select i.personne as "Bénéficiaire", c.situation as "Situation à douze mois", h.heures as "Heures de l’année précédente",
       h.heures as _heures, null as _cible,
       row_number() over (order by i.personne collate "fr-x-icu", c.beneficiaire_id) as _rang
  from cohorte c
  join (select beneficiaire_id, sum(heures) as heures from heure where annee = :annee - 1 group by beneficiaire_id) h
    on h.beneficiaire_id = c.beneficiaire_id
  join identite i on i.beneficiaire_id = c.beneficiaire_id
 where (cast(:situation as text) is null or c.situation = :situation)
   and (cast(:issue as text) is null or c.issue = :issue)
