package fr.suiviclauses.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Copies of a structure with all it owns, beside it: every id and every column that refers to one is moved by the same
 * distance, so that no two copies share a row. Accounts are not copied, and what names one names nobody.
 */
final class Copies {

    private static final String REFERENCES = """
            select c.conrelid::regclass || '.' || a.attname || '=' || c.confrelid::regclass
              from pg_constraint c
              join unnest(c.conkey) with ordinality k (attnum, rang) on true
              join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
             where c.contype = 'f' and a.attname <> 'structure_id'
            """;

    private final Base base;
    private final long structureId;
    private final Map<String, String> references = new TreeMap<>();
    private final Map<String, Long> distances = new TreeMap<>();
    private final List<String> tables;

    Copies(Base base, long structureId) throws SQLException {
        this.base = base;
        this.structureId = structureId;
        for (String reference : base.texts(REFERENCES)) {
            references.put(
                    reference.substring(0, reference.indexOf('=')), reference.substring(reference.indexOf('=') + 1));
        }
        tables = base.texts("""
                select c.oid::regclass::text
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'structure_id'
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                   and c.relname not in ('utilisateur', 'utilisateur_role', 'jeton_api', 'journal')
                   and not exists (select from pg_constraint f
                                     join unnest(f.conkey) k (attnum) on true
                                     join pg_attribute u on u.attrelid = f.conrelid and u.attnum = k.attnum
                                    where f.conrelid = c.oid and f.confrelid = 'utilisateur'::regclass
                                      and u.attname <> 'structure_id' and u.attnotnull)
                 order by 1
                """);
        Set<String> moved = new TreeSet<>(tables);
        moved.addAll(references.values());
        moved.add("structure");
        for (String table : moved) {
            distances.put(table, distance(table));
        }
    }

    private long distance(String table) throws SQLException {
        boolean hasId = base.number("select count(*) from pg_attribute where attrelid = '" + table
                        + "'::regclass and attname = 'id'")
                > 0;
        // Beyond all ids, and beyond what sequences have already given out in blocks.
        return hasId ? base.number("select coalesce(max(id), 0) + 1000 from " + table) : 0;
    }

    /** Makes the copies of these numbers, the first one being 1. */
    void make(int first, int last) throws SQLException {
        base.execute("set session_replication_role = replica");
        for (int k = first; k <= last; k++) {
            base.execute("insert into structure (id, nom) select id + " + k * step("structure") + ", nom || ' " + k
                    + "' from structure where id = " + structureId);
            for (String table : tables) {
                base.execute(copy(table, k));
            }
        }
        base.execute("set session_replication_role = default");
    }

    /** By how much the ids of a table are moved from one copy to the next. */
    private long step(String table) {
        return distances.getOrDefault(table, 0L);
    }

    private String copy(String table, int k) throws SQLException {
        List<String> names = base.texts("""
                select quote_ident(attname) from pg_attribute
                 where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
                """.formatted(table));
        List<String> values = new ArrayList<>();
        for (String name : names) {
            String referred = references.get(table + "." + name);
            if (name.equals("structure_id")) {
                values.add(name + " + " + k * step("structure"));
            } else if (name.equals("id")) {
                values.add(name + " + " + k * step(table));
            } else if ("utilisateur".equals(referred)) {
                values.add("null");
            } else if (referred != null && step(referred) > 0) {
                values.add(name + " + " + k * step(referred));
            } else {
                values.add(name);
            }
        }
        return "insert into %s (%s) overriding system value select %s from %s where structure_id = %d"
                .formatted(table, String.join(", ", names), String.join(", ", values), table, structureId);
    }
}
