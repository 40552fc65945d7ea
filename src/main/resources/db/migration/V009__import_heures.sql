-- Files of hours: a third kind of deposit, which can be cancelled.

alter table depot
    drop constraint depot_genre_connu,
    add constraint depot_genre_connu check (genre in ('REPRISE', 'SUIVIS', 'HEURES')),
    drop constraint depot_etat_connu,
    add constraint depot_etat_connu check (etat in ('ANALYSE', 'A_CONFIRMER', 'REFUSE', 'ECRITURE', 'TERMINE', 'ECHEC', 'ABANDONNE', 'ANNULE')),
    add column annule_le   timestamptz,
    add column annule_par  bigint,
    add constraint depot_annule_par   foreign key (structure_id, annule_par) references utilisateur (structure_id, id),
    add constraint depot_annule_signe check ((annule_le is null) = (annule_par is null)),
    add constraint depot_annule       check ((etat = 'ANNULE') = (annule_le is not null));
comment on column depot.annule_par is 'Who had everything that it wrote put back as it was before';

-- No foreign key to the contract or the lot: it would keep a contract from being removed long after its hours were. A
-- month that is not as the import left it is found by its row and its version, whatever became of it.
create table depot_releve (
    structure_id          bigint not null,
    depot_id              bigint not null,
    contrat_id            bigint not null,
    lot_id                bigint not null,
    mois                  date not null,
    releve_avant          bigint,
    heures_avant          numeric(5, 2),
    statut_avant          text,
    justification_avant   text,
    motif_avant           text,
    version_avant         integer,
    sans_heure_avant      timestamptz,
    sans_heure_avant_par  bigint,
    releve_apres          bigint,
    version_apres         integer,
    sans_heure_apres      timestamptz,
    primary key (structure_id, depot_id, contrat_id, lot_id, mois),
    constraint depot_releve_depot      foreign key (structure_id, depot_id) references depot (structure_id, id) on delete cascade,
    constraint depot_releve_avant      check (num_nonnulls(releve_avant, heures_avant, statut_avant, version_avant) in (0, 4)),
    constraint depot_releve_apres      check ((releve_apres is null) = (version_apres is null)),
    constraint depot_releve_un_etat    check (num_nonnulls(releve_avant, sans_heure_avant) < 2 and num_nonnulls(releve_apres, sans_heure_apres) = 1)
);
comment on table depot_releve is 'Each month of hours that an import wrote, as it was before and as it left it: what cancelling it takes';
comment on column depot_releve.releve_avant is 'The relevé there was; null: none, and sans_heure_avant tells whether that was confirmed';
comment on column depot_releve.sans_heure_apres is 'When the import confirmed that the month has no hours';
