-- A month of which nothing was known is new, and told like a change: the preview shows every month that will be written.

insert into r_changement
select h.ligne, 'heures', c.nom || ', ' || to_char(h.mois, 'MM/YYYY'), '', replace(h.heures::text, '.', ','), 1
  from r_heure h join r_contrat c on c.id = h.contrat_id
 where h.nouveau and h.heures is not null;

create temp table r_etat on commit drop as
select r.ligne, coalesce(h.nouveau and h.heures is not null, false) as nouvelle,
       exists (select from r_modifiee x where x.ligne = r.ligne) as modifiee
  from r_ligne r left join r_heure h using (ligne);
