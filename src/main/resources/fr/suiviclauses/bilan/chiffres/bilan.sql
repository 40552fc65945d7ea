-- All figures of one bilan, after the common part (comptage.sql). Each column is a JSON document that becomes the record of
-- the same name. Definitions: Indicateur and Rubrique.

select
(select s.nom from structure s where s.id = :structure) as structure,
(select s.date_demonstration from structure s where s.id = :structure) as date_demonstration,
coalesce((select a.etat from arrete_annuel a where a.structure_id = :structure and a.annee = :annee
           order by a.numero desc limit 1), 'PROVISOIRE') as etat,
coalesce((select extract(year from min(mois)) from releve_heures where structure_id = :structure and statut = 'VALIDEE'),
         :annee) as premiere_annee,
coalesce((select extract(year from max(mois)) from releve_heures where structure_id = :structure and statut = 'VALIDEE'),
         :annee) as derniere_annee,

(select row_to_json(x) from (
    select d.*, p.*, m.*, b.*, s.*, e.*, u.*, c.*,
           coalesce((select heures from parametre_etp where structure_id = :structure and date_effet <= :fin
                      order by date_effet desc limit 1), 1607) as heures_par_etp
      from (select coalesce(sum(heures), 0) as heures,
                   coalesce(sum(heures) filter (where nature = 'PUBLIC'), 0) as heures_publiques,
                   coalesce(sum(heures) filter (where nature = 'PRIVE'), 0) as heures_privees,
                   coalesce(sum(heures) filter (where type = 'SERVICES'), 0) as heures_services,
                   coalesce(sum(heures) filter (where type = 'TRAVAUX'), 0) as heures_travaux,
                   coalesce(sum(heures) filter (where groupe = 'TP & réseaux'), 0) as heures_tp,
                   coalesce(sum(heures) filter (where reserve), 0) as heures_reservees,
                   count(distinct famille_id) as familles_avec_heures,
                   count(distinct beneficiaire_id) filter (where reserve) as beneficiaires_reserves
              from detail) d,
           (select count(*) as beneficiaires,
                   count(*) filter (where sexe = 'F') as femmes,
                   count(*) filter (where qpv = 'OUI') as en_qpv,
                   count(*) filter (where metropole = 'OUI') as en_metropole,
                   count(*) filter (where infra_cap) as infra_cap,
                   count(*) filter (where sans_diplome) as sans_diplome
              from personne) p,
           (select count(*) as marches_suivis, count(*) filter (where reserve) as marches_reserves from marche_suivi) m,
           (select count(*) as donneurs_ordres,
                   count(*) filter (where heures > 0) as donneurs_ordres_avec_heures,
                   count(*) filter (where heures > 0 and nature = 'PUBLIC') as donneurs_ordres_publics_avec_heures,
                   count(*) filter (where heures > 0 and nature = 'PRIVE') as donneurs_ordres_prives_avec_heures,
                   coalesce(sum(heures) filter (where signataire_sba), 0) as heures_signataires_sba,
                   coalesce(sum(heures) filter (where rang <= 10), 0) as heures_top10
              from donneur) b,
           (select count(*) filter (where critere = 'DELD') as deld,
                   count(distinct beneficiaire_id) filter (where jeune) as jeunes26
              from statut) s,
           (select count(distinct p.entreprise_id) as entreprises
              from marche_suivi m join participation_choisie p on p.marche_id = m.marche_id) e,
           (select coalesce(sum(heures), 0) as heures_cumul, count(distinct beneficiaire_id) as beneficiaires_cumul
              from heure) u,
           (select case when :depuis = :annee then count(*) end as cohorte12_mois,
                   case when :depuis = :annee then count(*) filter (where issue = 'EMPLOI') end as emploi12_mois,
                   case when :depuis = :annee then count(*) filter (where issue = 'SANS_EMPLOI') end as sans_emploi12_mois
              from cohorte) c) x) as indicateurs,

(select json_agg(x) from (
    select nom, nature, heures, beneficiaires, marches, signataire_sba
      from donneur order by rang) x) as donneurs_ordres,
(select json_agg(x) from (
    select groupe, famille, sum(heures) as heures, count(distinct beneficiaire_id) as beneficiaires, count(distinct marche_id) as marches
      from detail group by groupe, famille order by sum(heures) desc, famille collate "fr-x-icu") x) as familles,
(select json_agg(x) from (
    select groupe, sum(heures) as heures, count(distinct beneficiaire_id) as beneficiaires, count(distinct marche_id) as marches
      from detail group by groupe order by sum(heures) desc, groupe collate "fr-x-icu") x) as groupes,
(select json_agg(x) from (
    select type, sum(heures) as heures, count(distinct beneficiaire_id) as beneficiaires, count(distinct marche_id) as marches
      from detail group by type order by sum(heures) desc, type) x) as types,
(select json_agg(x) from (
    select c.charte, count(*) as donneurs_ordres, sum(d.heures) as heures
      from signataire c join donneur d on d.donneur_ordre_id = c.donneur_ordre_id
     where :annee between c.premiere_annee and c.derniere_annee
     group by c.charte order by sum(d.heures) desc, c.charte) x) as chartes,
(select json_agg(x) from (
    select c.modalite, count(distinct d.contrat_id) as contrats, count(distinct d.beneficiaire_id) as beneficiaires, sum(d.heures) as heures
      from detail d join contrat_insertion c on c.structure_id = :structure and c.id = d.contrat_id
     group by c.modalite order by sum(d.heures) desc, c.modalite) x) as modalites,
(select json_agg(x) from (
    select c.type as clause, sum(d.heures) as heures, count(distinct d.marche_id) as marches, count(distinct d.beneficiaire_id) as beneficiaires
      from detail d join lot_clause c on c.structure_id = :structure and c.lot_id = d.lot_id
     group by c.type order by sum(d.heures) desc, c.type) x) as clauses,

(select json_agg(x) from (
    select critere as code, count(*) as beneficiaires from statut group by critere order by 2 desc, 1) x) as criteres,
(select json_agg(x) from (
    select diplome as code, count(*) as beneficiaires from personne group by diplome order by 2 desc, 1) x) as diplomes,
(select json_agg(x) from (
    select sexe as code, count(*) as beneficiaires from personne group by sexe order by 2 desc, 1) x) as sexes,
(select json_agg(x) from (
    select qpv as code, count(*) as beneficiaires from personne group by qpv order by 2 desc, 1) x) as qpv,
(select json_agg(x) from (
    select metropole as code, count(*) as beneficiaires from personne group by metropole order by 2 desc, 1) x) as metropole,
(select json_agg(x) from (
    select tranche_age as code, count(*) as beneficiaires from personne group by tranche_age order by 2 desc, 1) x) as ages,
(select json_agg(x) from (
    select prescripteur as nom, count(*) as beneficiaires
      from personne group by prescripteur order by 2 desc, prescripteur collate "fr-x-icu") x) as prescripteurs,
(select json_agg(x) from (
    select situation as code, count(*) as beneficiaires from cohorte group by situation order by 2 desc, 1) x) as situations,

(select json_agg(x) from (
    select o.nom, o.type, o.objectif, coalesce(h.heures_annee, 0) as heures_annee, coalesce(h.heures_cumul, 0) as heures_cumul,
           coalesce(h.beneficiaires, 0) as beneficiaires
      from operation_suivie s
      join operation o on o.structure_id = :structure and o.id = s.operation_id
      left join operation_heures h on h.operation_id = s.operation_id
     order by coalesce(h.heures_annee, 0) desc, o.nom collate "fr-x-icu") x) as operations,
(select json_agg(x) from (
    select a.libelle, a.annee, a.heures, a.beneficiaires, a.operations, a.etp, a.objectif, a.source
      from agregat_declare a
     where a.structure_id = :structure and a.annee <= :annee
       and a.libelle in (select d.libelle from agregat_declare d where d.structure_id = :structure and d.annee between :depuis and :annee)
     order by a.heures desc nulls last, a.libelle collate "fr-x-icu", a.annee desc) x) as agregats
