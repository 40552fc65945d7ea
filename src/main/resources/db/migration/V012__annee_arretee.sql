-- A closed year's hours don't change: the database refuses it, and the moment of the closing is no loophole. Who writes
-- hours of a year and who closes that year wait for each other on the same lock: writers share it, the closing has it
-- alone. So a closing counts all that was written before it, and a writer that comes after finds the year closed.
create function annee_verrou(structure bigint, annee integer) returns bigint language sql immutable parallel safe
    return hashtextextended('arrete_annuel ' || structure::text || ' ' || annee::text, 0);
comment on function annee_verrou is 'The lock on a structure''s year: shared by who writes its hours, exclusive to who closes it';

create function arrete_annuel_seul() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(annee_verrou(new.structure_id, new.annee));
    return new;
end $$;
create trigger arrete_annuel_seul before insert or update on arrete_annuel for each row execute function arrete_annuel_seul();

-- Once a statement, not once a row: an import of a whole history asks about its ten years. The lock first, then the
-- question, in a statement of its own: what was committed while it waited is seen.
create function releve_heures_annee_ouverte() returns trigger language plpgsql as $$
declare
    une record;
begin
    for une in select structure_id, extract(year from mois)::integer as annee from touche group by 1, 2 order by 1, 2
    loop
        perform pg_advisory_xact_lock_shared(annee_verrou(une.structure_id, une.annee));
        if exists (select from arrete_annuel a where a.structure_id = une.structure_id and a.annee = une.annee) then
            raise exception 'hours of the closed year %', une.annee
                using errcode = 'check_violation', table = 'releve_heures', constraint = 'releve_heures_annee_ouverte';
        end if;
    end loop;
    return null;
end $$;
comment on function releve_heures_annee_ouverte is 'Refuses a change to hours, or to months confirmed as having none, of a closed year';

do $$
declare
    nom text;
begin
    foreach nom in array array['releve_heures', 'mois_sans_heure']
    loop
        execute format('create trigger %I after insert on %I referencing new table as touche for each statement execute function releve_heures_annee_ouverte()',
            nom || '_ajout_annee_ouverte', nom);
        execute format('create trigger %I after update on %I referencing new table as touche for each statement execute function releve_heures_annee_ouverte()',
            nom || '_modification_annee_ouverte', nom);
        execute format('create trigger %I after delete on %I referencing old table as touche for each statement execute function releve_heures_annee_ouverte()',
            nom || '_retrait_annee_ouverte', nom);
    end loop;
end $$;
