-- Two more columns after those of bilan.sql: the years up to the bilan's.
,
(select json_agg(x) from (
    select a.annee, coalesce(h.heures, 0) as heures, coalesce(p.beneficiaires, 0) as beneficiaires,
           coalesce(m.marches_suivis, 0) as marches_suivis, coalesce(m.donneurs_ordres, 0) as donneurs_ordres,
           coalesce(d.donneurs_ordres_avec_heures, 0) as donneurs_ordres_avec_heures, coalesce(e.entreprises, 0) as entreprises,
           coalesce(h.heures_publiques, 0) as heures_publiques, coalesce(d.heures_top10, 0) as heures_top10,
           coalesce(d.heures_signataires_sba, 0) as heures_signataires_sba, coalesce(h.heures_services, 0) as heures_services,
           coalesce(h.heures_travaux, 0) as heures_travaux, coalesce(h.heures_tp, 0) as heures_tp,
           coalesce(h.heures_reservees, 0) as heures_reservees, coalesce(p.beneficiaires_reserves, 0) as beneficiaires_reserves
      from annee a
      left join annee_heures h on h.annee = a.annee
      left join annee_personnes p on p.annee = a.annee
      left join annee_donneurs d on d.annee = a.annee
      left join annee_marches m on m.annee = a.annee
      left join annee_entreprises e on e.annee = a.annee
     order by a.annee) x) as annees,
(select json_agg(x) from (
    select annee, groupe, sum(heures) as heures from annee_lot group by annee, groupe order by annee, sum(heures) desc) x) as annees_groupes
