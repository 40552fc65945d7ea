-- People: known by their reference; without one, by name, first name and birth.

-- A line that speaks of a record merged into another speaks of the one that stayed, under its own name. Which record it
-- spoke of is kept: a line that doesn't date its entry means that record's.
create temp table r_fiche on commit drop as
with absorbe as (
    select a.id, a.reference, a.nom_normalise, a.prenom_normalise, a.naissance, a.fusionne_dans
      from beneficiaire a
      join beneficiaire g on g.structure_id = a.structure_id and g.id = a.fusionne_dans and g.anonymise_le is null
     where a.structure_id = :structure),
par_identite as (
    select nom_normalise, prenom_normalise, naissance, min(id) as id, min(fusionne_dans) as fusionne_dans, min(reference) as reference
      from absorbe x
     where not exists (select from beneficiaire b
                        where b.structure_id = :structure and b.nom_normalise = x.nom_normalise
                          and b.prenom_normalise = x.prenom_normalise and b.naissance = x.naissance
                          and b.fusionne_dans is null and b.anonymise_le is null)
     group by nom_normalise, prenom_normalise, naissance having count(distinct fusionne_dans) = 1)
select r.ligne, a.id as fiche_id, a.fusionne_dans as personne_id
  from r_ligne r join absorbe a on a.reference = r.beneficiaire_ref
 where r.personne
union all
select r.ligne, a.id, a.fusionne_dans
  from r_ligne r
  join par_identite a on a.nom_normalise = r.nom_n and a.prenom_normalise = r.prenom_n and a.naissance = r.naissance
 where r.personne and r.invalides & {beneficiaire_ref} = 0
   and (r.beneficiaire_ref is null
        or a.reference is null and not exists (select from beneficiaire b where b.structure_id = :structure and b.reference = r.beneficiaire_ref));

update r_ligne r set beneficiaire_ref = g.reference, nom = g.nom, nom_n = g.nom_normalise, prenom = g.prenom,
       prenom_n = g.prenom_normalise, naissance = g.naissance, sexe = null
  from r_fiche f join beneficiaire g on g.structure_id = :structure and g.id = f.personne_id
 where r.ligne = f.ligne;

analyze r_fiche;

create temp table r_identite on commit drop as
select beneficiaire_ref as reference, nom_n, prenom_n, naissance, min(ligne) as ligne,
       max(nom collate "C") as nom, max(prenom collate "C") as prenom, min(sexe) as sexe, max(sexe) as sexe_max
  from r_ligne
 where personne and invalides & {beneficiaire_ref} = 0
   and (beneficiaire_ref is not null or (nom_n is not null and prenom_n is not null and naissance is not null))
 group by beneficiaire_ref, nom_n, prenom_n, naissance;

-- By reference. A person stored without one receives the only new reference that comes under her name and birth.
create temp table r_reference on commit drop as
with fichier as (
    select reference, min(ligne) as ligne, min(nom_n) as nom_n, min(prenom_n) as prenom_n, min(naissance) as naissance
      from r_identite where reference is not null group by reference),
sans_reference as (
    select nom_normalise, prenom_normalise, naissance, min(id) as id, count(*) as homonymes
      from beneficiaire where structure_id = :structure and anonymise_le is null and reference is null and fusionne_dans is null
     group by nom_normalise, prenom_normalise, naissance),
rapproche as (
    select f.*, b.id as id_connu, count(*) over (partition by f.nom_n, f.prenom_n, f.naissance) as references_memes
      from fichier f left join beneficiaire b on b.structure_id = :structure and b.reference = f.reference)
select r.reference, r.ligne, r.nom_n, r.prenom_n, r.naissance,
       coalesce(r.id_connu, s.id, nextval('beneficiaire_seq')) as id, coalesce(r.id_connu, s.id) is null as nouveau
  from rapproche r
  left join sans_reference s on r.id_connu is null and r.references_memes = 1 and s.homonymes = 1
        and s.nom_normalise = r.nom_n and s.prenom_normalise = r.prenom_n and s.naissance = r.naissance;

-- By identity, among people as they will be known once this file is in.
create temp table r_sans_reference on commit drop as
with candidat as (
    select nom_n, prenom_n, naissance, id from r_reference
    union
    select nom_normalise, prenom_normalise, naissance, id from beneficiaire
     where structure_id = :structure and anonymise_le is null and fusionne_dans is null
       and (reference is null or reference not in (select reference from r_reference)))
select f.nom_n, f.prenom_n, f.naissance, f.ligne, count(c.id) as candidats,
       coalesce(min(c.id), nextval('beneficiaire_seq')) as id, count(c.id) = 0 as nouveau
  from r_identite f left join candidat c using (nom_n, prenom_n, naissance)
 where f.reference is null
 group by f.nom_n, f.prenom_n, f.naissance, f.ligne;

insert into r_erreur
select ligne, 'beneficiaire_ref', '',
       'Plusieurs personnes portent ce nom et cette date de naissance : indiquez beneficiaire_ref.'
  from r_sans_reference where candidats > 1;

create temp table r_lien_personne on commit drop as
select r.ligne, coalesce(p.id, s.id) as personne_id
  from r_ligne r
  left join r_reference p on p.reference = r.beneficiaire_ref
  left join r_sans_reference s on r.beneficiaire_ref is null and r.invalides & {beneficiaire_ref} = 0
        and s.nom_n = r.nom_n and s.prenom_n = r.prenom_n and s.naissance = r.naissance
 where r.personne and coalesce(p.id, s.id) is not null;

analyze r_lien_personne;

create temp table r_personne on commit drop as
with fichier as (
    select coalesce(p.id, s.id) as id, min(i.ligne) as ligne, min(i.reference) as reference,
           max(i.nom collate "C") as nom_graphie, min(i.nom_n) as nom_n, max(i.nom_n) as nom_n_max,
           max(i.prenom collate "C") as prenom_graphie, min(i.prenom_n) as prenom_n, max(i.prenom_n) as prenom_n_max,
           min(i.naissance) as naissance, max(i.naissance) as naissance_max, min(i.sexe) as sexe, max(i.sexe_max) as sexe_max,
           bool_or(coalesce(p.nouveau, s.nouveau)) as nouveau
      from r_identite i
      left join r_reference p on p.reference = i.reference
      left join r_sans_reference s on i.reference is null
            and s.nom_n = i.nom_n and s.prenom_n = i.prenom_n and s.naissance = i.naissance
     group by 1)
select f.*, coalesce(case when exists (select from r_nom n where n.texte = b.nom) and b.nom_normalise = f.nom_n then b.nom end, f.nom_graphie, b.nom) as nom,
       coalesce(case when exists (select from r_nom n where n.texte = b.prenom) and b.prenom_normalise = f.prenom_n then b.prenom end, f.prenom_graphie, b.prenom) as prenom,
       b.reference as reference_avant, b.nom as nom_avant, b.prenom as prenom_avant, b.naissance as naissance_avant,
       b.sexe as sexe_avant, coalesce(b.rang_homonyme, 0) as rang,
       coalesce(f.nom_n, b.nom_normalise) as nom_n_final, coalesce(f.prenom_n, b.prenom_normalise) as prenom_n_final,
       coalesce(f.naissance, b.naissance) as naissance_finale
  from fichier f
  left join beneficiaire b on b.structure_id = :structure and b.id = f.id;

analyze r_personne;

-- Nobody twice: same name, first name, birth and rank, within the file or against who is stored.
insert into r_erreur
with tous as (
    select id, ligne, reference, nom_n_final as nom_n, prenom_n_final as prenom_n, naissance_finale as naissance, rang from r_personne
    union all
    select b.id, null, b.reference, b.nom_normalise, b.prenom_normalise, b.naissance, b.rang_homonyme
      from beneficiaire b
     where b.structure_id = :structure and b.anonymise_le is null and not exists (select from r_personne p where p.id = b.id)),
numerote as (
    select tous.*, count(*) over memes as nombre, first_value(ligne) over ordre as autre_ligne, first_value(reference) over ordre as autre_reference,
           row_number() over ordre as rang_dans_memes
      from tous where nom_n is not null and prenom_n is not null and naissance is not null
    window memes as (partition by nom_n, prenom_n, naissance, rang), ordre as (memes order by ligne nulls first, id))
select ligne, case when reference is null then 'nom' else 'beneficiaire_ref' end, coalesce(reference, ''),
       case when autre_ligne is null
            then 'Cette personne (même nom, même naissance) est déjà enregistrée'
                 || case when autre_reference is null then '.' else ' sous la référence « ' || autre_reference || ' ».' end
            else 'Les lignes ' || autre_ligne || ' et ' || ligne || ' donnent deux références à une même personne (même nom, même naissance).' end
  from numerote where nombre > 1 and rang_dans_memes > 1 and ligne is not null;
