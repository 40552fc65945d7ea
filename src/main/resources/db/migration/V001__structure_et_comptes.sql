-- The tenant, its parameters, its accounts; what every other table leans on.
--
-- Conventions of the whole schema (docs/architecture.md):
--   * every business table has structure_id, primary key id and unique (structure_id, id);
--   * a foreign key is composite, (structure_id, x_id), so that a row can't point into another structure;
--   * every rule is a named constraint <table>_<rule>, turned into a French sentence by one handler;
--   * sequences step by 50, as Hibernate's pooled generator expects.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Two spellings of one name: accents, case, hyphens, apostrophes and repeated spaces are folded, so that
-- "Benoît  Dupond" = "BENOIT-DUPOND". Immutable, so that generated columns and indexes may use it: the dictionary is
-- named, never looked up by a setting.
create function texte_normalise(texte text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(
        upper(public.unaccent('public.unaccent'::regdictionary, normalize(texte, NFKC))),
        '[\s\u00a0\u2007\u202f\-‐‑‒–—_''’ʼ`´]+', ' ', 'g'));
comment on function texte_normalise is 'A name folded for comparison: accents, case, hyphens, apostrophes, repeated spaces';

-- The first day of a date's month. date_trunc of a date depends on the session's time zone; this doesn't.
create function premier_du_mois(jour date) returns date
    language sql immutable strict parallel safe
    return jour - (extract(day from jour)::integer - 1);
comment on function premier_du_mois is 'The first day of the month that holds a date';

create sequence structure_seq increment by 50;
create table structure (
    id                  bigint primary key default nextval('structure_seq'),
    nom                 text not null,
    date_demonstration  date,
    chargee_le          timestamptz,
    cree_le             timestamptz not null default now(),
    constraint structure_nom_rempli check (btrim(nom) <> ''),
    constraint structure_chargee_est_une_demonstration check (chargee_le is null or date_demonstration is not null)
);
comment on table structure is 'Structure facilitatrice: the tenant that owns all data below it';
comment on column structure.date_demonstration is 'Fixed business date of a demonstration; null: the structure lives today';
comment on column structure.chargee_le is 'When the demonstration was loaded to its end; null: not one, or a load to begin again';

create table parametre_etp (
    id            bigint generated always as identity primary key,
    structure_id  bigint not null references structure (id),
    date_effet    date not null,
    heures        numeric(7, 2) not null,
    constraint parametre_etp_cle        unique (structure_id, id),
    constraint parametre_etp_une_date   unique (structure_id, date_effet),
    constraint parametre_etp_plausible  check (heures > 0 and heures <= 3000)
);
comment on table parametre_etp is 'Hours per full-time equivalent, dated: the one in force on 31 December serves the year';

create table parametre_eligibilite (
    id            bigint generated always as identity primary key,
    structure_id  bigint not null references structure (id),
    date_effet    date not null,
    mois          smallint not null,
    constraint parametre_eligibilite_cle        unique (structure_id, id),
    constraint parametre_eligibilite_une_date   unique (structure_id, date_effet),
    constraint parametre_eligibilite_plausible  check (mois between 1 and 120)
);
comment on table parametre_eligibilite is 'Length in months of the eligibility window that an entry opens, by date of entry';

create sequence utilisateur_seq increment by 50;
create table utilisateur (
    id             bigint primary key default nextval('utilisateur_seq'),
    structure_id   bigint not null references structure (id),
    email          text not null,
    nom            text not null,
    mot_de_passe   text,
    actif          boolean not null default true,
    cree_le        timestamptz not null default now(),
    constraint utilisateur_cle           unique (structure_id, id),
    constraint utilisateur_email_forme   check (email = lower(btrim(email)) and email like '%_@_%'),
    constraint utilisateur_email_unique  unique (email),
    constraint utilisateur_nom_rempli    check (btrim(nom) <> '')
);
comment on table utilisateur is 'An account that signs in; its password is hashed, null while none was chosen';

create table utilisateur_role (
    structure_id    bigint not null,
    utilisateur_id  bigint not null,
    role            text not null,
    primary key (utilisateur_id, role),
    constraint utilisateur_role_utilisateur  foreign key (structure_id, utilisateur_id) references utilisateur (structure_id, id) on delete cascade,
    constraint utilisateur_role_connu        check (role in ('ADMINISTRATEUR', 'RESPONSABLE', 'FACILITATEUR'))
);
comment on table utilisateur_role is 'The roles of an account in its structure; one account may hold several';

create sequence jeton_api_seq increment by 50;
create table jeton_api (
    id              bigint primary key default nextval('jeton_api_seq'),
    structure_id    bigint not null,
    utilisateur_id  bigint not null,
    libelle         text not null,
    empreinte       text not null,
    cree_le         timestamptz not null default now(),
    revoque_le      timestamptz,
    constraint jeton_api_cle               unique (structure_id, id),
    constraint jeton_api_utilisateur       foreign key (structure_id, utilisateur_id) references utilisateur (structure_id, id) on delete cascade,
    constraint jeton_api_empreinte_unique  unique (empreinte),
    constraint jeton_api_empreinte_forme   check (empreinte ~ '^[0-9a-f]{64}$')
);
comment on table jeton_api is 'Bearer tokens of the API, acting as their user';
comment on column jeton_api.empreinte is 'SHA-256 of the token in hexadecimal; the token itself is never stored';

-- Names and columns are those that Spring Session expects.
create table spring_session (
    primary_id             char(36) not null,
    session_id             char(36) not null,
    creation_time          bigint not null,
    last_access_time       bigint not null,
    max_inactive_interval  integer not null,
    expiry_time            bigint not null,
    principal_name         varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
comment on table spring_session is 'Signed-in browser sessions (Spring Session)';

create table spring_session_attributes (
    session_primary_id  char(36) not null,
    attribute_name      varchar(200) not null,
    attribute_bytes     bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session (primary_id) on delete cascade
);
comment on table spring_session_attributes is 'What a browser session remembers (Spring Session)';
