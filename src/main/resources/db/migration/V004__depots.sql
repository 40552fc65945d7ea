-- The files that people deposit for import: checked first, written when they say so, their report kept.

create sequence depot_seq increment by 50;
create table depot (
    id                    bigint primary key default nextval('depot_seq'),
    structure_id          bigint not null references structure (id),
    genre                 text not null,
    nom                   text not null,
    octets                bigint not null,
    empreinte             text not null,
    classeur              boolean not null,
    etat                  text not null,
    depose_le             timestamptz not null,
    depose_par            bigint,
    confirme_le           timestamptz,
    confirme_par          bigint,
    fini_le               timestamptz,
    etape                 text,
    lignes_lues           integer,
    lignes_prevues        integer,
    lignes                integer,
    nouvelles             integer,
    modifiees             integer,
    inchangees            integer,
    en_erreur             integer,
    total_erreurs         integer,
    total_avertissements  integer,
    total_changements     integer,
    refus                 text,
    tentatives            smallint not null default 0,
    constraint depot_cle              unique (structure_id, id),
    constraint depot_auteur           foreign key (structure_id, depose_par) references utilisateur (structure_id, id),
    constraint depot_confirme_par     foreign key (structure_id, confirme_par) references utilisateur (structure_id, id),
    constraint depot_genre_connu      check (genre in ('REPRISE', 'SUIVIS')),
    constraint depot_nom_rempli       check (btrim(nom) <> ''),
    constraint depot_empreinte_forme  check (empreinte ~ '^[0-9a-f]{64}$'),
    constraint depot_etat_connu       check (etat in ('ANALYSE', 'A_CONFIRMER', 'REFUSE', 'ECRITURE', 'TERMINE', 'ECHEC', 'ABANDONNE')),
    constraint depot_confirme_signe   check ((confirme_le is null) = (confirme_par is null)),
    constraint depot_fini             check ((etat in ('ANALYSE', 'ECRITURE')) = (fini_le is null)),
    constraint depot_compte           check (lignes = nouvelles + modifiees + inchangees + en_erreur),
    constraint depot_refus_sans_erreur check (etat <> 'TERMINE' or (refus is null and total_erreurs = 0 and en_erreur = 0))
);
create index depot_par_date on depot (structure_id, depose_le desc, id desc);
create index depot_par_empreinte on depot (structure_id, empreinte);
comment on table depot is 'A file deposited for import: its check, its outcome, its report';
comment on column depot.nom is 'The name that the file had where it came from';
comment on column depot.empreinte is 'SHA-256 of the file, to tell that it has come before';
comment on column depot.classeur is 'A workbook (XLSX); else a CSV';
comment on column depot.depose_par is 'Null: the program itself (the demonstration)';
comment on column depot.etape is 'The step under way, in French, for who waits';
comment on column depot.lignes_prevues is 'About how many lines the file has, for the progress bar; null: unknown before it is read';
comment on column depot.tentatives is 'How often the work under way was begun: one that kills the program is not begun for ever';
comment on column depot.refus is 'Why the file as a whole was refused, or why its import failed';

-- Kept apart and unlogged: what is deposited is not data yet. A crash of the server empties it, and the page then asks for
-- the file again; and what a refused file should not have held leaves no copy in the log of writes.
create unlogged table depot_contenu (
    depot_id      bigint not null,
    rang          integer not null,
    structure_id  bigint not null,
    octets        bytea not null,
    primary key (structure_id, depot_id, rang),
    constraint depot_contenu_depot foreign key (structure_id, depot_id) references depot (structure_id, id) on delete cascade
);
comment on table depot_contenu is 'A deposited file in pieces, until it is imported or too old; of a refused one, the copy with its errors';

create table depot_remarque (
    structure_id  bigint not null,
    depot_id      bigint not null,
    nature        text not null,
    rang          integer not null,
    ligne         integer,
    colonne       text,
    valeur        text not null,
    texte         text not null,
    avant         text,
    lignes        integer,
    primary key (structure_id, depot_id, nature, rang),
    constraint depot_remarque_depot         foreign key (structure_id, depot_id) references depot (structure_id, id) on delete cascade,
    constraint depot_remarque_nature_connue check (nature in ('ERREUR', 'AVERTISSEMENT', 'CHANGEMENT')),
    constraint depot_remarque_changement    check ((nature = 'CHANGEMENT') = (avant is not null and lignes is not null))
);
comment on table depot_remarque is 'What the check of a file found, the first thousand of each kind: the report';
comment on column depot_remarque.valeur is 'The value seen; of a change, the value after';
comment on column depot_remarque.texte is 'The sentence; of a change, what is changed';

-- Names and columns are those that db-scheduler expects.
create table scheduled_tasks (
    task_name             text not null,
    task_instance         text not null,
    task_data             bytea,
    execution_time        timestamptz not null,
    picked                boolean not null,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  integer,
    last_heartbeat        timestamptz,
    version               bigint not null,
    priority              smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_par_date on scheduled_tasks (execution_time);
create index scheduled_tasks_par_signe on scheduled_tasks (last_heartbeat);
comment on table scheduled_tasks is 'Work to be done outside requests (db-scheduler)';
