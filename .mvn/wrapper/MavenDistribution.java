import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What mvnw cannot rely on finding in every shell: fetching without curl or wget, a SHA-512, an unzip. Run from source
 * by the JDK that the build needs anyway.
 */
final class MavenDistribution {

    private MavenDistribution() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "fetch" -> fetch(URI.create(args[1]), Path.of(args[2]));
            case "install" -> install(Path.of(args[1]), args[2], Path.of(args[3]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void fetch(URI address, Path file) {
        System.setProperty("java.net.useSystemProxies", "true");
        try {
            URLConnection connection = address.toURL().openConnection();
            connection.setConnectTimeout(30_000);
            connection.setReadTimeout(60_000);
            try (InputStream in = connection.getInputStream()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            System.err.println(e);
            System.exit(1);
        }
    }

    /** Checks {@code archive} and unpacks it as {@code home}, whole or not at all. */
    private static void install(Path archive, String sha512, Path home) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        try (InputStream in = new DigestInputStream(Files.newInputStream(archive), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equalsIgnoreCase(sha512)) {
            System.err.println("expected SHA-512 " + sha512);
            System.err.println("found    SHA-512 " + found);
            System.exit(2);
        }
        Path aside = Files.createTempDirectory(home.getParent(), "unpacking-");
        unzip(archive, aside);
        try (var top = Files.list(aside)) {
            Files.move(top.findFirst().orElseThrow(), home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another build may have been faster; what it left is as good.
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
        delete(aside);
    }

    private static void unzip(Path archive, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                    if (file.getParent().endsWith("bin")) {
                        file.toFile().setExecutable(true, false);
                    }
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
