-- A month of which nothing was known is new, and told like a change: the preview shows every month that will be written.

insert into r_changement
select ligne, 'heures', nom || ', ' || to_char(mois, 'MM/YYYY'), '', replace(heures::text, '.', ','), 1
  from r_heure where nouveau and heures is not null;

create temp table r_etat on commit drop as
select r.ligne, coalesce(h.nouveau and h.heures is not null, false) as nouvelle,
       exists (select from r_modifiee x where x.ligne = r.ligne) as modifiee
  from r_ligne r left join r_heure h using (ligne);
