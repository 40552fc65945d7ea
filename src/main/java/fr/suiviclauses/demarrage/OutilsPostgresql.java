package fr.suiviclauses.demarrage;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands {@code initdb} and {@code pg_ctl} on one data folder; what they say goes to one journal file. */
final class OutilsPostgresql {

    private static final Logger LOG = LoggerFactory.getLogger(OutilsPostgresql.class);
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Path programmes;
    private final Path base;
    private final Path journal;

    OutilsPostgresql(Path programmes, Path base, Path journal) {
        this.programmes = programmes;
        this.base = base;
        this.journal = journal;
    }

    /**
     * Makes a new data folder. The order of characters is PostgreSQL's own, the same on all systems and for all their
     * updates; where French order matters, the schema says so.
     */
    void initdb(Path target, Path motDePasse) throws IOException {
        LOG.info(
                "Premier démarrage : création de la base de données dans {}…",
                journal.resolveSibling(".").normalize());
        Files.deleteIfExists(journal);
        for (String ctype : List.of("C.UTF-8", "en_US.UTF-8", "C")) {
            int exit = run(
                    "initdb",
                    List.of(
                            "-D",
                            target.toString(),
                            "-U",
                            "postgres",
                            "-A",
                            "scram-sha-256",
                            "--pwfile",
                            motDePasse.toString(),
                            "-E",
                            "UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--lc-ctype=" + ctype));
            if (exit == 0) {
                return;
            }
            if (!said().contains("invalid locale name")) {
                break;
            }
        }
        throw notStarted(null);
    }

    /** Starts the server and waits until it answers. @return its port */
    int start(Map<String, String> reglages) throws IOException {
        for (int attempt = 0; ; attempt++) {
            int port = freePort();
            Files.deleteIfExists(journal);
            int exit = run(
                    "pg_ctl",
                    List.of(
                            "-D",
                            base.toString(),
                            "-w",
                            "-t",
                            "600",
                            "-l",
                            journal.toString(),
                            "-o",
                            options(port, reglages),
                            "start"));
            if (exit == 0) {
                return port;
            }
            // Somebody may take the port between our look and the server's start.
            if (attempt == 3 || !said().contains("could not bind")) {
                throw notStarted(null);
            }
        }
    }

    void stop() {
        try {
            if (run("pg_ctl", List.of("-D", base.toString(), "-w", "-t", "60", "-m", "fast", "stop")) != 0) {
                LOG.warn("L'arrêt de PostgreSQL n'a pas abouti : {}", said());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server of a program that was killed; forgets the trace of one that died with it. */
    void stopOrphan() throws IOException {
        Path pidFile = base.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Files.deleteIfExists(journal);
        if (isOurServer(pidFile)) {
            stop();
        } else {
            // After a restart of the machine another process may bear this number: PostgreSQL would refuse to start.
            Files.delete(pidFile);
        }
    }

    private boolean isOurServer(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .flatMap(process -> process.info().command())
                    .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                    .isPresent();
        } catch (NumberFormatException | IndexOutOfBoundsException damaged) {
            return false;
        }
    }

    /** The failure as a sentence, by what the commands said. */
    DemarrageException notStarted(@Nullable Throwable cause) {
        String said = said();
        Path dossier = journal.resolveSibling(".").normalize();
        if (said.contains("cannot be run as root")
                || said.contains("execution of the PostgreSQL server is not permitted")) {
            return new DemarrageException(
                    "PostgreSQL refuse de tourner sous un compte d'administration de la machine : lancez Suivi Clauses"
                            + " avec un compte ordinaire, ou indiquez une base avec SPRING_DATASOURCE_URL.",
                    cause);
        }
        if (said.contains("No space left on device")) {
            return new DemarrageException(
                    "Le disque qui porte le dossier de données " + dossier
                            + " est plein : libérez de la place, puis relancez Suivi Clauses.",
                    cause);
        }
        if (said.contains("ermission denied") || said.contains("Read-only file system")) {
            return DossierDonnees.inaccessible(dossier, cause);
        }
        return new DemarrageException(
                "Le PostgreSQL embarqué ne démarre pas sur le dossier " + dossier + " : lisez pourquoi dans " + journal
                        + ", restaurez ce dossier d'une sauvegarde, ou choisissez-en un autre avec SUIVI_DONNEES.",
                cause);
    }

    private int run(String command, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(programmes
                .resolve("bin")
                .resolve(WINDOWS ? command + ".exe" : command)
                .toString());
        line.addAll(arguments);
        // To a file, never to a pipe: the server inherits it and would hold the pipe open.
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(journal.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_MESSAGES", "C");
        builder.environment().remove("LC_ALL");
        Process process = builder.start();
        try {
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                throw new IOException(command + " does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", e);
        }
    }

    private String said() {
        try {
            return Files.exists(journal) ? Files.readString(journal, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String options(int port, Map<String, String> reglages) {
        Map<String, String> all = new TreeMap<>(reglages);
        all.put("port", Integer.toString(port));
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.put("timezone", "UTC");
        all.put("jit", "off");
        all.put("lc_messages", "C");
        all.put("logging_collector", "on");
        // One file per day of the week, so that the journal never fills the disk.
        all.put("log_filename", "postgresql-%a.log");
        all.put("log_rotation_age", "1d");
        all.put("log_truncate_on_rotation", "on");
        StringBuilder options = new StringBuilder();
        all.forEach((name, value) ->
                options.append("-c ").append(name).append('=').append(value).append(' '));
        return options.toString().strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
