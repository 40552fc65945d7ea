-- The file of hours: each line's contract and lot, which must be there already. {column} stands for that column's bit in
-- the mask of cells that could not be read.

create temp table r_ligne on commit drop as select * from heures_ligne;

drop table heures_ligne;

create unique index on r_ligne (ligne);

analyze r_ligne;

-- By its reference; a contract without one by # and its number, unless that is another's reference.
create temp table r_lien_contrat on commit drop as
select r.ligne, coalesce(c.id, d.id) as contrat_id
  from r_ligne r
  left join contrat_insertion c on c.structure_id = :structure and c.reference = r.contrat
  left join contrat_insertion d on d.structure_id = :structure and c.id is null
        and d.id = case when r.contrat ~ '^#[0-9]{1,18}$' then substr(r.contrat, 2)::bigint end
 where r.contrat is not null;

insert into r_erreur
select r.ligne, 'contrat', r.contrat, 'Aucun contrat de la structure n’a cette référence.'
  from r_lien_contrat k join r_ligne r using (ligne) where k.contrat_id is null;

create temp table r_contrat on commit drop as
select c.id, c.debut, c.debut as debut_avant, c.fin, c.fin as fin_avant, c.beneficiaire_id as personne_id,
       coalesce(b.nom || ' ' || b.prenom || ', ', '') || 'contrat ' || coalesce(c.reference, '#' || c.id) as nom,
       b.reference as personne_reference, b.nom as personne_nom, b.prenom as personne_prenom, e.nom as employeur_nom,
       e.id as employeur_id
  from contrat_insertion c
  join beneficiaire b on b.structure_id = c.structure_id and b.id = c.beneficiaire_id
  join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
 where c.structure_id = :structure and c.id in (select contrat_id from r_lien_contrat);

analyze r_contrat;

create temp table r_personne on commit drop as select distinct personne_id as id from r_contrat;

-- What the other columns say of the contract is there for people to read; where it is filled it must be right, for a
-- spreadsheet that was sorted by half gives everybody somebody else's hours.
insert into r_erreur
select r.ligne, v.colonne, v.vu, v.phrase
  from r_ligne r
  join r_lien_contrat k using (ligne)
  join r_contrat c on c.id = k.contrat_id
 cross join lateral (values
       ('beneficiaire', r.beneficiaire, coalesce(c.personne_reference, ''),
        coalesce('Ce contrat est celui du bénéficiaire « ' || c.personne_reference || ' ».', 'Le bénéficiaire de ce contrat n’a pas de référence.')),
       ('nom', r.nom, c.personne_nom, 'Ce contrat est celui de « ' || c.personne_nom || ' ' || c.personne_prenom || ' ».'),
       ('prenom', r.prenom, c.personne_prenom, 'Ce contrat est celui de « ' || c.personne_nom || ' ' || c.personne_prenom || ' ».'),
       ('entreprise', r.entreprise, c.employeur_nom, 'L’employeur de ce contrat est « ' || c.employeur_nom || ' ».')) as v (colonne, vu, su, phrase)
 where texte_normalise(v.vu) <> texte_normalise(v.su)
   -- Of a record merged into hers since the file was prepared, it still speaks rightly.
   and not exists (select from beneficiaire a
                    where a.structure_id = :structure and a.fusionne_dans = c.personne_id and v.colonne <> 'entreprise'
                      and texte_normalise(v.vu) in (texte_normalise(a.reference), texte_normalise(a.nom), texte_normalise(a.prenom)))
   and not exists (select from entreprise a
                    where a.structure_id = :structure and a.fusionne_dans = c.employeur_id and v.colonne = 'entreprise'
                      and texte_normalise(v.vu) = a.nom_normalise);

-- The lots of a contract: those it is assigned to, and those on which it has hours or a month without.
create temp table r_lot_du_contrat on commit drop as
select t.contrat_id, l.id as lot_id, l.numero, m.id as marche_id, m.reference as marche, d.nom as donneur,
       d.nom_normalise as donneur_n, d.id as donneur_id
  from (select contrat_id, lot_id from affectation where structure_id = :structure
        union
        select contrat_id, lot_id from releve_heures where structure_id = :structure and contrat_id in (select id from r_contrat)
        union
        select contrat_id, lot_id from mois_sans_heure where structure_id = :structure) t
  join r_contrat c on c.id = t.contrat_id
  join lot l on l.structure_id = :structure and l.id = t.lot_id
  join marche m on m.structure_id = :structure and m.id = l.marche_id
  join donneur_ordre d on d.structure_id = :structure and d.id = m.donneur_ordre_id;

analyze r_lot_du_contrat;

create temp table r_lien_lot on commit drop as
select r.ligne, k.contrat_id, count(l.lot_id) as candidats, min(l.lot_id) as lot_id, min(l.marche_id) as marche_id
  from r_ligne r
  join r_lien_contrat k using (ligne)
  left join r_lot_du_contrat l on l.contrat_id = k.contrat_id
        and (r.marche is null or l.marche = r.marche)
        and (r.lot is null or l.numero = r.lot)
        and (r.donneur_ordre is null or l.donneur_n = texte_normalise(r.donneur_ordre)
             or exists (select from donneur_ordre a
                         where a.structure_id = :structure and a.fusionne_dans = l.donneur_id
                           and a.nom_normalise = texte_normalise(r.donneur_ordre)))
 where k.contrat_id is not null and r.invalides & ({marche} | {lot} | {donneur_ordre}) = 0
 group by r.ligne, k.contrat_id;

-- The first column that no lot of the contract agrees with, and what its lots are.
insert into r_erreur
select r.ligne,
       case when r.marche is not null and not coalesce(l.a_le_marche, false) then 'marche'
            when r.lot is not null and not coalesce(l.a_le_lot, false) or r.donneur_ordre is null then 'lot'
            else 'donneur_ordre' end,
       case when r.marche is not null and not coalesce(l.a_le_marche, false) then r.marche
            when r.lot is not null and not coalesce(l.a_le_lot, false) or r.donneur_ordre is null then coalesce(r.lot, '')
            else r.donneur_ordre end,
       coalesce('Ce contrat n’a pas ce lot. Les siens : ' || l.noms || '.',
                'Ce contrat n’a pas encore de lot : donnez-lui-en un sur sa fiche.')
  from r_lien_lot k
  join r_ligne r using (ligne)
  left join lateral (
       select string_agg(x.donneur || ', marché ' || x.marche || ', lot ' || x.numero, ' ; ' order by x.donneur, x.marche, x.numero) as noms,
              bool_or(x.marche = r.marche) as a_le_marche,
              bool_or(x.numero = r.lot and (r.marche is null or x.marche = r.marche)) as a_le_lot
         from r_lot_du_contrat x where x.contrat_id = k.contrat_id) l on true
 where k.candidats = 0;

insert into r_erreur
select r.ligne, case when r.marche is null then 'marche' when r.lot is null then 'lot' else 'donneur_ordre' end, '',
       'Ce contrat a plusieurs lots : indiquez ' || case when r.marche is not null and r.lot is not null then 'donneur_ordre.' else 'marche et lot.' end
  from r_lien_lot k join r_ligne r using (ligne)
 where k.candidats > 1;

create temp table r_lien on commit drop as
select k.ligne, k.contrat_id, k.lot_id, k.marche_id, c.personne_id
  from r_lien_lot k join r_contrat c on c.id = k.contrat_id
 where k.candidats = 1;

create unique index on r_lien (ligne);

analyze r_lien;

create temp table r_marche on commit drop as
select a.marche_id as id, a.debut as notification, a.debut as notification_avant, a.fin, a.fin as fin_avant
  from marche_actif a
 where a.structure_id = :structure and a.marche_id in (select marche_id from r_lien);

create temp table r_fenetre on commit drop as
select e.beneficiaire_id as personne_id, e.debut, e.fin
  from entree e where e.structure_id = :structure and e.beneficiaire_id in (select id from r_personne);

analyze r_fenetre;
