-- What records and their lists still lacked.

-- A list finds by a marché's reference. A word that many references hold (a year, a prefix) names no marché: reading the
-- hours of hundreds of them would take longer than a search may, and would find nearly everybody.
create function lots_nommes(structure bigint, motif text) returns setof bigint
    language sql stable parallel safe
as $$
    select l.id
      from (select m.id, count(*) over () as nombre from marche m
             where m.structure_id = structure and length(motif) >= 6
               and m.recherche like motif and texte_normalise(m.reference) like motif) m
      join lot l on l.structure_id = structure and l.marche_id = m.id
     where m.nombre <= 100
$$;
comment on function lots_nommes is 'The lots of the marchés whose reference holds a word of four letters or more, as a pattern for like on folded text; none where more than a hundred do';

-- Whoever saves second is told who was first.
alter table contact add column version integer not null default 0;
create trigger contact_version before update on contact for each row when (old.version = new.version)
    execute function version_avancee();

alter table participation add column version integer not null default 0;
create trigger participation_version before update on participation for each row when (old.version = new.version)
    execute function version_avancee();

-- The history of a company holds roles taken away since.
create index journal_par_entreprise on journal (structure_id, (avant ->> 'entreprise_id')) where table_nom = 'participation';
