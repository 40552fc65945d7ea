-- A role corrected on a lot is a change of the lines that say it.
with touchee as (
    select r.ligne, p.role_avant, p.role, m.nom || ', ' || e.nom as objet
      from r_participation p
      join r_lien k on k.lot_id = p.lot_id and k.entreprise_id = p.entreprise_id
      join r_ligne r on r.ligne = k.ligne and r.entreprise_role = p.role
      join r_lot m on m.id = p.lot_id
      join r_entreprise e on e.id = p.entreprise_id
     where p.role_avant is not null),
marquee as (insert into r_modifiee select ligne from touchee)
insert into r_changement
select min(ligne), 'entreprise_role', objet, role_avant, role, count(*) from touchee group by objet, role_avant, role;

-- A stored window that a new entry cuts short changes with it.
insert into r_changement
select n.ligne, 'entree', 'fin de la période d’éligibilité ouverte le ' || to_char(f.debut, 'DD/MM/YYYY') || ', ' || p.nom || ' ' || p.prenom,
       to_char(f.fin_avant, 'DD/MM/YYYY'), to_char(f.fin, 'DD/MM/YYYY'), 1
  from r_fenetre f
  join r_entree n on n.nouveau and n.personne_id = f.personne_id and n.debut = f.fin + 1
  join r_personne p on p.id = f.personne_id
 where f.fin < f.fin_avant;

-- A line is new when anything that it names was not stored before; else modified when it changes something.
create temp table r_etat on commit drop as
select k.ligne,
       coalesce(d.nouveau, false) or coalesce(o.nouveau, false) or coalesce(f.nouveau, false) or coalesce(m.nouveau, false)
           or coalesce(l.nouveau, false) or coalesce(e.nouveau, false) or coalesce(y.nouveau, false) or coalesce(p.nouveau, false)
           or coalesce(n.nouveau, false) or coalesce(c.nouveau, false) or coalesce(h.nouveau, false) or t.lot_id is not null as nouvelle,
       exists (select from r_modifiee x where x.ligne = k.ligne) as modifiee
  from r_lien k
  join r_ligne r using (ligne)
  left join r_donneur d on d.id = k.donneur_id
  left join r_operation o on o.id = k.operation_id
  left join r_famille f on f.id = k.famille_id
  left join r_marche m on m.id = k.marche_id
  left join r_lot l on l.id = k.lot_id
  left join r_entreprise e on e.id = k.entreprise_id
  left join r_entreprise y on y.id = k.employeur_id
  left join r_personne p on p.id = k.personne_id
  left join r_entree n on n.id = k.entree_id
  left join r_contrat c on c.id = k.contrat_id
  left join r_heure h on h.ligne = k.ligne
  left join r_participation t on t.lot_id = k.lot_id and t.entreprise_id = k.entreprise_id and t.role_avant is null
        and (t.role = r.entreprise_role or t.implicite);
