package fr.suiviclauses.echange.fichier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a text file writes its characters, judged by its bytes: a mark at its beginning, else UTF-8 if the whole file is
 * valid UTF-8, else Windows-1252.
 *
 * @param marque length of the mark, which is not text
 */
record Encodage(Charset jeu, int marque) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static Encodage of(Path fichier, byte[] debut) throws IOException {
        if (startsWith(debut, 0xEF, 0xBB, 0xBF)) return new Encodage(StandardCharsets.UTF_8, 3);
        if (startsWith(debut, 0xFF, 0xFE)) return new Encodage(StandardCharsets.UTF_16LE, 2);
        if (startsWith(debut, 0xFE, 0xFF)) return new Encodage(StandardCharsets.UTF_16BE, 2);
        return new Encodage(isUtf8(fichier) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
    }

    /** Replaces what can't be decoded by U+FFFD, which each cell's reader refuses where it stands. */
    CharsetDecoder decoder() {
        return jeu.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    private static boolean isUtf8(Path fichier) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer octets = ByteBuffer.allocate(1 << 16);
        CharBuffer texte = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(fichier)) {
            boolean fin = false;
            while (!fin) {
                int lus = in.read(octets.array(), octets.position(), octets.remaining());
                fin = lus < 0;
                octets.position(octets.position() + Math.max(0, lus));
                octets.flip();
                if (decoder.decode(octets, texte, fin).isError()) return false;
                texte.clear();
                octets.compact();
            }
        }
        return true;
    }

    static boolean startsWith(byte[] debut, int... signature) {
        if (debut.length < signature.length) return false;
        for (int i = 0; i < signature.length; i++) {
            if ((debut[i] & 0xFF) != signature[i]) return false;
        }
        return true;
    }
}
