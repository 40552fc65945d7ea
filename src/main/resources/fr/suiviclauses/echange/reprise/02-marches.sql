-- Buyers, operations, families, marchés, lots: one row for each thing that the file speaks of, with the id that it has
-- or will have. For each attribute a: a is what the file says, a_max differs from it when two lines disagree (blanks
-- are ignored by min and max), a_avant is what is stored. Of several spellings of one name the stored one is kept if
-- the file has it too, else the last in code order is taken, the one with accents and small letters.

-- A name that belongs but to a record merged into another speaks of the one that stayed, under its own name.
update r_ligne r set donneur_n = garde.nom_normalise, donneur_ordre = garde.nom
  from donneur_ordre absorbe
  join donneur_ordre garde on garde.structure_id = absorbe.structure_id and garde.id = absorbe.fusionne_dans
 where absorbe.structure_id = :structure and absorbe.nom_normalise = r.donneur_n
   and not exists (select from donneur_ordre d
                    where d.structure_id = :structure and d.nom_normalise = r.donneur_n and d.fusionne_dans is null);

create temp table r_donneur on commit drop as
with fichier as (
    select donneur_n as cle, min(ligne) as ligne, max(donneur_ordre collate "C") as graphie,
           min(donneur_ordre_nature) as nature, max(donneur_ordre_nature) as nature_max,
           min(charte_sba) as charte, max(charte_sba) as charte_max,
           min(charte_sba_debut) as charte_debut, max(charte_sba_debut) as charte_debut_max,
           min(charte_sba_fin) as charte_fin, max(charte_sba_fin) as charte_fin_max
      from r_ligne where donneur_n is not null group by donneur_n)
select f.*, coalesce(b.id, nextval('donneur_ordre_seq')) as id, b.id is null as nouveau,
       case when exists (select from r_nom n where n.texte = b.nom) then b.nom else f.graphie end as nom,
       b.nom as nom_avant, b.nature as nature_avant,
       case when c.id is not null then 'OUI' else 'NON' end as charte_avant,
       c.id as charte_id, c.debut as charte_debut_avant, c.fin as charte_fin_avant
  from fichier f
  left join lateral (
      select id, nom, nature from donneur_ordre d
       where d.structure_id = :structure and d.nom_normalise = f.cle
       order by d.actif desc, d.id desc limit 1) b on true
  -- Of several signatures, the one that begins on the day that the file says, else the last.
  left join lateral (
      select id, debut, fin from signature_charte s
       where s.structure_id = :structure and s.donneur_ordre_id = b.id and s.charte = 'SBA'
       order by (s.debut = f.charte_debut) is true desc, s.debut desc nulls last limit 1) c on true;

create temp table r_operation on commit drop as
with fichier as (
    select operation_n as cle, min(ligne) as ligne, max(operation collate "C") as graphie,
           min(operation_type) as type, max(operation_type) as type_max,
           min(operation_objectif) as objectif, max(operation_objectif) as objectif_max
      from r_ligne where operation_n is not null group by operation_n)
select f.*, coalesce(b.id, nextval('operation_seq')) as id, b.id is null as nouveau,
       case when exists (select from r_nom n where n.texte = b.nom) then b.nom else f.graphie end as nom,
       b.nom as nom_avant, b.type as type_avant, b.objectif as objectif_avant
  from fichier f
  left join operation b on b.structure_id = :structure and b.nom_normalise = f.cle;

create temp table r_famille on commit drop as
with fichier as (
    select famille_n as cle, min(ligne) as ligne, max(famille collate "C") as graphie,
           min(groupe) as groupe, max(groupe) as groupe_max
      from r_ligne where famille_n is not null group by famille_n)
select f.*, coalesce(b.id, nextval('famille_achat_seq')) as id, b.id is null as nouveau,
       case when exists (select from r_nom n where n.texte = b.nom) then b.nom else f.graphie end as nom,
       b.nom as nom_avant, b.groupe as groupe_avant
  from fichier f
  left join famille_achat b on b.structure_id = :structure and b.nom_normalise = f.cle;

-- A family's group is always the same: moving it would move the hours of every lot, of past years too.
insert into r_erreur
select min(r.ligne), 'groupe_famille', min(r.groupe_famille),
       'La famille « ' || f.nom_avant || ' » est déjà enregistrée dans le groupe « ' || f.groupe_avant || ' ».'
  from r_famille f join r_ligne r on r.famille_n = f.cle
 where not f.nouveau and r.groupe <> f.groupe_avant
 group by f.nom_avant, f.groupe_avant, r.groupe;

create temp table r_marche on commit drop as
with fichier as (
    select donneur_n, marche as reference, min(ligne) as ligne,
           min(marche_objet) as objet, max(marche_objet) as objet_max,
           min(marche_type) as type, max(marche_type) as type_max,
           min(marche_notification) as notification, max(marche_notification) as notification_max,
           min(marche_fin) as fin, max(marche_fin) as fin_max,
           min(operation_n) as operation_n, max(operation_n) as operation_n_max
      from r_ligne where donneur_n is not null and marche is not null group by donneur_n, marche)
select f.*, d.id as donneur_id, d.nom || ', marché ' || f.reference as nom, o.id as operation_id,
       coalesce(m.id, nextval('marche_seq')) as id, m.id is null as nouveau,
       m.objet as objet_avant, m.type as type_avant, m.date_notification as notification_avant, m.date_fin as fin_avant,
       p.nom_normalise as operation_n_avant, p.nom as operation_nom_avant, o.nom as operation_nom
  from fichier f
  join r_donneur d on d.cle = f.donneur_n
  left join r_operation o on o.cle = f.operation_n
  left join marche m on m.structure_id = :structure and m.donneur_ordre_id = d.id and m.reference = f.reference
  left join operation p on p.structure_id = m.structure_id and p.id = m.operation_id;

analyze r_marche;

create temp table r_lien_marche on commit drop as
select r.ligne, d.id as donneur_id, o.id as operation_id, f.id as famille_id, m.id as marche_id
  from r_ligne r
  left join r_donneur d on d.cle = r.donneur_n
  left join r_operation o on o.cle = r.operation_n
  left join r_famille f on f.cle = r.famille_n
  left join r_marche m on m.donneur_n = r.donneur_n and m.reference = r.marche;

analyze r_lien_marche;

create temp table r_lot on commit drop as
with fichier as (
    select k.marche_id, r.numero_lot as numero, min(r.ligne) as ligne,
           min(r.lot_objet) as objet, max(r.lot_objet) as objet_max,
           min(r.famille_n) as famille_n, max(r.famille_n) as famille_n_max,
           min(r.clauses) as clauses, max(r.clauses) as clauses_max,
           min(r.obligation) as obligation, max(r.obligation) as obligation_max
      from r_ligne r join r_lien_marche k using (ligne)
     where k.marche_id is not null and r.numero_lot is not null group by k.marche_id, r.numero_lot)
select f.*, m.nom || ', lot ' || f.numero as nom, m.notification, a.id as famille_id, a.nom as famille_nom,
       coalesce(l.id, nextval('lot_seq')) as id, l.id is null as nouveau,
       l.objet as objet_avant, b.nom_normalise as famille_n_avant, b.nom as famille_nom_avant,
       c.clauses as clauses_avant, o.id as obligation_id, o.heures as obligation_avant, o.date_effet as obligation_date_avant
  from fichier f
  join r_marche m on m.id = f.marche_id
  left join r_famille a on a.cle = f.famille_n
  left join lot l on l.structure_id = :structure and l.marche_id = f.marche_id and l.numero = f.numero
  left join famille_achat b on b.structure_id = l.structure_id and b.id = l.famille_id
  left join lateral (
      select string_agg(type, '|' order by type collate "C") as clauses
        from lot_clause where structure_id = :structure and lot_id = l.id) c on true
  left join mouvement_obligation o on o.structure_id = :structure and o.lot_id = l.id and o.nature = 'INITIAL';

analyze r_lot;

-- A correction of the initial obligation may not leave the lot owing less than nothing on some day.
insert into r_erreur
select distinct ligne, 'obligation', obligation::text,
       'Avec cette valeur, l’obligation du lot serait négative à partir du ' || to_char(min(date_effet), 'DD/MM/YYYY') || '.'
  from (select f.id, f.ligne, f.obligation, d.date_effet,
               sum(d.heures) over (partition by f.id order by d.date_effet range between unbounded preceding and current row) as cumul
          from r_lot f
          join mouvement_obligation o on o.structure_id = :structure and o.lot_id = f.id
         cross join lateral (
               select case when o.id = f.obligation_id then coalesce(f.obligation, o.heures) else o.heures end as heures,
                      case when o.id = f.obligation_id then coalesce(f.notification, o.date_effet) else o.date_effet end as date_effet) d
         where f.obligation <> f.obligation_avant or f.notification <> f.obligation_date_avant) cumuls
 where cumul < 0
 group by id, ligne, obligation;
