-- Imported, but worth a look. What is said of a thing is said once, at its first line; what is said of hours, at theirs.

-- A criterion that its age contradicts, at the entry.
insert into r_avertissement
select e.ligne, 'criteres', critere, avertissement_critere(critere, a.age)
  from r_entree e
 cross join lateral unnest(string_to_array(coalesce(e.criteres, e.criteres_avant), '|')) as critere
 cross join lateral (select extract(year from age(e.debut, e.naissance))::integer as age) a
 where avertissement_critere(critere, a.age) is not null;

-- A modality that the employer's type can't offer.
insert into r_avertissement
select c.ligne, 'modalite', coalesce(c.modalite, c.modalite_avant),
       'La modalité ne va pas avec le type de l’employeur (' || e.type || ').'
  from r_contrat c
  join (select id, type_final as type from r_entreprise
        union all
        select id, type from entreprise x where x.structure_id = :structure and not exists (select from r_entreprise y where y.id = x.id)) e
    on e.id = coalesce(c.employeur_id, c.employeur_id_avant, c.employeur_final)
 where not modalite_convient(coalesce(c.modalite, c.modalite_avant), e.type);

-- A clause of the public procurement code for a private buyer, or the reverse.
insert into r_avertissement
select l.ligne, 'clauses', clause, avertissement_clause(clause, coalesce(d.nature, d.nature_avant))
  from r_lot l
  join r_marche m on m.id = l.marche_id
  join r_donneur d on d.id = m.donneur_id
 cross join lateral unnest(string_to_array(coalesce(l.clauses, l.clauses_avant), '|')) as clause
 where avertissement_clause(clause, coalesce(d.nature, d.nature_avant)) is not null;

-- Works are usually building or public works, and the reverse.
insert into r_avertissement
select l.ligne, 'marche_type', coalesce(m.type, m.type_avant),
       avertissement_type(coalesce(m.type, m.type_avant), coalesce(f.groupe, f.groupe_avant))
  from r_lot l
  join r_marche m on m.id = l.marche_id
  join r_famille f on f.id = l.famille_id
 where avertissement_type(coalesce(m.type, m.type_avant), coalesce(f.groupe, f.groupe_avant)) is not null;
