-- History: who changed what, when, before and after. Triggers, so that bulk SQL is caught too.
-- An insertion is not journaled: the row itself says what was entered, and an import of a whole history pays nothing.
create table journal (
    id            bigint generated always as identity primary key,
    structure_id  bigint not null references structure (id),
    moment        timestamptz not null default clock_timestamp(),
    auteur_id     bigint,
    table_nom     text not null,
    ligne         text not null,
    action        text not null,
    avant         jsonb not null,
    apres         jsonb,
    constraint journal_cle           unique (structure_id, id),
    constraint journal_action_connue check (action in ('MODIFICATION', 'SUPPRESSION'))
);
create index journal_par_ligne on journal (structure_id, table_nom, ligne);
comment on table journal is 'Every change and removal of a business row, with what it was before';
comment on column journal.auteur_id is 'The account at work, from the setting suivi.utilisateur; null: the program itself';

create function journal_inscrit() returns trigger language plpgsql as $$
begin
    insert into journal (structure_id, auteur_id, table_nom, ligne, action, avant, apres)
    values (old.structure_id, nullif(current_setting('suivi.utilisateur', true), '')::bigint, tg_table_name,
            coalesce(to_jsonb(old) ->> 'id', to_jsonb(old)::text),
            case tg_op when 'DELETE' then 'SUPPRESSION' else 'MODIFICATION' end,
            to_jsonb(old), case tg_op when 'DELETE' then null else to_jsonb(new) end);
    return null;
end $$;

do $$
declare
    nom text;
begin
    foreach nom in array array['famille_achat', 'donneur_ordre', 'signature_charte', 'operation', 'marche', 'reconduction', 'lot',
        'lot_clause', 'mouvement_obligation', 'entreprise', 'participation', 'beneficiaire', 'entree', 'entree_critere',
        'contrat_insertion', 'releve_heures', 'mois_sans_heure', 'situation_suivi', 'agregat_declare']
    loop
        execute format('create trigger %I after delete on %I for each row execute function journal_inscrit()',
            nom || '_journal_suppression', nom);
        execute format('create trigger %I after update on %I for each row when (old is distinct from new) execute function journal_inscrit()',
            nom || '_journal_modification', nom);
    end loop;
end $$;
