-- A word of a letter or two is in nearly every name, and a search must say so at once.

-- As before (V014), but a word that names too many is known by the first 501 of them.
create or replace function personnes_nommees(structure bigint, motif text) returns setof bigint
    language sql stable parallel safe rows 50
as $$
    with nommee as materialized (
        select coalesce(b.fusionne_dans, b.id) as id from beneficiaire b
         where b.structure_id = structure and b.recherche like motif limit 501)
    select id from nommee where (select count(*) from nommee) <= 500
$$;

-- As before, but each person's contracts, and each contract's lots, are looked up one by one: there are never many people,
-- which the planner can't know, and it read all hours of the structure instead.
create or replace function lots_de_personnes(structure bigint, motif text) returns setof bigint
    language sql stable parallel safe rows 50
as $$
    select distinct l.lot_id
      from personnes_nommees(structure, motif) p (id)
     cross join lateral (
        select c.id from contrat_insertion c where c.structure_id = structure and c.beneficiaire_id = p.id offset 0) c
     cross join lateral (
        select a.lot_id from affectation a where a.structure_id = structure and a.contrat_id = c.id
         union all
        select r.lot_id from releve_heures r where r.structure_id = structure and r.contrat_id = c.id offset 0) l
$$;

create function lots_d_entreprises(structure bigint, motif text) returns setof bigint
    language sql stable parallel safe
as $$
    select lot_id from participation
     where structure_id = structure and entreprise_id = any (array(select entreprises_nommees(structure, motif)))
$$;
comment on function lots_d_entreprises is 'The lots on which the companies that a word names have a role';
