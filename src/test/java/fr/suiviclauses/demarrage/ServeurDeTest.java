package fr.suiviclauses.demarrage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of a test run: in a container where a Docker engine answers, else the embedded one. Started once for
 * all tests of this process, and gone with it.
 */
public interface ServeurDeTest {

    /** Makes an empty database, owned by an ordinary role as in production. */
    Base create(String nom);

    record Base(String url, String utilisateur, String motDePasse) {}

    static ServeurDeTest instance() {
        return Unique.SERVEUR;
    }

    /** Holds the one server; a class of its own, so that it starts on first use. */
    final class Unique {

        private static final Logger LOG = LoggerFactory.getLogger(ServeurDeTest.class);
        private static final ServeurDeTest SERVEUR = start();

        private Unique() {}

        private static ServeurDeTest start() {
            // Its search for an engine logs each place where there is none, as errors.
            LoggingSystem.get(Unique.class.getClassLoader()).setLogLevel("org.testcontainers", LogLevel.OFF);
            if (DockerClientFactory.instance().isDockerAvailable()) {
                try {
                    return new Conteneur();
                } catch (RuntimeException e) {
                    LOG.warn("Docker answers but cannot run PostgreSQL, the tests use the embedded one", e);
                }
            }
            return new Embarque();
        }
    }

    final class Conteneur implements ServeurDeTest {

        private final PostgreSQLContainer conteneur = new PostgreSQLContainer("postgres:18")
                .withDatabaseName("postgres")
                .withCommand(
                        "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");

        Conteneur() {
            conteneur.start();
            execute("create role suivi login password 'suivi'");
        }

        @Override
        public Base create(String nom) {
            execute("create database " + nom + " owner suivi");
            String url = "jdbc:postgresql://" + conteneur.getHost() + ":"
                    + conteneur.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + nom;
            return new Base(url, "suivi", "suivi");
        }

        private void execute(String sql) {
            try (Connection connection = DriverManager.getConnection(
                            conteneur.getJdbcUrl(), conteneur.getUsername(), conteneur.getPassword());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    final class Embarque implements ServeurDeTest {

        private final PostgresqlEmbarque serveur;

        Embarque() {
            try {
                Path racine = Files.createTempDirectory("suivi-essais-");
                // The programs are shared between runs: unpacking them each time would cost some seconds.
                serveur = PostgresqlEmbarque.start(
                        DossierDonnees.open(racine), programmesPartages(), PostgresqlEmbarque.EPHEMERE);
                // After Spring's applications have ended, not beside them as a plain shutdown hook would.
                SpringApplication.getShutdownHandlers().add(() -> {
                    serveur.close();
                    deleteQuietly(racine);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Base create(String nom) {
            serveur.withDatabase(nom);
            return new Base(serveur.jdbcUrl(nom), serveur.username(), serveur.password());
        }

        private static void deleteQuietly(Path racine) {
            try {
                FileSystemUtils.deleteRecursively(racine);
            } catch (IOException leftToTheSystem) {
                // A temporary folder.
            }
        }
    }

    /** Where the tests unpack PostgreSQL's programs. */
    static Path programmesPartages() {
        return Path.of(System.getProperty("java.io.tmpdir"), "suivi-clauses-" + System.getProperty("user.name"));
    }
}
