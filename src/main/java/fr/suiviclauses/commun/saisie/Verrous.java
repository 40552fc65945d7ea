package fr.suiviclauses.commun.saisie;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes those who write one record at the same moment come one after the other, so that what a page checked still holds
 * when it writes. Each is called within a transaction, whose end lets the next one in; whoever merely reads never waits.
 */
public final class Verrous {

    private Verrous() {}

    /**
     * Before a record is changed, removed, merged or looked at for what hangs on it: nobody else does, nor hangs anything
     * on it, until this is done. Records of one table are taken in one go, in an order of their own: two who want the same
     * ones never wait for each other.
     */
    public static void hold(JdbcClient jdbc, String table, long structureId, Long... ids) {
        jdbc.sql("select id from %s where structure_id = :structure and id = any (:ids) order by id for update"
                        .formatted(table))
                .param("structure", structureId)
                .param("ids", ids)
                .query(Long.class)
                .list();
    }

    /**
     * Before something is hung on records: none of them is removed or merged until this is done.
     *
     * @param table it has a column {@code fusionne_dans}
     * @return whether all of them are the structure's and stand for themselves
     */
    public static boolean standing(JdbcClient jdbc, String table, long structureId, Set<Long> ids) {
        return jdbc.sql("""
                        select id from %s
                         where structure_id = :structure and id = any (:ids) and fusionne_dans is null
                         order by id for key share""".formatted(table))
                        .param("structure", structureId)
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Long.class)
                        .list()
                        .size()
                == ids.size();
    }
}
