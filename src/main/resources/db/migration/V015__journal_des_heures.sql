-- The same journal of hours, written once a statement instead of once a row: saving a year of forty people changes 480 of
-- them, and the rows' own triggers took more time than all the rest.
create function releve_heures_journal_modification() returns trigger language plpgsql
    -- The plan is kept from one call to the next; the first may change one row, the next a whole history.
    set enable_nestloop = off as $$
begin
    if exists (select from apres n where not exists (select from avant a where a.id = n.id)) then
        raise exception 'the id of hours does not change' using errcode = 'check_violation', table = 'releve_heures';
    end if;
    insert into journal (structure_id, auteur_id, table_nom, ligne, action, avant, apres)
    select a.structure_id, nullif(current_setting('suivi.utilisateur', true), '')::bigint, tg_table_name, a.id::text,
           'MODIFICATION', to_jsonb(a), to_jsonb(n)
      from avant a
      join apres n on n.id = a.id
     where a is distinct from n;
    return null;
end $$;
comment on function releve_heures_journal_modification is 'What journal_inscrit writes of changed rows, for all of a statement';

create function journal_inscrit_suppressions() returns trigger language plpgsql as $$
begin
    insert into journal (structure_id, auteur_id, table_nom, ligne, action, avant)
    select (v.ligne ->> 'structure_id')::bigint, nullif(current_setting('suivi.utilisateur', true), '')::bigint, tg_table_name,
           coalesce(v.ligne ->> 'id', v.ligne::text), 'SUPPRESSION', v.ligne
      from (select to_jsonb(a) as ligne from avant a) v;
    return null;
end $$;
comment on function journal_inscrit_suppressions is 'What journal_inscrit writes of removed rows, for all of a statement';

drop trigger releve_heures_journal_modification on releve_heures;
create trigger releve_heures_journal_modification after update on releve_heures
    referencing old table as avant new table as apres for each statement execute function releve_heures_journal_modification();
drop trigger releve_heures_journal_suppression on releve_heures;
create trigger releve_heures_journal_suppression after delete on releve_heures
    referencing old table as avant for each statement execute function journal_inscrit_suppressions();
drop trigger mois_sans_heure_journal_suppression on mois_sans_heure;
create trigger mois_sans_heure_journal_suppression after delete on mois_sans_heure
    referencing old table as avant for each statement execute function journal_inscrit_suppressions();
