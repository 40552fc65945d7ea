-- The follow-up file: each line's person, and what is stored for the same year and milestone.

create temp table r_erreur (ligne integer, colonne text, valeur text, message text) on commit drop;

create temp table r_avertissement (ligne integer, colonne text, valeur text, message text) on commit drop;

create temp table r_changement (ligne integer, colonne text, objet text, avant text, apres text, lignes integer) on commit drop;

create temp table r_modifiee (ligne integer) on commit drop;

analyze reprise_suivi;

create temp table r_suivi on commit drop as
select s.ligne, s.beneficiaire_ref as reference, s.cohorte, s.jalon, s.situation, s.date, b.id as beneficiaire_id,
       a.id, a.situation as situation_avant, a.date_reponse as date_avant, a.id is null as nouveau,
       first_value(s.ligne) over (partition by s.beneficiaire_ref, s.cohorte, s.jalon order by s.ligne) as premiere_ligne
  from reprise_suivi s
  left join beneficiaire b on b.structure_id = :structure and b.reference = s.beneficiaire_ref
  left join situation_suivi a on a.structure_id = :structure and a.beneficiaire_id = b.id and a.cohorte = s.cohorte and a.jalon = s.jalon;

drop table reprise_suivi;

analyze r_suivi;

insert into r_erreur
select ligne, 'beneficiaire_ref', reference, 'Aucun bénéficiaire n’a cette référence.'
  from r_suivi where reference is not null and beneficiaire_id is null;

insert into r_erreur
select ligne, 'jalon', jalon::text,
       'Les lignes ' || premiere_ligne || ' et ' || ligne || ' donnent deux fois la situation de la même personne à la même échéance.'
  from r_suivi where ligne <> premiere_ligne and reference is not null and cohorte is not null and jalon is not null;

insert into r_modifiee
select ligne from r_suivi where not nouveau and (situation <> situation_avant or date <> date_avant or date is not null and date_avant is null);

insert into r_changement
select ligne, 'situation', reference || ', cohorte ' || cohorte || ' à ' || jalon || ' mois', situation_avant, situation, 1
  from r_suivi where not nouveau and situation <> situation_avant
union all
select ligne, 'date', reference || ', cohorte ' || cohorte || ' à ' || jalon || ' mois',
       coalesce(to_char(date_avant, 'DD/MM/YYYY'), ''), to_char(date, 'DD/MM/YYYY'), 1
  from r_suivi where not nouveau and date is distinct from date_avant and date is not null;

create temp table r_etat on commit drop as
select s.ligne, s.nouveau as nouvelle, m.ligne is not null as modifiee
  from r_suivi s left join r_modifiee m on m.ligne = s.ligne;
