package fr.suiviclauses.demarrage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * The program's own PostgreSQL: made once in its folder, kept between starts, reachable from this machine only. A
 * server that a killed program left running is stopped properly and started again, so that it obeys the present one.
 */
final class PostgresqlEmbarque implements AutoCloseable {

    static final String VERSION_MAJEURE = "18";

    /** What holds for people's data: everything confirmed is on the disk. */
    static final Map<String, String> DURABLE = Map.of("fsync", "on", "wal_level", "minimal", "max_wal_senders", "0");

    /** What holds for data that nobody will miss. */
    static final Map<String, String> EPHEMERE = Map.of(
            "fsync",
            "off",
            "synchronous_commit",
            "off",
            "full_page_writes",
            "off",
            "wal_level",
            "minimal",
            "max_wal_senders",
            "0");

    private static final String PROPRIETAIRE = "suivi";

    private final DossierDonnees dossier;
    private final OutilsPostgresql outils;
    private final int port;
    private final String motDePasse;

    private PostgresqlEmbarque(DossierDonnees dossier, OutilsPostgresql outils, int port, String motDePasse) {
        this.dossier = dossier;
        this.outils = outils;
        this.port = port;
        this.motDePasse = motDePasse;
    }

    /** Starts the server on the folder {@code racine}. */
    static PostgresqlEmbarque start(Path racine) {
        DossierDonnees dossier = DossierDonnees.open(racine);
        return start(dossier, dossier.programmes(), DURABLE);
    }

    /** Starts the server with its programs unpacked in {@code programmes}, which several folders may share. */
    static PostgresqlEmbarque start(DossierDonnees dossier, Path programmes, Map<String, String> reglages) {
        try {
            refuseForeignBase(dossier);
            OutilsPostgresql outils =
                    new OutilsPostgresql(BinairesPostgresql.unpackedIn(programmes), dossier.base(), dossier.journal());
            String motDePasse = dossier.motDePasse();
            if (Files.exists(dossier.base())) {
                outils.stopOrphan();
            } else {
                initialise(dossier, outils);
            }
            int port = outils.start(reglages);
            return new PostgresqlEmbarque(dossier, outils, port, motDePasse).withDatabase(PROPRIETAIRE);
        } catch (IOException e) {
            release(dossier);
            throw DossierDonnees.inaccessible(dossier.racine(), e);
        } catch (RuntimeException e) {
            release(dossier);
            throw e;
        }
    }

    String jdbcUrl() {
        return jdbcUrl(PROPRIETAIRE);
    }

    String jdbcUrl(String base) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + base;
    }

    String username() {
        return PROPRIETAIRE;
    }

    String password() {
        return motDePasse;
    }

    @Override
    public void close() {
        outils.stop();
        release(dossier);
    }

    /**
     * The role and the database of the program, where they do not exist yet. The role is an ordinary one: rules that the
     * database enforces on its users would not bind a superuser.
     */
    PostgresqlEmbarque withDatabase(String base) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), "postgres", motDePasse);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = '" + PROPRIETAIRE + "'")) {
                statement.execute("create role " + PROPRIETAIRE + " login password '" + motDePasse + "'");
            }
            if (!exists(statement, "select from pg_database where datname = '" + base + "'")) {
                statement.execute("create database " + base + " owner " + PROPRIETAIRE);
            }
            return this;
        } catch (SQLException e) {
            outils.stop();
            throw outils.notStarted(e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static void initialise(DossierDonnees dossier, OutilsPostgresql outils) throws IOException {
        // Made aside and renamed at the end: a start cut short by Ctrl-C begins again, instead of finding half a base.
        Path aside = dossier.racine().resolve("postgresql.en-cours");
        FileSystemUtils.deleteRecursively(aside);
        outils.initdb(aside, dossier.fichierMotDePasse());
        Files.move(aside, dossier.base(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void refuseForeignBase(DossierDonnees dossier) throws IOException {
        for (Path base : List.of(dossier.base(), dossier.racine())) {
            Path version = base.resolve("PG_VERSION");
            if (Files.exists(version)) {
                String majeure = Files.readString(version).strip();
                if (!majeure.equals(VERSION_MAJEURE)) {
                    throw new DemarrageException("La base du dossier " + base + " a été créée par PostgreSQL " + majeure
                            + ", alors que ce programme contient PostgreSQL " + VERSION_MAJEURE
                            + " : passez les données de l'une à l'autre comme le décrit docs/exploitation.md, ou"
                            + " choisissez un autre dossier avec SUIVI_DONNEES.");
                }
            } else if (base.equals(dossier.base()) && Files.exists(base)) {
                throw new DemarrageException("Le dossier " + base
                        + " ne contient pas une base PostgreSQL complète : restaurez-le d'une sauvegarde, ou choisissez"
                        + " un autre dossier avec SUIVI_DONNEES.");
            }
        }
    }

    /** Lets go of the folder and leaves the server running, as happens to a program that is killed. */
    void release() {
        release(dossier);
    }

    private static void release(DossierDonnees dossier) {
        try {
            dossier.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
