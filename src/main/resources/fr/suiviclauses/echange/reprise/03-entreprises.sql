-- Companies: known by their SIREN; a name without SIREN joins the one company that has this name.

-- A name that belongs but to a record merged into another speaks of the one that stayed, under its own name, unless it
-- comes with the SIREN of a third.
update r_ligne r set entreprise_n = garde.nom_normalise, entreprise = garde.nom, entreprise_siren = coalesce(r.entreprise_siren, garde.siren)
  from entreprise absorbee
  join entreprise garde on garde.structure_id = absorbee.structure_id and garde.id = absorbee.fusionne_dans
 where absorbee.structure_id = :structure and absorbee.nom_normalise = r.entreprise_n
   and (r.entreprise_siren is null or garde.siren is null or garde.siren = r.entreprise_siren)
   and not exists (select from entreprise e
                    where e.structure_id = :structure and e.nom_normalise = r.entreprise_n and e.fusionne_dans is null);

update r_ligne r set employeur_n = garde.nom_normalise, employeur = garde.nom, employeur_siren = coalesce(r.employeur_siren, garde.siren)
  from entreprise absorbee
  join entreprise garde on garde.structure_id = absorbee.structure_id and garde.id = absorbee.fusionne_dans
 where absorbee.structure_id = :structure and absorbee.nom_normalise = r.employeur_n
   and (r.employeur_siren is null or garde.siren is null or garde.siren = r.employeur_siren)
   and not exists (select from entreprise e
                    where e.structure_id = :structure and e.nom_normalise = r.employeur_n and e.fusionne_dans is null);

create temp table r_mention on commit drop as
select ligne, 'entreprise' as prefixe, entreprise_siren as siren, entreprise_n as norme, entreprise as nom, entreprise_type as type
  from r_ligne
 where (entreprise_n is not null or entreprise_siren is not null) and invalides & ({entreprise} | {entreprise_siren}) = 0
union all
select ligne, 'employeur', employeur_siren, employeur_n, employeur, employeur_type
  from r_ligne
 where personne and (employeur_n is not null or employeur_siren is not null) and invalides & ({employeur} | {employeur_siren}) = 0
union all
-- An employer's type without an employer speaks of the one by default, the line's company, unless another line of the
-- same contract names the employer.
select r.ligne, 'employeur', r.entreprise_siren, r.entreprise_n, r.entreprise, r.employeur_type
  from r_ligne r
 where r.personne and r.employeur_type is not null and r.entreprise_n is not null
   and r.employeur is null and r.employeur_siren is null
   and r.invalides & ({employeur} | {employeur_siren} | {entreprise_siren}) = 0
   and not exists (select from r_ligne x where x.contrat_ref = r.contrat_ref and (x.employeur is not null or x.employeur_siren is not null));

create temp table r_forme on commit drop as
select siren, norme, min(ligne) as ligne, max(nom collate "C") as graphie, min(type) as type, max(type) as type_max
  from r_mention group by siren, norme;

-- By SIREN. A company stored without SIREN receives the only new SIREN that comes under its name.
create temp table r_siren on commit drop as
with fichier as (
    select siren, min(ligne) as ligne, (array_agg(norme order by ligne) filter (where norme is not null))[1] as norme
      from r_forme where siren is not null group by siren),
connue as (select id, siren, nom_normalise from entreprise where structure_id = :structure and fusionne_dans is null),
anonyme as (
    select nom_normalise, min(id) as id from connue group by nom_normalise having count(*) = 1 and bool_and(siren is null)),
rapproche as (
    select f.*, c.id as id_connu, count(*) filter (where c.id is null) over (partition by f.norme) as inconnus
      from fichier f left join connue c on c.siren = f.siren)
select r.siren, r.ligne, r.norme,
       coalesce(r.id_connu, a.id, nextval('entreprise_seq')) as id, coalesce(r.id_connu, a.id) is null as nouveau
  from rapproche r
  left join anonyme a on r.id_connu is null and r.inconnus = 1 and a.nom_normalise = r.norme;

-- By name alone, among the companies as they will be named once this file is in.
create temp table r_sans_siren on commit drop as
with candidat as (
    select norme, id from r_siren
    union
    select nom_normalise, id from entreprise
     where structure_id = :structure and fusionne_dans is null
       and (siren is null or siren not in (select siren from r_siren)))
select f.norme, f.ligne, count(c.id) as candidats,
       coalesce(min(c.id), nextval('entreprise_seq')) as id, count(c.id) = 0 as nouveau
  from r_forme f left join candidat c using (norme)
 where f.siren is null
 group by f.norme, f.ligne;

insert into r_erreur
select distinct on (s.norme) m.ligne, m.prefixe, m.nom,
       'Plusieurs entreprises portent ce nom : indiquez ' || m.prefixe || '_siren.'
  from r_sans_siren s join r_mention m on m.norme = s.norme and m.siren is null
 where s.candidats > 1
 order by s.norme, m.ligne, m.prefixe desc;

-- A SIREN alone is enough for a company that is known by it.
insert into r_erreur
select m.ligne, m.prefixe, '', 'Cette entreprise n’est pas connue par son seul SIREN : indiquez son nom.'
  from r_siren s join r_mention m on m.siren = s.siren
 where s.nouveau and s.norme is null;

create temp table r_entreprise on commit drop as
with fichier as (
    select coalesce(s.id, n.id) as id, min(f.ligne) as ligne, min(f.siren) as siren, max(f.graphie collate "C") as graphie,
           min(f.norme) as norme, max(f.norme) as norme_max, min(f.type) as type, max(f.type_max) as type_max,
           bool_or(coalesce(s.nouveau, n.nouveau)) as nouveau
      from r_forme f
      left join r_siren s on s.siren = f.siren
      left join r_sans_siren n on f.siren is null and n.norme = f.norme
     group by 1)
select f.*, coalesce(e.type, f.type, 'CLASSIQUE') as type_connu, coalesce(f.type, e.type, 'CLASSIQUE') as type_final,
       coalesce(case when f.norme = e.nom_normalise and exists (select from r_nom n where n.texte = e.nom) then e.nom end,
                f.graphie, e.nom) as nom,
       e.nom as nom_avant, e.siren as siren_avant, e.type as type_avant
  from fichier f
  left join entreprise e on e.structure_id = :structure and e.id = f.id;

analyze r_entreprise;

create temp table r_lien_entreprise on commit drop as
select r.ligne, coalesce(s.id, n.id) as entreprise_id, coalesce(es.id, en.id) as employeur_id
  from r_ligne r
  left join r_siren s on s.siren = r.entreprise_siren and r.invalides & {entreprise} = 0
  left join r_sans_siren n on n.norme = r.entreprise_n and r.entreprise_siren is null and r.invalides & {entreprise_siren} = 0
  left join r_siren es on es.siren = r.employeur_siren and r.invalides & {employeur} = 0 and r.personne
  left join r_sans_siren en on en.norme = r.employeur_n and r.employeur_siren is null and r.invalides & {employeur_siren} = 0 and r.personne;

analyze r_lien_entreprise;

create temp table r_lien_lot on commit drop as
select k.*, l.id as lot_id
  from r_lien_marche k
  join r_ligne r using (ligne)
  left join r_lot l on l.marche_id = k.marche_id and l.numero = r.numero_lot;

analyze r_lien_lot;

-- Roles on lots. Without a word on it the role is the one that the company has there, TITULAIRE if it has none. One
-- role instead of another is a correction; a second role is a second one.
create temp table r_participation on commit drop as
with vue as (
    select k.lot_id, e.entreprise_id, min(r.ligne) as ligne,
           array_agg(distinct r.entreprise_role) filter (where r.entreprise_role is not null) as roles
      from r_ligne r join r_lien_lot k using (ligne) join r_lien_entreprise e using (ligne)
     where k.lot_id is not null and e.entreprise_id is not null
     group by k.lot_id, e.entreprise_id),
enregistre as (
    select lot_id, entreprise_id, array_agg(role) as roles from participation
     where structure_id = :structure group by lot_id, entreprise_id)
select v.lot_id, v.entreprise_id, v.ligne, role, v.roles is null as implicite,
       case when cardinality(v.roles) = 1 and cardinality(e.roles) = 1 then e.roles[1] end as role_avant
  from vue v
  left join enregistre e on e.lot_id = v.lot_id and e.entreprise_id = v.entreprise_id
 cross join lateral unnest(coalesce(v.roles, case when e.roles is null then array['TITULAIRE'] end)) as role
 where e.roles is null or role <> all (e.roles);

analyze r_participation;
