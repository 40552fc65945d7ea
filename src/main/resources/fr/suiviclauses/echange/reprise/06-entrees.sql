-- Entries: known by person and date. Without a date: the person's only entry, else the start of her first contract.

-- An entry that came with a merge is also that of the record it came from, which lines may still speak of.
create temp table r_origine on commit drop as
with recue as (
    select distinct on (e.entree) e.entree::bigint as entree_id, f.absorbe_id as fiche_id
      from fusion_beneficiaire f cross join jsonb_array_elements_text(f.avant -> 'entrees') as e (entree)
     where f.structure_id = :structure and f.annule_le is null order by e.entree, f.id),
unie as (
    select (u ->> 'garde')::bigint as entree_id, f.absorbe_id as fiche_id
      from fusion_beneficiaire f cross join jsonb_array_elements(f.avant -> 'unies') as u
     where f.structure_id = :structure and f.annule_le is null)
select e.id as entree_id, e.beneficiaire_id as personne_id, coalesce(r.fiche_id, e.beneficiaire_id) as fiche_id, e.debut
  from entree e left join recue r on r.entree_id = e.id
 where e.structure_id = :structure and e.beneficiaire_id in (select id from r_personne)
union
select e.id, e.beneficiaire_id, u.fiche_id, e.debut
  from entree e join unie u on u.entree_id = e.id
 where e.structure_id = :structure and e.beneficiaire_id in (select id from r_personne);

create temp table r_lien_entree on commit drop as
with ligne as (
    select k.ligne, k.personne_id, coalesce(f.fiche_id, k.personne_id) as fiche_id
      from r_lien_personne k left join r_fiche f using (ligne)),
connue as (
    select k.personne_id, k.fiche_id, r.entree as debut from ligne k join r_ligne r using (ligne) where r.entree is not null
    union
    select personne_id, fiche_id, debut from r_origine),
de_la_fiche as (select personne_id, fiche_id, min(debut) as debut, count(*) as nombre from connue group by personne_id, fiche_id),
seule as (select personne_id, min(debut) as debut, count(distinct debut) as nombre from connue group by personne_id),
premier as (
    select personne_id, min(debut) as debut
      from (select k.personne_id, r.contrat_debut as debut from r_lien_personne k join r_ligne r using (ligne)
            union all
            select c.beneficiaire_id, c.debut from contrat_insertion c
             where c.structure_id = :structure and c.beneficiaire_id in (select id from r_personne)) contrats
     group by personne_id)
select k.ligne, k.personne_id, coalesce(f.nombre, s.nombre, 0) as entrees,
       coalesce(r.entree, case when r.invalides & {entree} = 0
                               then case coalesce(f.nombre, s.nombre, 0) when 0 then p.debut when 1 then coalesce(f.debut, s.debut) end end) as debut
  from ligne k
  join r_ligne r using (ligne)
  left join de_la_fiche f using (personne_id, fiche_id)
  left join seule s using (personne_id)
  left join premier p using (personne_id);

analyze r_lien_entree;

insert into r_erreur
select k.ligne, 'entree', '', 'Cette personne a ' || k.entrees || ' entrées : indiquez la date de celle-ci.'
  from r_lien_entree k join r_ligne r using (ligne)
 where r.entree is null and r.invalides & {entree} = 0 and k.entrees > 1;

create temp table r_entree on commit drop as
with fichier as (
    select k.personne_id, k.debut, min(k.ligne) as ligne,
           min(r.commune_insee) as commune, max(r.commune_insee) as commune_max,
           min(r.metropole) as metropole, max(r.metropole) as metropole_max,
           min(r.qpv) as qpv, max(r.qpv) as qpv_max,
           min(r.diplome) as diplome, max(r.diplome) as diplome_max,
           min(r.criteres) as criteres, max(r.criteres) as criteres_max,
           min(r.prescripteur) as prescripteur, max(r.prescripteur) as prescripteur_max
      from r_lien_entree k join r_ligne r using (ligne)
     where k.debut is not null group by k.personne_id, k.debut),
critere as (
    select entree_id, string_agg(critere, '|' order by critere collate "C") as criteres
      from entree_critere where structure_id = :structure group by entree_id)
select f.*, 'entrée du ' || to_char(f.debut, 'DD/MM/YYYY') || ' de ' || p.nom || ' ' || p.prenom as nom,
       p.naissance_finale as naissance,
       coalesce(e.id, nextval('entree_seq')) as id, e.id is null as nouveau, e.fin as fin_avant,
       e.commune_insee as commune_avant, case when e.metropole then 'OUI' when not e.metropole then 'NON' end as metropole_avant,
       e.qpv as qpv_avant, e.diplome as diplome_avant, e.prescripteur as prescripteur_avant, c.criteres as criteres_avant
  from fichier f
  join r_personne p on p.id = f.personne_id
  left join entree e on e.structure_id = :structure and e.beneficiaire_id = f.personne_id and e.debut = f.debut
  left join critere c on c.entree_id = e.id;

analyze r_entree;

insert into r_erreur
select ligne, 'entree', debut::text, 'L’entrée est avant la naissance.'
  from r_entree where debut < naissance and ligne not in (select ligne from r_ligne where entree < naissance);

-- The windows of these people once this file is in: a new one lasts as long as the rule says, each ends the day before the
-- next begins, and a stored one is never made longer.
create temp table r_fenetre on commit drop as
with fenetre as (
    select id as entree_id, beneficiaire_id as personne_id, debut, fin, fin as fin_avant from entree
     where structure_id = :structure and beneficiaire_id in (select id from r_personne)
    union all
    select n.id, n.personne_id, n.debut,
           entree_fin_par_defaut(:structure, n.debut), null
      from r_entree n where n.nouveau)
select entree_id, personne_id, debut, fin_avant, least(fin, lead(debut) over (partition by personne_id order by debut) - 1) as fin
  from fenetre;

analyze r_fenetre;

create temp table r_lien on commit drop as
select k.ligne, k.donneur_id, k.operation_id, k.famille_id, k.marche_id, k.lot_id, e.entreprise_id, e.employeur_id,
       p.personne_id, n.id as entree_id, c.contrat_id
  from r_lien_lot k
  left join r_lien_entreprise e on e.ligne = k.ligne
  left join r_lien_personne p on p.ligne = k.ligne
  left join r_lien_entree i on i.ligne = k.ligne
  left join r_entree n on n.personne_id = i.personne_id and n.debut = i.debut
  left join r_lien_contrat c on c.ligne = k.ligne;

create unique index on r_lien (ligne);

analyze r_lien;
