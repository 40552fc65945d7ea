package fr.suiviclauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every table of the schema keeps to, so that a new one can't forget it. */
@ApplicationTest
class SchemaTest {

    /** Not a structure's: the tenant itself, the reference data, and what the libraries keep. */
    private static final String COMMUNES =
            "('structure', 'groupe_famille', 'spring_session', 'spring_session_attributes', 'scheduled_tasks', 'flyway_schema_history')";

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_business_table_belongs_to_a_structure() {
        assertThat(list("""
                select c.relname from pg_class c
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in %s
                   and not exists (select from pg_attribute a
                                    where a.attrelid = c.oid and a.attname = 'structure_id' and a.attnotnull)""".formatted(COMMUNES))).isEmpty();
    }

    @Test
    void a_table_with_an_id_is_known_by_its_structure_too() {
        assertThat(list("""
                select c.relname from pg_class c
                  join pg_attribute i on i.attrelid = c.oid and i.attname = 'id'
                  join pg_attribute s on s.attrelid = c.oid and s.attname = 'structure_id'
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                   and not exists (select from pg_constraint u
                                    where u.conrelid = c.oid and u.contype = 'u' and u.conname = c.relname || '_cle'
                                      and u.conkey = array[s.attnum, i.attnum])""")).isEmpty();
    }

    /** A row can't point into another structure. */
    @Test
    void foreign_keys_between_business_tables_carry_the_structure() {
        assertThat(list("""
                select f.conrelid::regclass || ' → ' || f.confrelid::regclass from pg_constraint f
                  join pg_class c on c.oid = f.confrelid
                 where f.contype = 'f' and c.relname not in %s
                   and not exists (select from pg_attribute a
                                    where a.attrelid = f.conrelid and a.attname = 'structure_id' and a.attnum = any (f.conkey))""".formatted(COMMUNES))).isEmpty();
    }

    @Test
    void every_table_and_view_says_what_it_is() {
        assertThat(list("""
                select c.relname from pg_class c
                 where c.relkind in ('r', 'v') and c.relnamespace = 'public'::regnamespace
                   and c.relname <> 'flyway_schema_history' and obj_description(c.oid, 'pg_class') is null""")).isEmpty();
    }

    @Test
    void constraints_are_named_after_their_table() {
        assertThat(list("""
                select c.relname || ': ' || k.conname from pg_constraint k
                  join pg_class c on c.oid = k.conrelid
                 where c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
                   and k.contype in ('c', 'f', 'u', 'x') and not starts_with(k.conname, c.relname || '_')""")).isEmpty();
    }

    /** No column was made for a number that must never be stored. */
    @Test
    void no_column_is_for_a_social_security_number() {
        assertThat(list("""
                select table_name || '.' || column_name from information_schema.columns
                 where table_schema = 'public'
                   and column_name ~ '(^|_)(nir|nss|numero_secu.*|securite_sociale)($|_)'""")).isEmpty();
    }

    private List<String> list(String requete) {
        return jdbc.sql(requete).query(String.class).list();
    }
}
