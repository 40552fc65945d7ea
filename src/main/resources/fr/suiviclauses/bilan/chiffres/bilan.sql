-- All figures of one bilan in one statement: the structure's counted hours are read once, added up by year, contract, lot
-- and entry, and every figure is made from those sums. Each column of the result is a JSON document that becomes the
-- record of the same name. Definitions: Indicateur and Rubrique; rules: docs/glossaire.md.
--
-- :structure, :depuis, :annee, :debut and :fin (first and last day); the filters are null where they select all.

with
-- What the filters select: lots. A marché that has no lot yet is there too, as long as nothing is filtered.
lot_choisi as materialized (
    select m.id as marche_id, m.operation_id, m.donneur_ordre_id, d.nature, m.type,
           l.id as lot_id, l.famille_id, f.nom as famille, f.groupe, r.lot_id is not null as reserve
      from marche m
      join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
      left join operation o on o.structure_id = m.structure_id and o.id = m.operation_id
      left join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
      left join famille_achat f on f.structure_id = l.structure_id and f.id = l.famille_id
      left join lot_reserve r on r.structure_id = l.structure_id and r.lot_id = l.id
     where m.structure_id = :structure
       and (:tout or l.id is not null)
       and (cast(:nature as text) is null or d.nature = :nature)
       and (cast(:donneurOrdre as text) is null or d.nom = :donneurOrdre)
       and (cast(:operation as text) is null or o.nom = :operation)
       and (cast(:type as text) is null or m.type = :type)
       and (cast(:groupe as text) is null or f.groupe = :groupe)
       and (cast(:clause as text) is null
            or exists (select from lot_clause c where c.structure_id = l.structure_id and c.lot_id = l.id and c.type = :clause))
),
-- Counted hours of all years up to the bilan's. Aggregated before anything is joined to them.
heure as materialized (
    select cast(extract(year from h.mois) as integer) as annee, h.contrat_id, h.lot_id, h.beneficiaire_id, h.entree_id,
           sum(h.heures) as heures
      from heure_comptee h
     where h.structure_id = :structure and h.mois <= :fin
       and (:tout or h.lot_id in (select lot_id from lot_choisi))
     group by 1, 2, 3, 4, 5
),
-- Those of the period, with what is known of their lot.
detail as materialized (
    select h.contrat_id, h.beneficiaire_id, h.entree_id, h.heures, l.*
      from heure h
      join lot_choisi l on l.lot_id = h.lot_id
     where h.annee >= :depuis
),

-- Marchés and buyers followed in the period ---------------------------------------------------------------------------
marche_choisi as materialized (
    select l.marche_id, l.donneur_ordre_id, l.nature, l.reserve, a.debut, a.fin
      from (select marche_id, donneur_ordre_id, nature, coalesce(bool_or(reserve), false) as reserve
              from lot_choisi group by marche_id, donneur_ordre_id, nature) l
      join marche_actif a on a.structure_id = :structure and a.marche_id = l.marche_id
),
marche_suivi as materialized (
    select m.marche_id, m.donneur_ordre_id, m.nature, m.reserve
      from marche_choisi m
      left join (select distinct marche_id from detail) h on h.marche_id = m.marche_id
     where h.marche_id is not null or (m.debut <= :fin and (m.fin is null or m.fin >= :debut))
),
-- In force on 31 December of each year.
signataire as materialized (
    select s.donneur_ordre_id, s.charte,
           coalesce(extract(year from s.debut), 0) as premiere_annee,
           coalesce(extract(year from s.fin + 1), 10000) - 1 as derniere_annee
      from signature_charte s
     where s.structure_id = :structure
),
donneur as materialized (
    select s.donneur_ordre_id, d.nom, s.nature, coalesce(h.heures, 0) as heures, coalesce(h.beneficiaires, 0) as beneficiaires,
           s.marches,
           exists (select from signataire c where c.donneur_ordre_id = s.donneur_ordre_id and c.charte = 'SBA'
                                              and :annee between c.premiere_annee and c.derniere_annee) as signataire_sba
      from (select donneur_ordre_id, nature, count(*) as marches from marche_suivi group by donneur_ordre_id, nature) s
      join donneur_ordre d on d.structure_id = :structure and d.id = s.donneur_ordre_id
      left join (select donneur_ordre_id, sum(heures) as heures, count(distinct beneficiaire_id) as beneficiaires
                   from detail group by donneur_ordre_id) h on h.donneur_ordre_id = s.donneur_ordre_id
),

-- People, each with her latest entry that has counted hours in the period --------------------------------------------
personne as materialized (
    select distinct on (p.beneficiaire_id) p.beneficiaire_id, e.id as entree_id, e.diplome, e.qpv, e.metropole, e.prescripteur, b.sexe,
           coalesce(e.age_fige, extract(year from age(cast(e.debut as timestamp), cast(b.naissance as timestamp)))) as age
      from (select distinct beneficiaire_id, entree_id from detail) p
      join entree e on e.structure_id = :structure and e.id = p.entree_id
      join beneficiaire b on b.structure_id = :structure and b.id = p.beneficiaire_id
     order by p.beneficiaire_id, e.debut desc
),
statut as materialized (
    select p.beneficiaire_id, c.critere
      from personne p
      join entree_critere c on c.structure_id = :structure and c.entree_id = p.entree_id
),
-- People of the year before, under the same filters; none over several years.
cohorte as materialized (
    select p.beneficiaire_id, coalesce(s.situation, 'NON_RENSEIGNE') as situation
      from (select distinct beneficiaire_id from heure where annee = :annee - 1 and :depuis = :annee) p
      left join situation_suivi s on s.structure_id = :structure and s.beneficiaire_id = p.beneficiaire_id
                                 and s.cohorte = :annee - 1 and s.jalon = 12
),

-- Year by year ---------------------------------------------------------------------------------------------------------
annee as materialized (
    select generate_series(least((select min(annee) from heure), :annee - 1), :annee) as annee
),
annee_lot as materialized (
    select h.annee, l.marche_id, l.donneur_ordre_id, l.nature, l.type, l.groupe, l.reserve, h.heures
      from (select annee, lot_id, sum(heures) as heures from heure group by annee, lot_id) h
      join lot_choisi l on l.lot_id = h.lot_id
),
annee_heures as (
    select annee, sum(heures) as heures,
           sum(heures) filter (where nature = 'PUBLIC') as heures_publiques,
           sum(heures) filter (where type = 'SERVICES') as heures_services,
           sum(heures) filter (where type = 'TRAVAUX') as heures_travaux,
           sum(heures) filter (where groupe = 'TP & réseaux') as heures_tp,
           sum(heures) filter (where reserve) as heures_reservees
      from annee_lot group by annee
),
annee_personnes as (
    select annee, count(*) as beneficiaires, count(*) filter (where reserve) as beneficiaires_reserves
      from (select h.annee, h.beneficiaire_id, bool_or(l.reserve) as reserve
              from heure h join lot_choisi l on l.lot_id = h.lot_id group by h.annee, h.beneficiaire_id) p
     group by annee
),
annee_donneurs as (
    select d.annee, count(*) as donneurs_ordres_avec_heures,
           sum(d.heures) filter (where d.rang <= 10) as heures_top10,
           sum(d.heures) filter (where exists (select from signataire c where c.donneur_ordre_id = d.donneur_ordre_id and c.charte = 'SBA'
                                       and d.annee between c.premiere_annee and c.derniere_annee)) as heures_signataires_sba
      from (select annee, donneur_ordre_id, sum(heures) as heures, row_number() over (partition by annee order by sum(heures) desc) as rang
              from annee_lot group by annee, donneur_ordre_id) d
     group by d.annee
),
annee_marche as materialized (
    select a.annee, m.marche_id, m.donneur_ordre_id
      from annee a
      join marche_choisi m on extract(year from m.debut) <= a.annee and coalesce(extract(year from m.fin), a.annee) >= a.annee
    union
    select annee, marche_id, donneur_ordre_id from annee_lot
),
annee_marches as (
    select annee, count(*) as marches_suivis, count(distinct donneur_ordre_id) as donneurs_ordres from annee_marche group by annee
),
participation_choisie as materialized (
    select distinct l.marche_id, p.entreprise_id
      from lot_choisi l
      join participation p on p.structure_id = :structure and p.lot_id = l.lot_id
),
annee_entreprises as (
    select annee, count(*) as entreprises
      from (select distinct m.annee, p.entreprise_id
              from annee_marche m join participation_choisie p on p.marche_id = m.marche_id) e
     group by annee
),

-- Operations -----------------------------------------------------------------------------------------------------------
operation_heures as (
    select l.operation_id, sum(h.heures) as heures_cumul, count(distinct h.beneficiaire_id) as beneficiaires,
           sum(h.heures) filter (where h.annee >= :depuis) as heures_annee
      from heure h
      join lot_choisi l on l.lot_id = h.lot_id
     where l.operation_id is not null
     group by l.operation_id
),
operation_suivie as (
    select operation_id from operation_heures
    union
    select l.operation_id
      from lot_choisi l join marche_suivi m on m.marche_id = l.marche_id
     where l.operation_id is not null and l.lot_id is not null
)

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
                   count(*) filter (where metropole) as en_metropole,
                   count(*) filter (where diplome in ('CAP_BEP', 'DNB', 'SAVOIRS_BASE')) as infra_cap,
                   count(*) filter (where diplome in ('DNB', 'SAVOIRS_BASE')) as sans_diplome
              from personne) p,
           (select count(*) as marches_suivis, count(*) filter (where reserve) as marches_reserves from marche_suivi) m,
           (select count(*) as donneurs_ordres,
                   count(*) filter (where heures > 0) as donneurs_ordres_avec_heures,
                   count(*) filter (where heures > 0 and nature = 'PUBLIC') as donneurs_ordres_publics_avec_heures,
                   count(*) filter (where heures > 0 and nature = 'PRIVE') as donneurs_ordres_prives_avec_heures,
                   coalesce(sum(heures) filter (where signataire_sba), 0) as heures_signataires_sba,
                   coalesce(sum(heures) filter (where rang <= 10), 0) as heures_top10
              from (select *, row_number() over (order by heures desc) as rang from donneur) d) b,
           (select count(*) filter (where critere = 'DELD') as deld,
                   count(distinct beneficiaire_id)
                       filter (where critere in ('JEUNE_SANS_QUALIFICATION', 'JEUNE_SANS_EXPERIENCE')) as jeunes26
              from statut) s,
           (select count(distinct p.entreprise_id) as entreprises
              from marche_suivi m join participation_choisie p on p.marche_id = m.marche_id) e,
           (select coalesce(sum(heures), 0) as heures_cumul, count(distinct beneficiaire_id) as beneficiaires_cumul
              from heure) u,
           (select case when :depuis = :annee then count(*) end as cohorte12_mois,
                   case when :depuis = :annee then count(*) filter (where situation in ('CDI', 'CDD', 'INTERIM', 'INTERIM_INSERTION',
                       'CONTRAT_INSERTION', 'CONTRAT_AIDE', 'ALTERNANCE', 'FORMATION')) end as emploi12_mois,
                   case when :depuis = :annee then count(*) filter (where situation in ('DEMANDEUR_EMPLOI', 'SANS_SITUATION',
                       'ABANDON')) end as sans_emploi12_mois
              from cohorte) c) x) as indicateurs,

(select json_agg(x) from (
    select nom, nature, heures, beneficiaires, marches, signataire_sba
      from donneur order by heures desc, nom collate "fr-x-icu", donneur_ordre_id) x) as donneurs_ordres,
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
    select case metropole when true then 'OUI' when false then 'NON' end as code, count(*) as beneficiaires
      from personne group by metropole order by 2 desc, 1) x) as metropole,
(select json_agg(x) from (
    select case when age < 26 then 'MOINS_DE_26' when age < 50 then 'DE_26_A_49' when age >= 50 then 'A_PARTIR_DE_50' end as code,
           count(*) as beneficiaires
      from personne group by 1 order by 2 desc, 1) x) as ages,
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
     order by a.heures desc nulls last, a.libelle collate "fr-x-icu", a.annee desc) x) as agregats,

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
