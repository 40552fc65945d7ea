-- Every list is found by whoever it is about.

create index operation_recherche on operation using gin (structure_id, recherche gin_trgm_ops);
create index lot_recherche on lot using gin (structure_id, recherche gin_trgm_ops);
create index donneur_ordre_siret_recherche on donneur_ordre_siret using gin (structure_id, siret gin_trgm_ops);
create index entreprise_siret_recherche on entreprise_siret using gin (structure_id, siret gin_trgm_ops);

create function entreprises_nommees(structure bigint, motif text) returns setof bigint
    language sql stable parallel safe
as $$
    select coalesce(fusionne_dans, id) from entreprise where structure_id = structure and recherche like motif
    union
    select entreprise_id from entreprise_siret where structure_id = structure and siret like motif
$$;
comment on function entreprises_nommees is 'The companies that a word names, as a pattern for like on folded text: by name, SIREN, SIRET, or what a record made one with theirs was called';

-- As for lots_nommes: a word that many names hold names nobody. Reading where they all worked would take longer than a
-- search may, and would find nearly every marché.
create function personnes_nommees(structure bigint, motif text) returns setof bigint
    language sql stable parallel safe
as $$
    select p.id
      from (select coalesce(b.fusionne_dans, b.id) as id, count(*) over () as nombre from beneficiaire b
             where b.structure_id = structure and b.recherche like motif) p
     where p.nombre <= 500
$$;
comment on function personnes_nommees is 'The people that a word names, as a pattern for like on folded text; none where more than 500 have it';

create function lots_de_personnes(structure bigint, motif text) returns setof bigint
    language sql stable parallel safe
as $$
    with contrat as materialized (
        select c.id from contrat_insertion c
         where c.structure_id = structure and c.beneficiaire_id in (select personnes_nommees(structure, motif)))
    select a.lot_id from contrat c join affectation a on a.structure_id = structure and a.contrat_id = c.id
    union
    select r.lot_id from contrat c join releve_heures r on r.structure_id = structure and r.contrat_id = c.id
$$;
comment on function lots_de_personnes is 'The lots on which the people that a word names have hours, or are to have some';
