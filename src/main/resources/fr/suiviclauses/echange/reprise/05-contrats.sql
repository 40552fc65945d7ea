-- Work contracts: known by their reference; without one, by person, employer, modality and start.

create temp table r_travail on commit drop as
select r.ligne, r.contrat_ref as reference, p.personne_id, e.employeur_id, e.entreprise_id,
       r.modalite, r.contrat_debut as debut, r.contrat_fin as fin, r.contrat_type as type
  from r_ligne r
  join r_lien_personne p using (ligne)
  join r_lien_entreprise e using (ligne)
 where r.invalides & {contrat_ref} = 0;

analyze r_travail;

create temp table r_contrat_reference on commit drop as
with fichier as (
    select reference, min(ligne) as ligne, min(personne_id) as personne_id,
           min(employeur_id) as employeur_indique,
           min(entreprise_id) filter (where employeur_id is null) as entreprise,
           max(entreprise_id) filter (where employeur_id is null) as entreprise_max,
           min(modalite) as modalite, min(debut) as debut
      from r_travail where reference is not null group by reference),
sans_reference as (
    select beneficiaire_id, employeur_id, modalite, debut, id
      from contrat_insertion where structure_id = :structure and reference is null),
rapproche as (
    select f.*, coalesce(f.employeur_indique, c.employeur_id, f.entreprise) as employeur_id, c.id as id_connu,
           count(*) over (partition by f.personne_id, coalesce(f.employeur_indique, c.employeur_id, f.entreprise), f.modalite, f.debut) as memes
      from fichier f left join contrat_insertion c on c.structure_id = :structure and c.reference = f.reference)
select r.reference, r.ligne, r.personne_id, r.employeur_indique, r.employeur_id, r.entreprise, r.entreprise_max, r.modalite, r.debut,
       coalesce(r.id_connu, s.id, nextval('contrat_insertion_seq')) as id, coalesce(r.id_connu, s.id) is null as nouveau
  from rapproche r
  left join sans_reference s on r.id_connu is null and r.memes = 1
        and s.beneficiaire_id = r.personne_id and s.employeur_id = r.employeur_id and s.modalite = r.modalite and s.debut = r.debut;

-- The employer by default must be one.
insert into r_erreur
select distinct on (c.reference) t.ligne, 'employeur', '',
       'L’employeur du contrat « ' || c.reference || ' » n’est pas indiqué, et l’entreprise diffère entre les lignes '
           || c.ligne || ' et ' || t.ligne || '.'
  from r_contrat_reference c
  join r_travail t on t.reference = c.reference and t.employeur_id is null
  join r_travail premier on premier.ligne = c.ligne
 where c.employeur_indique is null and c.entreprise <> c.entreprise_max and t.entreprise_id <> premier.entreprise_id
 order by c.reference, t.ligne;

create temp table r_contrat_sans_reference on commit drop as
with fichier as (
    select personne_id, coalesce(employeur_id, entreprise_id) as employeur_id, modalite, debut, min(ligne) as ligne
      from r_travail
     where reference is null and modalite is not null and debut is not null and coalesce(employeur_id, entreprise_id) is not null
     group by 1, 2, 3, 4),
candidat as (
    select personne_id, employeur_id, modalite, debut, id from r_contrat_reference
    union
    select beneficiaire_id, employeur_id, modalite, debut, id from contrat_insertion
     where structure_id = :structure and (reference is null or reference not in (select reference from r_contrat_reference)))
select f.personne_id, f.employeur_id, f.modalite, f.debut, f.ligne, count(c.id) as candidats,
       coalesce(min(c.id), nextval('contrat_insertion_seq')) as id, count(c.id) = 0 as nouveau
  from fichier f left join candidat c using (personne_id, employeur_id, modalite, debut)
 group by f.personne_id, f.employeur_id, f.modalite, f.debut, f.ligne;

insert into r_erreur
select ligne, 'contrat_ref', '',
       'Plusieurs contrats ont cette personne, cet employeur, cette modalité et ce début : indiquez contrat_ref.'
  from r_contrat_sans_reference where candidats > 1;

create temp table r_lien_contrat on commit drop as
select t.ligne, coalesce(c.id, s.id) as contrat_id, t.personne_id, t.employeur_id
  from r_travail t
  left join r_contrat_reference c on c.reference = t.reference
  left join r_contrat_sans_reference s on t.reference is null and s.personne_id = t.personne_id
        and s.employeur_id = coalesce(t.employeur_id, t.entreprise_id) and s.modalite = t.modalite and s.debut = t.debut
 where coalesce(c.id, s.id) is not null;

analyze r_lien_contrat;

create temp table r_contrat on commit drop as
with fichier as (
    select k.contrat_id as id, min(k.ligne) as ligne, min(t.reference) as reference,
           min(k.personne_id) as personne_id, max(k.personne_id) as personne_id_max,
           min(k.employeur_id) as employeur_id, max(k.employeur_id) as employeur_id_max,
           min(t.modalite) as modalite, max(t.modalite) as modalite_max,
           min(t.debut) as debut, max(t.debut) as debut_max, min(t.fin) as fin, max(t.fin) as fin_max,
           min(t.type) as type, max(t.type) as type_max
      from r_lien_contrat k join r_travail t using (ligne) group by k.contrat_id)
select f.*, coalesce(r.nouveau, s.nouveau) as nouveau, coalesce(r.employeur_id, s.employeur_id) as employeur_final,
       coalesce('contrat ' || coalesce(f.reference, c.reference), 'contrat de ' || p.nom || ' ' || p.prenom) as nom,
       c.reference as reference_avant, c.beneficiaire_id as personne_id_avant, c.employeur_id as employeur_id_avant,
       c.modalite as modalite_avant, c.type as type_avant, c.debut as debut_avant, c.fin as fin_avant,
       e.nom as employeur_nom, a.nom as employeur_nom_avant
  from fichier f
  left join r_contrat_reference r on r.reference = f.reference
  left join (select distinct id, nouveau, employeur_id from r_contrat_sans_reference) s on s.id = f.id and f.reference is null
  left join r_personne p on p.id = f.personne_id
  left join r_entreprise e on e.id = f.employeur_id
  left join contrat_insertion c on c.structure_id = :structure and c.id = f.id
  left join entreprise a on a.structure_id = :structure and a.id = c.employeur_id;

analyze r_contrat;

-- A contract never passes from one person to another.
insert into r_erreur
select c.ligne, 'contrat_ref', coalesce(c.reference, ''),
       'Ce contrat est déjà enregistré pour une autre personne' || coalesce(' (référence « ' || b.reference || ' »).', '.')
  from r_contrat c join beneficiaire b on b.structure_id = :structure and b.id = c.personne_id_avant
 where c.personne_id <> c.personne_id_avant;

-- The end or the start alone may have come from different imports.
insert into r_erreur
select c.ligne, 'contrat_fin', coalesce(c.fin, c.fin_avant)::text, 'La fin du contrat est avant son début.'
  from r_contrat c
 where coalesce(c.fin, c.fin_avant) < coalesce(c.debut, c.debut_avant) and (c.fin is null or c.debut is null);
