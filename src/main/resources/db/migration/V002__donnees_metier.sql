-- Buyers, contracts, companies, people, hours.

-- Reference data -----------------------------------------------------------------------------------------------------

create table groupe_famille (
    libelle  text primary key,
    ordre    smallint not null,
    constraint groupe_famille_ordre_unique unique (ordre)
);
comment on table groupe_famille is 'The 14 groups of purchase families of the report, the same for every structure';
insert into groupe_famille (ordre, libelle) values
    (1, 'Bâtiment'), (2, 'Nettoyage propreté'), (3, 'Déchets'), (4, 'TP & réseaux'), (5, 'Eau et assainissement'),
    (6, 'Prestations intellectuelles'), (7, 'Espaces verts'), (8, 'Sécurité'), (9, 'Transports'),
    (10, 'Loisirs culture sport'), (11, 'Informatique'), (12, 'Commerce'), (13, 'Action sociale'), (14, 'Restauration');

create sequence famille_achat_seq increment by 50;
create table famille_achat (
    id             bigint primary key default nextval('famille_achat_seq'),
    structure_id   bigint not null references structure (id),
    nom            text not null,
    nom_normalise  text not null generated always as (texte_normalise(nom)) stored,
    groupe         text not null references groupe_famille (libelle),
    constraint famille_achat_cle         unique (structure_id, id),
    constraint famille_achat_nom_unique  unique (structure_id, nom_normalise),
    constraint famille_achat_nom_rempli  check (btrim(nom) <> '')
);
comment on table famille_achat is 'Famille d''achats: the fine level, always in the same group';

-- Buyers -------------------------------------------------------------------------------------------------------------

create sequence donneur_ordre_seq increment by 50;
create table donneur_ordre (
    id             bigint primary key default nextval('donneur_ordre_seq'),
    structure_id   bigint not null references structure (id),
    nom            text not null,
    nom_normalise  text not null generated always as (texte_normalise(nom)) stored,
    nature         text not null,
    actif          boolean not null default true,
    constraint donneur_ordre_cle           unique (structure_id, id),
    constraint donneur_ordre_nom_rempli    check (btrim(nom) <> ''),
    constraint donneur_ordre_nature_connue check (nature in ('PUBLIC', 'PRIVE'))
);
-- A deactivated buyer may share its name: it would otherwise block the account that replaces it.
create unique index donneur_ordre_nom_unique on donneur_ordre (structure_id, nom_normalise) where actif;
comment on table donneur_ordre is 'Donneur d''ordres: a buyer''s reporting account';
comment on column donneur_ordre.nature is 'PUBLIC or PRIVE: entered, never derived';

create table donneur_ordre_siret (
    structure_id      bigint not null,
    donneur_ordre_id  bigint not null,
    siret             text not null,
    primary key (structure_id, siret),
    constraint donneur_ordre_siret_donneur_ordre foreign key (structure_id, donneur_ordre_id) references donneur_ordre (structure_id, id) on delete cascade,
    constraint donneur_ordre_siret_forme         check (siret ~ '^[0-9]{14}$')
);
comment on table donneur_ordre_siret is 'The establishments (SIRET) of a buyer; it may have several';

create sequence signature_charte_seq increment by 50;
create table signature_charte (
    id                bigint primary key default nextval('signature_charte_seq'),
    structure_id      bigint not null,
    donneur_ordre_id  bigint not null,
    charte            text not null,
    debut             date,
    fin               date,
    constraint signature_charte_cle            unique (structure_id, id),
    constraint signature_charte_donneur_ordre  foreign key (structure_id, donneur_ordre_id) references donneur_ordre (structure_id, id),
    constraint signature_charte_connue         check (charte in ('SBA', 'TRAVAIL_EN_JOURNEE')),
    constraint signature_charte_dates          check (fin >= debut),
    constraint signature_charte_sans_chevauchement
        exclude using gist (structure_id with =, donneur_ordre_id with =, charte with =, daterange(debut, fin, '[]') with &&)
);
comment on table signature_charte is 'A charter signed by a buyer: SBA = Small Business Act toulousain';
comment on column signature_charte.debut is 'Null: in force for every year before its end';
comment on column signature_charte.fin is 'Last day in force; null: still in force';

-- Operations, marchés, lots ------------------------------------------------------------------------------------------

create sequence operation_seq increment by 50;
create table operation (
    id             bigint primary key default nextval('operation_seq'),
    structure_id   bigint not null references structure (id),
    nom            text not null,
    nom_normalise  text not null generated always as (texte_normalise(nom)) stored,
    type           text not null default 'OPERATION',
    objectif       numeric(12, 2),
    constraint operation_cle               unique (structure_id, id),
    constraint operation_nom_unique        unique (structure_id, nom_normalise),
    constraint operation_nom_rempli        check (btrim(nom) <> ''),
    constraint operation_type_connu        check (type in ('OPERATION', 'GRAND_PROJET', 'PROGRAMME')),
    constraint operation_objectif_positif  check (objectif > 0)
);
comment on table operation is 'Groups marchés over several buyers and years, with an objective of its own in hours';

create sequence marche_seq increment by 50;
create table marche (
    id                 bigint primary key default nextval('marche_seq'),
    structure_id       bigint not null references structure (id),
    donneur_ordre_id   bigint not null,
    operation_id       bigint,
    reference          text not null,
    objet              text,
    type               text not null,
    forme              text not null default 'ORDINAIRE',
    date_notification  date,
    date_debut         date,
    date_fin           date,
    constraint marche_cle                unique (structure_id, id),
    constraint marche_donneur_ordre      foreign key (structure_id, donneur_ordre_id) references donneur_ordre (structure_id, id),
    constraint marche_operation          foreign key (structure_id, operation_id) references operation (structure_id, id),
    constraint marche_reference_unique   unique (structure_id, donneur_ordre_id, reference),
    constraint marche_reference_remplie  check (btrim(reference) <> ''),
    constraint marche_type_connu         check (type in ('TRAVAUX', 'SERVICES', 'FOURNITURES')),
    constraint marche_forme_connue       check (forme in ('ORDINAIRE', 'ACCORD_CADRE', 'A_TRANCHES')),
    constraint marche_commence           check (coalesce(date_notification, date_debut) is not null),
    constraint marche_dates              check (date_fin >= coalesce(date_notification, date_debut))
);
create index marche_par_operation on marche (structure_id, operation_id) where operation_id is not null;
comment on table marche is 'One contract of a buyer';
comment on column marche.date_fin is 'End before any renewal; null: open';

create sequence reconduction_seq increment by 50;
create table reconduction (
    id            bigint primary key default nextval('reconduction_seq'),
    structure_id  bigint not null,
    marche_id     bigint not null,
    date_fin      date not null,
    constraint reconduction_cle          unique (structure_id, id),
    constraint reconduction_marche       foreign key (structure_id, marche_id) references marche (structure_id, id),
    constraint reconduction_une_par_fin  unique (structure_id, marche_id, date_fin)
);
comment on table reconduction is 'A renewal of a marché, and the end that it gives';

create sequence lot_seq increment by 50;
create table lot (
    id            bigint primary key default nextval('lot_seq'),
    structure_id  bigint not null,
    marche_id     bigint not null,
    numero        text not null default '1',
    objet         text,
    famille_id    bigint not null,
    constraint lot_cle            unique (structure_id, id),
    constraint lot_marche         foreign key (structure_id, marche_id) references marche (structure_id, id),
    constraint lot_famille        foreign key (structure_id, famille_id) references famille_achat (structure_id, id),
    constraint lot_numero_unique  unique (structure_id, marche_id, numero),
    constraint lot_numero_rempli  check (btrim(numero) <> '')
);
create index lot_par_famille on lot (structure_id, famille_id);
comment on table lot is 'Carries the obligation and the hours; an undivided marché has one lot, numbered 1';

create table lot_clause (
    structure_id  bigint not null,
    lot_id        bigint not null,
    type          text not null,
    primary key (structure_id, lot_id, type),
    constraint lot_clause_lot         foreign key (structure_id, lot_id) references lot (structure_id, id) on delete cascade,
    constraint lot_clause_type_connu  check (type in ('CONDITION_EXECUTION', 'CRITERE_ATTRIBUTION', 'RESERVE_HANDICAP', 'RESERVE_IAE',
        'RESERVE_PENITENTIAIRE', 'RESERVE_ESS', 'SERVICE_INSERTION', 'CLAUSE_PRIVEE', 'VOLONTAIRE'))
);
comment on table lot_clause is 'The legal grounds of the obligation on a lot';

-- "Marchés réservés et d'insertion" of the report, defined once.
create view lot_reserve as
    select distinct structure_id, lot_id from lot_clause where starts_with(type, 'RESERVE_') or type = 'SERVICE_INSERTION';
comment on view lot_reserve is 'Lots with a clause RESERVE_* or SERVICE_INSERTION';

create sequence mouvement_obligation_seq increment by 50;
create table mouvement_obligation (
    id            bigint primary key default nextval('mouvement_obligation_seq'),
    structure_id  bigint not null,
    lot_id        bigint not null,
    nature        text not null,
    date_effet    date not null,
    heures        numeric(12, 2) not null,
    motif         text,
    cree_le       timestamptz not null default now(),
    cree_par      bigint,
    constraint mouvement_obligation_cle             unique (structure_id, id),
    constraint mouvement_obligation_lot             foreign key (structure_id, lot_id) references lot (structure_id, id),
    constraint mouvement_obligation_auteur          foreign key (structure_id, cree_par) references utilisateur (structure_id, id),
    constraint mouvement_obligation_nature_connue   check (nature in ('INITIAL', 'AVENANT', 'TRANCHE', 'BON_DE_COMMANDE', 'RECONDUCTION')),
    constraint mouvement_obligation_initial_positif check (nature <> 'INITIAL' or heures >= 0)
);
create index mouvement_obligation_par_lot on mouvement_obligation (structure_id, lot_id, date_effet);
create unique index mouvement_obligation_un_initial on mouvement_obligation (structure_id, lot_id) where nature = 'INITIAL';
comment on table mouvement_obligation is 'Dated signed hours: the obligation of a lot on a day is the sum of those effective by then';

create function mouvement_obligation_verifie() returns trigger language plpgsql as $$
begin
    if exists (
        select from (
            select sum(heures) over (order by date_effet range between unbounded preceding and current row) as obligation
              from mouvement_obligation
             where structure_id = coalesce(new.structure_id, old.structure_id) and lot_id = coalesce(new.lot_id, old.lot_id)) cumul
        where obligation < 0)
    then
        raise exception 'obligation below zero' using errcode = 'check_violation',
            constraint = 'mouvement_obligation_jamais_negative', table = 'mouvement_obligation';
    end if;
    return null;
end $$;
-- Deferred: an avenant and the movement that compensates it may come in any order within one transaction.
-- An addition can't lower a sum, so only what can is watched, and a bulk import of initial obligations pays nothing.
create constraint trigger mouvement_obligation_jamais_negative_ajout
    after insert on mouvement_obligation deferrable initially deferred
    for each row when (new.heures < 0) execute function mouvement_obligation_verifie();
create constraint trigger mouvement_obligation_jamais_negative_retrait
    after update or delete on mouvement_obligation deferrable initially deferred
    for each row execute function mouvement_obligation_verifie();

-- Companies ----------------------------------------------------------------------------------------------------------

create sequence entreprise_seq increment by 50;
create table entreprise (
    id             bigint primary key default nextval('entreprise_seq'),
    structure_id   bigint not null references structure (id),
    siren          text,
    nom            text not null,
    nom_normalise  text not null generated always as (texte_normalise(nom)) stored,
    type           text not null default 'CLASSIQUE',
    actif          boolean not null default true,
    constraint entreprise_cle           unique (structure_id, id),
    constraint entreprise_nom_rempli    check (btrim(nom) <> ''),
    constraint entreprise_siren_forme   check (siren ~ '^[0-9]{9}$'),
    constraint entreprise_siren_unique  unique (structure_id, siren),
    constraint entreprise_type_connu    check (type in ('CLASSIQUE', 'EI', 'ACI', 'AI', 'ETTI', 'EA', 'EATT', 'ESAT', 'GEIQ', 'REGIE_QUARTIER', 'ETT'))
);
-- Two SIREN may bear one name; without SIREN the name is all that tells a company from another.
create unique index entreprise_nom_unique_sans_siren on entreprise (structure_id, nom_normalise) where siren is null;
create index entreprise_par_nom on entreprise (structure_id, nom_normalise);
comment on table entreprise is 'Any company: the holder of a marché, a subcontractor, an employer';

create table entreprise_siret (
    structure_id   bigint not null,
    entreprise_id  bigint not null,
    siret          text not null,
    primary key (structure_id, siret),
    constraint entreprise_siret_entreprise foreign key (structure_id, entreprise_id) references entreprise (structure_id, id) on delete cascade,
    constraint entreprise_siret_forme      check (siret ~ '^[0-9]{14}$')
);
comment on table entreprise_siret is 'The establishments (SIRET) of a company';

create table participation (
    structure_id   bigint not null,
    lot_id         bigint not null,
    entreprise_id  bigint not null,
    role           text not null default 'TITULAIRE',
    part           numeric(5, 2),
    primary key (structure_id, lot_id, entreprise_id, role),
    constraint participation_lot            foreign key (structure_id, lot_id) references lot (structure_id, id) on delete cascade,
    constraint participation_entreprise     foreign key (structure_id, entreprise_id) references entreprise (structure_id, id),
    constraint participation_role_connu     check (role in ('TITULAIRE', 'COTRAITANT', 'SOUS_TRAITANT')),
    constraint participation_part_plausible check (part > 0 and part <= 100)
);
create index participation_par_entreprise on participation (structure_id, entreprise_id);
comment on table participation is 'A company''s role on a lot; its share in per cent where known';

-- People -------------------------------------------------------------------------------------------------------------

create sequence beneficiaire_seq increment by 50;
create table beneficiaire (
    id                bigint primary key default nextval('beneficiaire_seq'),
    structure_id      bigint not null references structure (id),
    reference         text,
    nom               text,
    prenom            text,
    nom_normalise     text generated always as (texte_normalise(nom)) stored,
    prenom_normalise  text generated always as (texte_normalise(prenom)) stored,
    naissance         date,
    sexe              text not null default 'NON_RENSEIGNE',
    rang_homonyme     smallint not null default 0,
    motif_homonyme    text,
    anonymise_le      timestamptz,
    constraint beneficiaire_cle               unique (structure_id, id),
    constraint beneficiaire_reference_unique  unique (structure_id, reference),
    constraint beneficiaire_sexe_connu        check (sexe in ('F', 'H', 'NON_RENSEIGNE')),
    constraint beneficiaire_identite          check (anonymise_le is not null
        or (nom is not null and btrim(nom) <> '' and prenom is not null and btrim(prenom) <> '' and naissance is not null)),
    constraint beneficiaire_anonyme           check (anonymise_le is null
        or (nom is null and prenom is null and naissance is null and reference is null)),
    constraint beneficiaire_homonyme_motive   check (rang_homonyme = 0 or btrim(coalesce(motif_homonyme, '')) <> '')
);
create unique index beneficiaire_identite_unique
    on beneficiaire (structure_id, nom_normalise, prenom_normalise, naissance, rang_homonyme) where anonymise_le is null;
comment on table beneficiaire is 'One row per human being. No social security number, ever.';
comment on column beneficiaire.rang_homonyme is '0; a confirmed homonym (same name, same birth date) takes the next rank, with a reason';
comment on column beneficiaire.anonymise_le is 'When the person was anonymised: names, birth date and reference are gone, figures stay';

create sequence entree_seq increment by 50;
create table entree (
    id                bigint primary key default nextval('entree_seq'),
    structure_id      bigint not null,
    beneficiaire_id   bigint not null,
    debut             date not null,
    fin               date not null,
    debut_mois        date not null generated always as (premier_du_mois(debut)) stored,
    fin_mois          date not null generated always as (premier_du_mois(fin)) stored,
    commune_insee     text,
    metropole         boolean,
    qpv               text not null default 'INCONNU',
    qpv_code          text,
    qpv_generation    smallint,
    qpv_mode          text,
    qpv_evalue_le     date,
    diplome           text,
    prescripteur      text,
    age_fige          smallint,
    constraint entree_cle                   unique (structure_id, id),
    constraint entree_beneficiaire          foreign key (structure_id, beneficiaire_id) references beneficiaire (structure_id, id),
    -- What the counting of hours reads of an entry is in this index.
    constraint entree_une_par_date          unique (structure_id, beneficiaire_id, debut) include (id, debut_mois, fin_mois),
    constraint entree_fenetre               check (fin >= debut),
    constraint entree_commune_forme         check (commune_insee ~ '^([0-9]{2}|2A|2B)[0-9]{3}$'),
    constraint entree_qpv_connu             check (qpv in ('OUI', 'NON', 'INCONNU')),
    constraint entree_qpv_generation_connue check (qpv_generation in (2015, 2024)),
    constraint entree_qpv_mode_connu        check (qpv_mode in ('MANUEL', 'GEOCODE')),
    constraint entree_diplome_connu         check (diplome in ('ETRANGER', 'MASTER2', 'LICENCE', 'BAC2', 'BAC', 'CAP_BEP', 'DNB', 'SAVOIRS_BASE')),
    constraint entree_fenetres_disjointes
        exclude using gist (structure_id with =, beneficiaire_id with =, daterange(debut, fin, '[]') with &&)
);
comment on table entree is 'A person enters (or re-enters) the dispositif: what is known of her that day, and the window in which her hours count';
comment on column entree.fin is 'Last valid day of the eligibility window, cut at the next entry';
comment on column entree.metropole is 'Lives in one of the structure''s own communes; null: unknown';
comment on column entree.age_fige is 'Age at the entry, kept when the person is anonymised so that the age bands never change';

create table entree_critere (
    structure_id  bigint not null,
    entree_id     bigint not null,
    critere       text not null,
    justificatif  text,
    verifie_le    date,
    primary key (structure_id, entree_id, critere),
    constraint entree_critere_entree  foreign key (structure_id, entree_id) references entree (structure_id, id) on delete cascade,
    constraint entree_critere_connu   check (critere in ('SUIVI_IAE', 'DELD', 'JEUNE_SANS_QUALIFICATION', 'JEUNE_SANS_EXPERIENCE',
        'QPV_EN_DIFFICULTE', 'SENIOR_50', 'RSA_MINIMA_SOCIAUX', 'TH', 'AUTRE', 'FEMME_REPRISE'))
);
comment on table entree_critere is 'Statuts à l''entrée: several are possible';

create sequence prolongation_seq increment by 50;
create table prolongation (
    id            bigint primary key default nextval('prolongation_seq'),
    structure_id  bigint not null,
    entree_id     bigint not null,
    fin           date not null,
    motif         text not null,
    cree_le       timestamptz not null default now(),
    cree_par      bigint not null,
    constraint prolongation_cle      unique (structure_id, id),
    constraint prolongation_entree   foreign key (structure_id, entree_id) references entree (structure_id, id),
    constraint prolongation_auteur   foreign key (structure_id, cree_par) references utilisateur (structure_id, id),
    constraint prolongation_motivee  check (btrim(motif) <> '')
);
comment on table prolongation is 'An eligibility window made longer, by whom and why';

-- Contracts and hours ------------------------------------------------------------------------------------------------

create sequence contrat_insertion_seq increment by 50;
create table contrat_insertion (
    id               bigint primary key default nextval('contrat_insertion_seq'),
    structure_id     bigint not null,
    reference        text,
    beneficiaire_id  bigint not null,
    employeur_id     bigint not null,
    titulaire_id     bigint,
    lieu             text,
    modalite         text not null,
    type             text,
    debut            date not null,
    fin              date,
    constraint contrat_insertion_cle               unique (structure_id, id),
    constraint contrat_insertion_beneficiaire      foreign key (structure_id, beneficiaire_id) references beneficiaire (structure_id, id),
    constraint contrat_insertion_employeur         foreign key (structure_id, employeur_id) references entreprise (structure_id, id),
    constraint contrat_insertion_titulaire         foreign key (structure_id, titulaire_id) references entreprise (structure_id, id),
    constraint contrat_insertion_reference_unique  unique (structure_id, reference),
    constraint contrat_insertion_dates             check (fin >= debut),
    constraint contrat_insertion_modalite_connue   check (modalite in ('EMBAUCHE_DIRECTE', 'ETT', 'ETTI', 'GEIQ', 'AI', 'EI', 'ACI', 'REGIE_QUARTIER',
        'ESAT', 'EA', 'SOUS_TRAITANCE_EI', 'COTRAITANCE_EI', 'AUTRE')),
    constraint contrat_insertion_type_connu        check (type in ('CDI', 'CDD', 'CDDI', 'CTT', 'APPRENTISSAGE', 'PROFESSIONNALISATION', 'CONTRAT_AIDE',
        'CDD_USAGE', 'SOUTIEN_ESAT', 'AUTRE'))
);
create unique index contrat_insertion_identite_unique
    on contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, debut) where reference is null;
create index contrat_insertion_par_beneficiaire on contrat_insertion (structure_id, beneficiaire_id) include (id);
create index contrat_insertion_par_employeur on contrat_insertion (structure_id, employeur_id);
comment on table contrat_insertion is 'A work contract: person, employer, modality, dates; employer, holder and place of work may differ';

create sequence releve_heures_seq increment by 50;
-- One row = the hours of one contract on one lot in one month.
create table releve_heures (
    id             bigint primary key default nextval('releve_heures_seq'),
    structure_id   bigint not null,
    contrat_id     bigint not null,
    lot_id         bigint not null,
    mois           date not null,
    heures         numeric(5, 2) not null,
    statut         text not null default 'VALIDEE',
    motif          text,
    justification  text,
    version        integer not null default 0,
    constraint releve_heures_cle             unique (structure_id, id),
    constraint releve_heures_une_par_mois    unique (structure_id, contrat_id, lot_id, mois),
    constraint releve_heures_contrat         foreign key (structure_id, contrat_id) references contrat_insertion (structure_id, id),
    constraint releve_heures_lot             foreign key (structure_id, lot_id) references lot (structure_id, id),
    constraint releve_heures_mois_est_le_1er check (extract(day from mois) = 1),
    constraint releve_heures_plausibles      check (heures > 0 and heures <= 744),
    constraint releve_heures_statut_connu    check (statut in ('BROUILLON', 'DECLAREE', 'VALIDEE', 'REJETEE'))
);
-- A year's dashboard reads the index alone, whatever the other structures and years hold.
create index releve_heures_par_mois on releve_heures (structure_id, mois) include (contrat_id, lot_id, heures, statut, id);
create index releve_heures_par_lot on releve_heures (structure_id, lot_id, mois);
comment on table releve_heures is 'Relevé d''heures: contract, lot, month of work, hours';
comment on column releve_heures.mois is 'First day of the month of work: it makes the year of the hours, not the day of entry';
comment on column releve_heures.motif is 'Why the hours were rejected';
comment on column releve_heures.justification is 'Why a month above the plausible was confirmed';

create table mois_sans_heure (
    structure_id  bigint not null,
    contrat_id    bigint not null,
    lot_id        bigint not null,
    mois          date not null,
    confirme_le   timestamptz not null default now(),
    confirme_par  bigint,
    primary key (structure_id, contrat_id, lot_id, mois),
    constraint mois_sans_heure_contrat         foreign key (structure_id, contrat_id) references contrat_insertion (structure_id, id),
    constraint mois_sans_heure_lot             foreign key (structure_id, lot_id) references lot (structure_id, id),
    constraint mois_sans_heure_auteur          foreign key (structure_id, confirme_par) references utilisateur (structure_id, id),
    constraint mois_sans_heure_mois_est_le_1er check (extract(day from mois) = 1)
);
comment on table mois_sans_heure is 'A month confirmed as having no hours: different from a month still to enter';

-- Follow-up, closed years, declared aggregates -----------------------------------------------------------------------

create sequence situation_suivi_seq increment by 50;
create table situation_suivi (
    id               bigint primary key default nextval('situation_suivi_seq'),
    structure_id     bigint not null,
    beneficiaire_id  bigint not null,
    cohorte          smallint not null,
    jalon            smallint not null,
    situation        text not null,
    date_reponse     date,
    constraint situation_suivi_cle               unique (structure_id, id),
    constraint situation_suivi_beneficiaire      foreign key (structure_id, beneficiaire_id) references beneficiaire (structure_id, id),
    constraint situation_suivi_une_par_jalon     unique (structure_id, cohorte, jalon, beneficiaire_id),
    constraint situation_suivi_cohorte_plausible check (cohorte between 1990 and 2200),
    constraint situation_suivi_jalon_connu       check (jalon in (3, 6, 12)),
    constraint situation_suivi_connue            check (situation in ('CDI', 'CDD', 'INTERIM', 'INTERIM_INSERTION', 'CONTRAT_INSERTION', 'CONTRAT_AIDE',
        'ALTERNANCE', 'FORMATION', 'DEMANDEUR_EMPLOI', 'SANS_SITUATION', 'ABANDON', 'NON_RENSEIGNE'))
);
comment on table situation_suivi is 'What became of a person of a year''s cohort, 3, 6 or 12 months later';
comment on column situation_suivi.cohorte is 'The year of the hours';

create sequence arrete_annuel_seq increment by 50;
create table arrete_annuel (
    id            bigint primary key default nextval('arrete_annuel_seq'),
    structure_id  bigint not null references structure (id),
    annee         smallint not null,
    numero        smallint not null default 1,
    etat          text not null,
    arrete_le     timestamptz not null,
    arrete_par    bigint,
    constraint arrete_annuel_cle            unique (structure_id, id),
    constraint arrete_annuel_numero_unique  unique (structure_id, annee, numero),
    constraint arrete_annuel_auteur         foreign key (structure_id, arrete_par) references utilisateur (structure_id, id),
    constraint arrete_annuel_etat_connu     check (etat in ('ARRETE', 'SCELLE'))
);
comment on table arrete_annuel is 'A year closed: its figures are frozen under a number. A year without a row is PROVISOIRE.';

create table indicateur_fige (
    structure_id  bigint not null,
    arrete_id     bigint not null,
    code          text not null,
    valeur        numeric,
    primary key (structure_id, arrete_id, code),
    constraint indicateur_fige_arrete foreign key (structure_id, arrete_id) references arrete_annuel (structure_id, id) on delete cascade
);
comment on table indicateur_fige is 'A figure as it stood when its year was closed; null where it had no denominator';

create sequence agregat_declare_seq increment by 50;
create table agregat_declare (
    id             bigint primary key default nextval('agregat_declare_seq'),
    structure_id   bigint not null references structure (id),
    libelle        text not null,
    annee          smallint not null,
    heures         numeric(14, 2),
    beneficiaires  integer,
    operations     integer,
    etp            numeric(9, 2),
    objectif       numeric(14, 2),
    source         text,
    constraint agregat_declare_cle        unique (structure_id, id),
    constraint agregat_declare_un_par_an  unique (structure_id, libelle, annee),
    constraint agregat_declare_positif    check (heures >= 0 and beneficiaires >= 0 and operations >= 0 and etp >= 0 and objectif >= 0)
);
comment on table agregat_declare is 'A figure declared for a perimeter of several structures: shown beside, never added to the structure''s own hours';

-- What counts --------------------------------------------------------------------------------------------------------

-- A query is about one structure, but the planner spreads its entries and its contracts over the people of all, and so
-- expects next to no pair of them once structures are many. As many people as a structure has set that right.
alter table entree alter column beneficiaire_id set (n_distinct = 1000);
alter table contrat_insertion alter column beneficiaire_id set (n_distinct = 1000);

-- The months that each entry holds. Windows are disjoint by the day, but one month may touch two of them:
-- it then belongs to the later entry.
create view entree_mois as
    select structure_id, id as entree_id, beneficiaire_id, debut_mois as premier_mois, fin_mois as dernier_mois,
           lead(debut_mois) over (partition by structure_id, beneficiaire_id order by debut) as mois_suivant
      from entree;
comment on view entree_mois is 'First and last month of an entry''s window, and the first month of the next entry, which holds no hours of this one';

-- THE definition of a counted hour: validated, and in a month of an eligibility window. Every figure reads it.
create view heure_comptee as
    select r.structure_id, r.id as releve_id, r.contrat_id, r.lot_id, r.mois, r.heures, c.beneficiaire_id, e.entree_id
      from releve_heures r
      join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
      join entree_mois e on e.structure_id = c.structure_id and e.beneficiaire_id = c.beneficiaire_id
                        and r.mois between e.premier_mois and e.dernier_mois
                        and (e.mois_suivant is null or r.mois < e.mois_suivant)
     where r.statut = 'VALIDEE';
comment on view heure_comptee is 'Counted hours: validated, and in a month of an eligibility window';

-- Every stored hour, and why it does not count.
create view heure_qualifiee as
    select r.structure_id, r.id as releve_id, r.contrat_id, r.lot_id, r.mois, r.heures, r.statut, c.beneficiaire_id,
           h.entree_id,
           case when r.statut <> 'VALIDEE' then r.statut
                when h.releve_id is null then 'HORS_PERIODE_ELIGIBILITE' end as motif_non_compte
      from releve_heures r
      join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
      left join heure_comptee h on h.structure_id = r.structure_id and h.releve_id = r.id;
comment on view heure_qualifiee is 'Each stored hour with the reason why it does not count, null when it counts';

-- From when to when a marché is followed: notification, else start; end or last renewal, open without an end.
create view marche_actif as
    select m.structure_id, m.id as marche_id, coalesce(m.date_notification, m.date_debut) as debut,
           case when m.date_fin is not null then greatest(m.date_fin, r.date_fin) end as fin
      from marche m
      left join (select structure_id, marche_id, max(date_fin) as date_fin from reconduction group by structure_id, marche_id) r
        on r.structure_id = m.structure_id and r.marche_id = m.id;
comment on view marche_actif is 'First and last day on which a marché is active; fin null: open';
