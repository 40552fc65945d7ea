package fr.suiviclauses.demarrage;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * French on a console whose language is not set (a service, a container, {@code LANG=C}): Java would write each accent
 * as a question mark there, although the terminal shows UTF-8.
 */
public final class ConsoleUtf8 {

    private ConsoleUtf8() {}

    /** Mends the standard streams where they know no accents; leaves the others alone. */
    public static void install() {
        if (!knowsAccents("sun.stdout.encoding")) {
            System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        }
        if (!knowsAccents("sun.stderr.encoding")) {
            System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        }
    }

    private static boolean knowsAccents(String property) {
        // Java 19 and newer drop the prefix; Java 17 leaves the property out when the stream is not a terminal.
        String name = System.getProperty(
                property, System.getProperty(property.substring(4), System.getProperty("native.encoding", "UTF-8")));
        return Charset.isSupported(name) && Charset.forName(name).newEncoder().canEncode('é');
    }
}
