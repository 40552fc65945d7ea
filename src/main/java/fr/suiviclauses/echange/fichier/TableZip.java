package fr.suiviclauses.echange.fichier;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Looks at the end of a ZIP before its table is loaded: a table of millions of parts would fill the memory by itself. */
final class TableZip {

    private static final int FIN = 22;
    private static final int COMMENTAIRE_MAX = 65_535;
    private static final int SIGNATURE = 0x06054b50;
    private static final long OCTETS_MAX = 4L * 1024 * 1024;

    private TableZip() {}

    static boolean reasonable(Path fichier) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(fichier.toFile(), "r")) {
            int longueur = (int) Math.min(in.length(), FIN + COMMENTAIRE_MAX);
            byte[] fin = new byte[longueur];
            in.seek(in.length() - longueur);
            in.readFully(fin);
            ByteBuffer octets = ByteBuffer.wrap(fin).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = longueur - FIN; i >= 0; i--) {
                if (octets.getInt(i) == SIGNATURE) {
                    int parties = Short.toUnsignedInt(octets.getShort(i + 10));
                    long table = Integer.toUnsignedLong(octets.getInt(i + 12));
                    return parties <= Limites.PARTIES && table <= OCTETS_MAX;
                }
            }
            return false;
        }
    }
}
