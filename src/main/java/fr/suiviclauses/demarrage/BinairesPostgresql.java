package fr.suiviclauses.demarrage;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that the jar carries, unpacked once. They lie beside the data, not in the system's temporary
 * folder: that one is emptied while servers run, and any local account may write to it.
 */
final class BinairesPostgresql {

    private BinairesPostgresql() {}

    /** The folder that holds {@code bin/postgres}, unpacked now if it was not yet. */
    static Path unpackedIn(Path parent) throws IOException {
        byte[] archive = archive();
        Path programmes = parent.resolve("postgresql-" + digest(archive));
        if (Files.isDirectory(programmes)) {
            return programmes;
        }
        Files.createDirectories(parent);
        // Unpacked aside and renamed at the end, so that an interrupted start leaves nothing that looks complete.
        Path aside = Files.createTempDirectory(parent, "en-cours-");
        try {
            unpack(archive, aside);
            Files.move(aside, programmes, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
            return programmes;
        } finally {
            FileSystemUtils.deleteRecursively(aside);
        }
        return programmes;
    }

    private static byte[] archive() throws IOException {
        String arch = System.getProperty("os.arch");
        try (InputStream in =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(systeme(), "amd64".equals(arch) ? "x86_64" : arch)) {
            return in.readAllBytes();
        } catch (IllegalStateException none) {
            throw new DemarrageException(
                    "Le PostgreSQL embarqué n'existe pas pour cette machine (" + systeme() + ", " + arch
                            + ") : indiquez une base PostgreSQL 15 ou plus récente avec SPRING_DATASOURCE_URL.",
                    none);
        }
    }

    private static String systeme() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String digest(byte[] archive) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if (entry.getName().contains("bin/") && !file.toFile().setExecutable(true, true)) {
                        throw new IOException("cannot be made executable: " + file);
                    }
                }
            }
        }
    }
}
