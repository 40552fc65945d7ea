package fr.suiviclauses.demarrage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What lies in {@code SUIVI_DONNEES}, held by one running program at a time. */
final class DossierDonnees implements AutoCloseable {

    private final Path racine;
    private final FileChannel verrou;

    private DossierDonnees(Path racine, FileChannel verrou) {
        this.racine = racine;
        this.verrou = verrou;
    }

    static DossierDonnees open(Path racine) {
        try {
            Path reel = racine.toAbsolutePath().normalize();
            if (!Files.isDirectory(reel)) {
                Files.createDirectories(reel, ownerOnly("rwx------"));
            }
            FileChannel channel =
                    FileChannel.open(reel.resolve("verrou"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new DemarrageException("Le dossier de données " + reel
                        + " est déjà utilisé par un autre Suivi Clauses en marche : arrêtez-le, ou choisissez un autre"
                        + " dossier avec SUIVI_DONNEES.");
            }
            return new DossierDonnees(reel, channel);
        } catch (IOException e) {
            throw inaccessible(racine, e);
        }
    }

    static DemarrageException inaccessible(Path dossier, @Nullable Throwable cause) {
        return new DemarrageException(
                "Le dossier de données " + dossier.toAbsolutePath().normalize()
                        + " ne peut pas être lu et écrit : donnez-en les droits au compte qui lance Suivi Clauses, ou"
                        + " choisissez un autre dossier avec SUIVI_DONNEES.",
                cause);
    }

    Path racine() {
        return racine;
    }

    Path base() {
        return racine.resolve("postgresql");
    }

    Path programmes() {
        return racine.resolve("programmes");
    }

    Path journal() {
        return racine.resolve("demarrage.log");
    }

    Path fichierMotDePasse() {
        return racine.resolve("mot-de-passe");
    }

    /** The password of the embedded server, drawn once: other accounts of this machine reach its port too. */
    String motDePasse() throws IOException {
        Path fichier = fichierMotDePasse();
        if (!Files.exists(fichier)) {
            if (Files.exists(base())) {
                throw new DemarrageException("Le fichier " + fichier
                        + " manque, et la base de ce dossier ne s'ouvre qu'avec lui : restaurez-le d'une sauvegarde, ou"
                        + " choisissez un autre dossier avec SUIVI_DONNEES.");
            }
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Path aside = Files.createTempFile(racine, "mot-de-passe", null, ownerOnly("rw-------"));
            Files.writeString(aside, HexFormat.of().formatHex(secret), StandardCharsets.US_ASCII);
            Files.move(aside, fichier, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(fichier, StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() throws IOException {
        verrou.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static FileAttribute<?>[] ownerOnly(String droits) {
        boolean posix = java.io.File.separatorChar == '/';
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(droits))}
                : new FileAttribute<?>[0];
    }
}
