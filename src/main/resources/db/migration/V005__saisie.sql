-- What entering records by hand needs beyond importing them: whose change comes second, whom to call, what to do next,
-- what was merged, and lists that find anything by a few letters.

create extension if not exists btree_gin;

-- Two people on one record ----------------------------------------------------------------------------------------------

-- A change made by SQL (an import) counts like one made on a page: whoever had the record open is told.
create function version_avancee() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end $$;
comment on function version_avancee is 'Moves a row''s version on, where whoever changes it did not';

do $$
declare
    nom text;
begin
    foreach nom in array array['famille_achat', 'donneur_ordre', 'operation', 'marche', 'lot', 'entreprise', 'beneficiaire', 'entree',
        'contrat_insertion', 'agregat_declare']
    loop
        execute format('alter table %I add column version integer not null default 0', nom);
        execute format('create trigger %I before update on %I for each row when (old.version = new.version)
            execute function version_avancee()', nom || '_version', nom);
    end loop;
end $$;

alter table releve_heures
    add column modifie_le   timestamptz not null default now(),
    add column modifie_par  bigint default nullif(current_setting('suivi.utilisateur', true), '')::bigint;
comment on column releve_heures.modifie_par is 'The account that last entered or changed these hours; null: the program itself';

create function releve_heures_modifie() returns trigger language plpgsql as $$
begin
    if new.version = old.version then
        new.version := old.version + 1;
    end if;
    new.modifie_le := now();
    new.modifie_par := nullif(current_setting('suivi.utilisateur', true), '')::bigint;
    return new;
end $$;
comment on function releve_heures_modifie is 'Says who changed hours, and when, to whoever comes second';
create trigger releve_heures_version before update on releve_heures for each row when (old is distinct from new)
    execute function releve_heures_modifie();

-- Records ---------------------------------------------------------------------------------------------------------------

alter table famille_achat add column actif boolean not null default true;
alter table operation add column actif boolean not null default true;
comment on column famille_achat.actif is 'Offered for a new lot; what it has counts in any case';
comment on column operation.actif is 'Shown in lists and choices; what it has counts in any case';

alter table marche
    add column actif            boolean not null default true,
    add column facilitateur_id  bigint,
    add constraint marche_facilitateur foreign key (structure_id, facilitateur_id) references utilisateur (structure_id, id);
create index marche_par_facilitateur on marche (structure_id, facilitateur_id) where facilitateur_id is not null;
comment on column marche.actif is 'Shown in lists and choices; its hours count in any case';
comment on column marche.facilitateur_id is 'The facilitateur in charge';

alter table lot
    add column euros_par_heure numeric(10, 2),
    add constraint lot_euros_par_heure_positifs check (euros_par_heure > 0);
comment on column lot.euros_par_heure is 'Of an accord-cadre: one hour owed for so many euros ordered, before tax';

alter table mouvement_obligation
    add column montant_ht numeric(14, 2),
    add constraint mouvement_obligation_montant_positif check (montant_ht >= 0);
comment on column mouvement_obligation.montant_ht is 'The amount before tax that the hours were reckoned from, in euros';

alter table beneficiaire
    add column adresse        text,
    add column code_postal    text,
    add column commune        text,
    add column telephone      text,
    add column courriel       text,
    add column actif          boolean not null default true,
    add column fusionne_dans  bigint,
    add constraint beneficiaire_code_postal_forme check (code_postal ~ '^[0-9]{5}$'),
    add constraint beneficiaire_fusionne_dans     foreign key (structure_id, fusionne_dans) references beneficiaire (structure_id, id),
    add constraint beneficiaire_fusion_autre      check (fusionne_dans <> id),
    drop constraint beneficiaire_anonyme,
    add constraint beneficiaire_anonyme check (anonymise_le is null
        or (nom is null and prenom is null and naissance is null and reference is null
            and adresse is null and code_postal is null and telephone is null and courriel is null and motif_homonyme is null));
create index beneficiaire_fusionnes on beneficiaire (structure_id, fusionne_dans) where fusionne_dans is not null;
comment on column beneficiaire.commune is 'Where the person lives now; what an entry says of the commune is as it was that day';
comment on column beneficiaire.actif is 'Shown in lists and choices; her hours count in any case';
comment on column beneficiaire.fusionne_dans is 'The record that this one was merged into: it has no entries, contracts or follow-ups of its own any more';

alter table donneur_ordre
    add column fusionne_dans bigint,
    add constraint donneur_ordre_fusionne_dans foreign key (structure_id, fusionne_dans) references donneur_ordre (structure_id, id),
    add constraint donneur_ordre_fusion_autre  check (fusionne_dans <> id),
    add constraint donneur_ordre_fusion_close  check (fusionne_dans is null or not actif);
create index donneur_ordre_fusionnes on donneur_ordre (structure_id, fusionne_dans) where fusionne_dans is not null;
comment on column donneur_ordre.fusionne_dans is 'The buyer that this one was merged into: its marchés are there';

create sequence contact_seq increment by 50;
create table contact (
    id                bigint primary key default nextval('contact_seq'),
    structure_id      bigint not null,
    donneur_ordre_id  bigint,
    entreprise_id     bigint,
    nom               text not null,
    fonction          text,
    courriel          text,
    telephone         text,
    debut             date,
    fin               date,
    constraint contact_cle            unique (structure_id, id),
    constraint contact_donneur_ordre  foreign key (structure_id, donneur_ordre_id) references donneur_ordre (structure_id, id) on delete cascade,
    constraint contact_entreprise     foreign key (structure_id, entreprise_id) references entreprise (structure_id, id) on delete cascade,
    constraint contact_d_un_seul      check (num_nonnulls(donneur_ordre_id, entreprise_id) = 1),
    constraint contact_nom_rempli     check (btrim(nom) <> ''),
    constraint contact_dates          check (fin >= debut)
);
create index contact_par_donneur_ordre on contact (structure_id, donneur_ordre_id) where donneur_ordre_id is not null;
create index contact_par_entreprise on contact (structure_id, entreprise_id) where entreprise_id is not null;
comment on table contact is 'Whom to call at a buyer or a company, from when to when: contacts change';
comment on column contact.fin is 'Last day; null: still there';

create sequence action_marche_seq increment by 50;
create table action_marche (
    id              bigint primary key default nextval('action_marche_seq'),
    structure_id    bigint not null,
    marche_id       bigint not null,
    libelle         text not null,
    echeance        date not null,
    responsable_id  bigint,
    faite_le        date,
    cree_le         timestamptz not null default now(),
    cree_par        bigint,
    constraint action_marche_cle             unique (structure_id, id),
    constraint action_marche_marche          foreign key (structure_id, marche_id) references marche (structure_id, id) on delete cascade,
    constraint action_marche_responsable     foreign key (structure_id, responsable_id) references utilisateur (structure_id, id),
    constraint action_marche_auteur          foreign key (structure_id, cree_par) references utilisateur (structure_id, id),
    constraint action_marche_libelle_rempli  check (btrim(libelle) <> '')
);
create index action_marche_par_marche on action_marche (structure_id, marche_id, echeance);
create index action_marche_a_faire on action_marche (structure_id, echeance) where faite_le is null;
comment on table action_marche is 'What is to be done for a marché, by when and by whom; done ones are its history';

-- Hours are stored contract × lot × month. Before its first hours, a contract says here where it is expected.
create table affectation (
    structure_id  bigint not null,
    contrat_id    bigint not null,
    lot_id        bigint not null,
    primary key (structure_id, contrat_id, lot_id),
    constraint affectation_contrat  foreign key (structure_id, contrat_id) references contrat_insertion (structure_id, id) on delete cascade,
    constraint affectation_lot      foreign key (structure_id, lot_id) references lot (structure_id, id)
);
create index affectation_par_lot on affectation (structure_id, lot_id);
comment on table affectation is 'The lots on which the hours of a contract are expected: a row of the grid';

-- Merges ----------------------------------------------------------------------------------------------------------------

create sequence fusion_beneficiaire_seq increment by 50;
create table fusion_beneficiaire (
    id            bigint primary key default nextval('fusion_beneficiaire_seq'),
    structure_id  bigint not null,
    garde_id      bigint not null,
    absorbe_id    bigint not null,
    avant         jsonb not null,
    fait_le       timestamptz not null default now(),
    fait_par      bigint,
    annule_le     timestamptz,
    annule_par    bigint,
    constraint fusion_beneficiaire_cle        unique (structure_id, id),
    constraint fusion_beneficiaire_garde      foreign key (structure_id, garde_id) references beneficiaire (structure_id, id),
    constraint fusion_beneficiaire_absorbe    foreign key (structure_id, absorbe_id) references beneficiaire (structure_id, id),
    constraint fusion_beneficiaire_auteur     foreign key (structure_id, fait_par) references utilisateur (structure_id, id),
    constraint fusion_beneficiaire_annule_par foreign key (structure_id, annule_par) references utilisateur (structure_id, id),
    constraint fusion_beneficiaire_deux       check (garde_id <> absorbe_id)
);
create index fusion_beneficiaire_par_garde on fusion_beneficiaire (structure_id, garde_id);
create unique index fusion_beneficiaire_une_en_cours on fusion_beneficiaire (structure_id, absorbe_id) where annule_le is null;
comment on table fusion_beneficiaire is 'Two records of one human being made one, and what it takes to undo it';
comment on column fusion_beneficiaire.avant is 'Ids and dates only, never a name: which rows were whose, and the windows as they were';

create sequence fusion_donneur_ordre_seq increment by 50;
create table fusion_donneur_ordre (
    id            bigint primary key default nextval('fusion_donneur_ordre_seq'),
    structure_id  bigint not null,
    garde_id      bigint not null,
    absorbe_id    bigint not null,
    avant         jsonb not null,
    fait_le       timestamptz not null default now(),
    fait_par      bigint,
    annule_le     timestamptz,
    annule_par    bigint,
    constraint fusion_donneur_ordre_cle        unique (structure_id, id),
    constraint fusion_donneur_ordre_garde      foreign key (structure_id, garde_id) references donneur_ordre (structure_id, id),
    constraint fusion_donneur_ordre_absorbe    foreign key (structure_id, absorbe_id) references donneur_ordre (structure_id, id),
    constraint fusion_donneur_ordre_auteur     foreign key (structure_id, fait_par) references utilisateur (structure_id, id),
    constraint fusion_donneur_ordre_annule_par foreign key (structure_id, annule_par) references utilisateur (structure_id, id),
    constraint fusion_donneur_ordre_deux       check (garde_id <> absorbe_id)
);
create index fusion_donneur_ordre_par_garde on fusion_donneur_ordre (structure_id, garde_id);
create unique index fusion_donneur_ordre_une_en_cours on fusion_donneur_ordre (structure_id, absorbe_id) where annule_le is null;
comment on table fusion_donneur_ordre is 'Two records of one buyer made one, and what it takes to undo it';

-- Lists -----------------------------------------------------------------------------------------------------------------

create sequence vue_enregistree_seq increment by 50;
create table vue_enregistree (
    id              bigint primary key default nextval('vue_enregistree_seq'),
    structure_id    bigint not null,
    utilisateur_id  bigint not null,
    liste           text not null,
    nom             text not null,
    requete         text not null,
    constraint vue_enregistree_cle          unique (structure_id, id),
    constraint vue_enregistree_utilisateur  foreign key (structure_id, utilisateur_id) references utilisateur (structure_id, id) on delete cascade,
    constraint vue_enregistree_nom_rempli   check (btrim(nom) <> ''),
    constraint vue_enregistree_nom_unique   unique (structure_id, utilisateur_id, liste, nom)
);
comment on table vue_enregistree is 'A list as an account likes to see it: search, filters and sort under a name';
comment on column vue_enregistree.requete is 'The query part of the list''s address';

-- A word typed in a list is looked for anywhere in these texts, whatever its accents or case, within the structure alone.
alter table donneur_ordre add column recherche text not null generated always as (texte_normalise(nom)) stored;
alter table operation add column recherche text not null generated always as (texte_normalise(nom)) stored;
alter table marche add column recherche text not null generated always as (texte_normalise(reference || ' ' || coalesce(objet, ''))) stored;
alter table lot add column recherche text not null generated always as (texte_normalise(coalesce(objet, ''))) stored;
alter table entreprise add column recherche text not null generated always as (texte_normalise(nom || ' ' || coalesce(siren, ''))) stored;
alter table beneficiaire add column recherche text not null
    generated always as (texte_normalise(coalesce(nom, '') || ' ' || coalesce(prenom, '') || ' ' || coalesce(reference, ''))) stored;
alter table contrat_insertion add column recherche text not null generated always as (texte_normalise(coalesce(reference, ''))) stored;
create index donneur_ordre_recherche on donneur_ordre using gin (structure_id, recherche gin_trgm_ops);
create index marche_recherche on marche using gin (structure_id, recherche gin_trgm_ops);
create index entreprise_recherche on entreprise using gin (structure_id, recherche gin_trgm_ops);
create index beneficiaire_recherche on beneficiaire using gin (structure_id, recherche gin_trgm_ops);
create index contrat_insertion_recherche on contrat_insertion using gin (structure_id, recherche gin_trgm_ops);

-- History ---------------------------------------------------------------------------------------------------------------

do $$
declare
    nom text;
begin
    foreach nom in array array['contact', 'action_marche', 'affectation', 'prolongation', 'donneur_ordre_siret', 'entreprise_siret',
        'parametre_etp', 'parametre_eligibilite']
    loop
        execute format('create trigger %I after delete on %I for each row execute function journal_inscrit()',
            nom || '_journal_suppression', nom);
        execute format('create trigger %I after update on %I for each row when (old is distinct from new) execute function journal_inscrit()',
            nom || '_journal_modification', nom);
    end loop;
end $$;
