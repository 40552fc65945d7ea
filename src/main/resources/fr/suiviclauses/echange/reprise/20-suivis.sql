-- The follow-up file: each line's person, and what is stored for the same year and milestone.

analyze reprise_suivi;

create temp table r_suivi on commit drop as
select s.ligne, s.beneficiaire_ref as reference, s.cohorte, s.jalon, s.situation, s.date, coalesce(b.fusionne_dans, b.id) as beneficiaire_id,
       b.fusionne_dans is not null as absorbe,
       a.id, a.situation as situation_avant, a.date_reponse as date_avant, a.id is null as nouveau,
       first_value(s.ligne) over (partition by s.beneficiaire_ref, s.cohorte, s.jalon order by s.ligne) as premiere_ligne
  from reprise_suivi s
  left join beneficiaire b on b.structure_id = :structure and b.reference = s.beneficiaire_ref
  left join situation_suivi a on a.structure_id = :structure and a.beneficiaire_id = coalesce(b.fusionne_dans, b.id)
        and a.cohorte = s.cohorte and a.jalon = s.jalon;

-- Two records merged into one keep one answer for each milestone, as the merge did: one that is an answer, then the latest.
-- What was said under a reference merged away never undoes what is stored.
with rang as (
    select ligne, row_number() over (partition by beneficiaire_id, cohorte, jalon
                                         order by situation <> 'NON_RENSEIGNE' desc, date desc nulls last, absorbe, ligne) as rang,
           absorbe and not nouveau
           and (situation <> 'NON_RENSEIGNE', coalesce(date, '-infinity'))
               <= (situation_avant <> 'NON_RENSEIGNE', coalesce(date_avant, '-infinity')) as moindre
      from r_suivi where beneficiaire_id is not null and ligne = premiere_ligne)
update r_suivi s set situation = s.situation_avant, date = s.date_avant, nouveau = false
  from rang r
 where r.ligne = s.ligne and (r.rang > 1 or r.moindre);

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
