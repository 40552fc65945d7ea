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

-- Two records of one company made one. Of two, only the one that stays may have a SIREN: it says which company it is.
alter table entreprise
    add column fusionne_dans bigint,
    add constraint entreprise_fusionne_dans foreign key (structure_id, fusionne_dans) references entreprise (structure_id, id),
    add constraint entreprise_fusion_autre  check (fusionne_dans <> id),
    add constraint entreprise_fusion_close  check (fusionne_dans is null or not actif),
    add constraint entreprise_fusion_siren  check (fusionne_dans is null or siren is null);
create index entreprise_fusionnees on entreprise (structure_id, fusionne_dans) where fusionne_dans is not null;
comment on column entreprise.fusionne_dans is 'The company that this one was merged into: its roles and contracts are there';
drop index entreprise_nom_unique_sans_siren;
create unique index entreprise_nom_unique_sans_siren on entreprise (structure_id, nom_normalise)
    where siren is null and fusionne_dans is null;

create sequence fusion_entreprise_seq increment by 50;
create table fusion_entreprise (
    id            bigint primary key default nextval('fusion_entreprise_seq'),
    structure_id  bigint not null,
    garde_id      bigint not null,
    absorbe_id    bigint not null,
    avant         jsonb not null,
    fait_le       timestamptz not null default now(),
    fait_par      bigint,
    annule_le     timestamptz,
    annule_par    bigint,
    constraint fusion_entreprise_cle        unique (structure_id, id),
    constraint fusion_entreprise_garde      foreign key (structure_id, garde_id) references entreprise (structure_id, id),
    constraint fusion_entreprise_absorbe    foreign key (structure_id, absorbe_id) references entreprise (structure_id, id),
    constraint fusion_entreprise_auteur     foreign key (structure_id, fait_par) references utilisateur (structure_id, id),
    constraint fusion_entreprise_annule_par foreign key (structure_id, annule_par) references utilisateur (structure_id, id),
    constraint fusion_entreprise_deux       check (garde_id <> absorbe_id)
);
create index fusion_entreprise_par_garde on fusion_entreprise (structure_id, garde_id);
create unique index fusion_entreprise_une_en_cours on fusion_entreprise (structure_id, absorbe_id) where annule_le is null;
comment on table fusion_entreprise is 'Two records of one company made one, and what it takes to undo it';
