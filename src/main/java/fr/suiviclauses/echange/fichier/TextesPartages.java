package fr.suiviclauses.echange.fichier;

import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's shared texts, kept on disk: cells name them by number, in any order, and they may be as many and as long
 * as the whole workbook. Memory holds where each begins, and the last ones read.
 */
final class TextesPartages implements Closeable {

    private static final int NOMBRE_MAX = 10_000_000;
    private static final int CASES = 1 << 13;

    private final Path fichier;
    private final FileChannel canal;
    private final int[] numerosGardes = new int[CASES];
    private final @Nullable String[] textesGardes = new String[CASES];
    private int[] debuts;
    private int nombre;

    /** Reads the part that holds them. */
    TextesPartages(LecteurXml xml) throws IOException {
        this.fichier = Files.createTempFile("suivi-textes-", ".tmp");
        Arrays.fill(numerosGardes, -1);
        this.debuts = new int[1024];
        boolean lu = false;
        try {
            try (OutputStream sortie = new BufferedOutputStream(Files.newOutputStream(fichier), 1 << 16)) {
                store(xml, sortie);
            }
            this.canal = FileChannel.open(fichier, StandardOpenOption.READ);
            lu = true;
        } finally {
            if (!lu) Files.deleteIfExists(fichier);
        }
    }

    private void store(LecteurXml xml, OutputStream sortie) throws IOException {
        StringBuilder texte = new StringBuilder();
        int position = 0;
        while (xml.next()) {
            if (xml.starts("rPh")) {
                xml.textInto(new StringBuilder());
            } else if (xml.starts("t")) {
                xml.textInto(texte);
            } else if (xml.ends("si")) {
                byte[] octets = unescape(texte).getBytes(StandardCharsets.UTF_8);
                mark(position);
                sortie.write(octets);
                position += octets.length;
                texte.setLength(0);
            }
        }
        mark(position);
        nombre--;
    }

    private void mark(int position) {
        if (nombre > NOMBRE_MAX) throw ArchiveXlsx.damaged();
        if (nombre == debuts.length) debuts = Arrays.copyOf(debuts, nombre * 2);
        debuts[nombre++] = position;
    }

    /** A text by its number; null: there is none. */
    @Nullable
    String get(int numero) throws IOException {
        if (numero < 0 || numero >= nombre) return null;
        int place = numero & (CASES - 1);
        if (numerosGardes[place] != numero) {
            textesGardes[place] = read(debuts[numero], debuts[numero + 1]);
            numerosGardes[place] = numero;
        }
        return textesGardes[place];
    }

    private String read(int debut, int fin) throws IOException {
        ByteBuffer octets = ByteBuffer.allocate(fin - debut);
        while (octets.hasRemaining() && canal.read(octets, debut + (long) octets.position()) >= 0) {
            // until it is full
        }
        return new String(octets.array(), StandardCharsets.UTF_8);
    }

    /** Excel writes a character that XML can't hold as its code: _x000D_; too long a text is refused here. */
    static String unescape(CharSequence ecrit) {
        StringBuilder texte = new StringBuilder(ecrit.length());
        for (int i = 0; i < ecrit.length(); i++) {
            int code = ecrit.charAt(i) == '_' ? code(ecrit, i) : -1;
            texte.append(code < 0 ? ecrit.charAt(i) : (char) code);
            if (code >= 0) i += 6;
        }
        if (texte.length() > Limites.CARACTERES_PAR_CELLULE)
            throw new FichierRefuseException(Motif.ILLISIBLE, Limites.CELLULE_TROP_LONGUE);
        return texte.toString();
    }

    private static int code(CharSequence ecrit, int i) {
        if (i + 7 > ecrit.length() || ecrit.charAt(i + 1) != 'x' || ecrit.charAt(i + 6) != '_') return -1;
        int code = 0;
        for (int j = i + 2; j < i + 6; j++) {
            int chiffre = Character.digit(ecrit.charAt(j), 16);
            if (chiffre < 0) return -1;
            code = code * 16 + chiffre;
        }
        return code;
    }

    @Override
    public void close() throws IOException {
        canal.close();
        Files.deleteIfExists(fichier);
    }
}
