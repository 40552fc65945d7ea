package fr.suiviclauses.echange.depot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bytes of deposited files. SQL, in pieces: no file is ever held whole in memory. */
@Repository
@RequiredArgsConstructor
class ContenuRepository {

    private static final int MORCEAU = 1 << 20;

    private final JdbcClient jdbc;

    /** Puts a file in the place of what there was. */
    void replace(long structureId, long depotId, Path fichier) {
        delete(depotId);
        try (InputStream in = Files.newInputStream(fichier)) {
            int rang = 0;
            for (byte[] octets = in.readNBytes(MORCEAU); octets.length > 0; octets = in.readNBytes(MORCEAU)) {
                jdbc.sql("insert into depot_contenu (depot_id, rang, structure_id, octets) values (?, ?, ?, ?)")
                        .param(depotId)
                        .param(rang++)
                        .param(structureId)
                        .param(octets)
                        .update();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isKept(long structureId, long depotId) {
        return jdbc.sql("select exists (select from depot_contenu where structure_id = ? and depot_id = ?)")
                .param(structureId)
                .param(depotId)
                .query(Boolean.class)
                .single();
    }

    /** Writes the file, whose pieces are read one at a time; false: it is not kept any more. */
    boolean copyTo(long structureId, long depotId, OutputStream out) throws IOException {
        int rang = 0;
        while (true) {
            var octets = jdbc.sql(
                            "select octets from depot_contenu where structure_id = ? and depot_id = ? and rang = ?")
                    .param(structureId)
                    .param(depotId)
                    .param(rang)
                    .query(byte[].class)
                    .optional();
            if (octets.isEmpty()) return rang > 0;
            out.write(octets.get());
            rang++;
        }
    }

    void delete(long depotId) {
        jdbc.sql("delete from depot_contenu where depot_id = ?").param(depotId).update();
    }

    /** Deletes those whose work broke down before: they were not read to their end. */
    int deleteFailedBefore(Instant moment) {
        return jdbc.sql("""
                        delete from depot_contenu c using depot d
                         where d.structure_id = c.structure_id and d.id = c.depot_id and d.etat = 'ECHEC' and d.fini_le < ?""").param(moment.atOffset(ZoneOffset.UTC)).update();
    }

    /** Deletes those of files deposited before. */
    int deleteBefore(Instant moment) {
        return jdbc.sql("delete from depot_contenu c using depot d where d.id = c.depot_id and d.depose_le < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }
}
