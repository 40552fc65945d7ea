-- What every figure and every list behind it is made from. The structure's counted hours are read once and added up by
-- year, contract, lot and entry; what a query doesn't use of this costs nothing. Rules: docs/glossaire.md.
--
-- :structure, :depuis, :annee, :debut and :fin (first and last day of the period), :tout (nothing is filtered); the
-- filters are null where they select all.

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
    select cast(date_part('year', h.mois) as integer) as annee, h.contrat_id, h.lot_id, h.beneficiaire_id, h.entree_id,
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
    select l.marche_id, l.donneur_ordre_id, l.nature, l.reserve, a.debut, a.fin,
           cast(date_part('year', a.debut) as integer) as premiere_annee,
           coalesce(cast(date_part('year', a.fin) as integer), :annee) as derniere_annee
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
           s.marches, row_number() over (order by coalesce(h.heures, 0) desc, d.nom collate "fr-x-icu", d.id) as rang,
           exists (select from signataire c where c.donneur_ordre_id = s.donneur_ordre_id and c.charte = 'SBA'
                                              and :annee between c.premiere_annee and c.derniere_annee) as signataire_sba
      from (select donneur_ordre_id, nature, count(*) as marches from marche_suivi group by donneur_ordre_id, nature) s
      join donneur_ordre d on d.structure_id = :structure and d.id = s.donneur_ordre_id
      left join (select donneur_ordre_id, sum(heures) as heures, count(distinct beneficiaire_id) as beneficiaires
                   from detail group by donneur_ordre_id) h on h.donneur_ordre_id = s.donneur_ordre_id
),

-- People, each with her latest entry that has counted hours in the period --------------------------------------------
personne as materialized (
    select p.beneficiaire_id, p.entree_id, p.entree, p.sexe, p.qpv, p.diplome, p.prescripteur, p.age,
           case p.metropole when true then 'OUI' when false then 'NON' end as metropole,
           case when p.age < 26 then 'MOINS_DE_26' when p.age < 50 then 'DE_26_A_49' when p.age >= 50 then 'A_PARTIR_DE_50' end as tranche_age,
           p.diplome in ('CAP_BEP', 'DNB', 'SAVOIRS_BASE') as infra_cap,
           p.diplome in ('DNB', 'SAVOIRS_BASE') as sans_diplome
      from (select distinct on (h.beneficiaire_id) h.beneficiaire_id, h.entree_id, e.debut as entree, b.sexe, e.qpv, e.diplome,
                   e.metropole, e.prescripteur,
                   coalesce(e.age_fige, extract(year from age(cast(e.debut as timestamp), cast(b.naissance as timestamp)))) as age
              from (select distinct beneficiaire_id, entree_id from detail) h
              join entree e on e.structure_id = :structure and e.id = h.entree_id
              join beneficiaire b on b.structure_id = :structure and b.id = h.beneficiaire_id
             order by h.beneficiaire_id, e.debut desc) p
),
statut as materialized (
    select p.beneficiaire_id, c.critere, c.critere in ('JEUNE_SANS_QUALIFICATION', 'JEUNE_SANS_EXPERIENCE') as jeune
      from personne p
      join entree_critere c on c.structure_id = :structure and c.entree_id = p.entree_id
),
-- People of the year before, under the same filters; none over several years.
cohorte as materialized (
    select p.beneficiaire_id, coalesce(s.situation, 'NON_RENSEIGNE') as situation,
           case when s.situation in ('CDI', 'CDD', 'INTERIM', 'INTERIM_INSERTION', 'CONTRAT_INSERTION', 'CONTRAT_AIDE', 'ALTERNANCE',
                    'FORMATION') then 'EMPLOI'
                when s.situation in ('DEMANDEUR_EMPLOI', 'SANS_SITUATION', 'ABANDON') then 'SANS_EMPLOI' end as issue
      from (select distinct beneficiaire_id from heure where annee = :annee - 1 and :depuis = :annee) p
      left join situation_suivi s on s.structure_id = :structure and s.beneficiaire_id = p.beneficiaire_id
                                 and s.cohorte = :annee - 1 and s.jalon = 12
),

-- Year by year ---------------------------------------------------------------------------------------------------------
-- Fifty years at most: it also tells the planner that they are few.
annee as materialized (
    select annee from generate_series(:annee, least((select min(annee) from heure), :annee - 1), -1) as annee limit 50
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
      join marche_choisi m on a.annee between m.premiere_annee and m.derniere_annee
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
