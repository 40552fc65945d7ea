-- What entering people by hand needs: eligibility windows that move together, and who read whose sheet.

-- The last day of the window that an entry opens: as many months as the structure's parameter says on its day, 24 unless
-- said. The import and the pages share it.
create function entree_fin_par_defaut(structure bigint, jour date) returns date
    language sql stable parallel safe
    return (jour + make_interval(months => coalesce((
               select p.mois from parametre_eligibilite p
                where p.structure_id = structure and p.date_effet <= jour order by p.date_effet desc limit 1), 24))
           - interval '1 day')::date;
comment on function entree_fin_par_defaut is 'The last day of the eligibility window of an entry, before a prolongation or a next entry';

-- The end of each window of a person by the rule: as long as it is by default or was made by a prolongation, cut at the
-- next entry.
create function entree_fenetres(structure bigint, personne bigint) returns table (entree_id bigint, debut date, fin date)
    language sql stable parallel safe
as $$
    select e.id, e.debut,
           least(greatest(entree_fin_par_defaut(e.structure_id, e.debut), (
                     select max(p.fin) from prolongation p where p.structure_id = e.structure_id and p.entree_id = e.id)),
                 lead(e.debut) over (order by e.debut) - 1)
      from entree e
     where e.structure_id = structure and e.beneficiaire_id = personne
$$;
comment on function entree_fenetres is 'A person''s eligibility windows as the rule makes them';

-- Two windows may overlap while one statement or one change moves them; never once it is done.
alter table entree
    drop constraint entree_fenetres_disjointes,
    add constraint entree_fenetres_disjointes
        exclude using gist (structure_id with =, beneficiaire_id with =, daterange(debut, fin, '[]') with &&)
        deferrable initially immediate;

create index prolongation_par_entree on prolongation (structure_id, entree_id);

-- Twins are looked for by their birth first.
create index beneficiaire_par_naissance on beneficiaire (structure_id, naissance) where naissance is not null;

create table consultation (
    id               bigint generated always as identity primary key,
    structure_id     bigint not null,
    utilisateur_id   bigint not null,
    beneficiaire_id  bigint not null,
    moment           timestamptz not null default now(),
    constraint consultation_cle           unique (structure_id, id),
    constraint consultation_utilisateur   foreign key (structure_id, utilisateur_id) references utilisateur (structure_id, id),
    constraint consultation_beneficiaire  foreign key (structure_id, beneficiaire_id) references beneficiaire (structure_id, id) on delete cascade
);
create index consultation_par_beneficiaire on consultation (structure_id, beneficiaire_id, moment);
comment on table consultation is 'Who read the sheet of which person, and when';
