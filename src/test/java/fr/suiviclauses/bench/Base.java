package fr.suiviclauses.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The program's embedded database, by its administrator. */
final class Base implements AutoCloseable {

    private final String url;
    private final String motDePasse;
    private final Connection connection;
    private final Path donnees;
    private @Nullable Connection comme;

    private Base(String url, String motDePasse, Path donnees) throws SQLException {
        this.url = url;
        this.motDePasse = motDePasse;
        this.connection = DriverManager.getConnection(url, "postgres", motDePasse);
        this.donnees = donnees;
    }

    static Base of(Path donnees) throws IOException, SQLException {
        String port = Files.readAllLines(donnees.resolve("postgresql").resolve("postmaster.pid"))
                .get(3)
                .strip();
        return new Base(
                "jdbc:postgresql://127.0.0.1:" + port + "/suivi",
                Files.readString(donnees.resolve("mot-de-passe")).strip(),
                donnees);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getLong(1);
        }
    }

    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            while (rs.next()) {
                texts.add(rs.getString(1));
            }
        }
        return texts;
    }

    /** Another connection, set as the program sets its own. */
    JdbcClient asProgram() throws SQLException {
        if (comme == null) {
            comme = DriverManager.getConnection(url, "postgres", motDePasse);
            try (Statement statement = comme.createStatement()) {
                statement.execute(reglages());
            }
        }
        return JdbcClient.create(new SingleConnectionDataSource(comme, true));
    }

    private static String reglages() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return Objects.requireNonNull(yaml.getObject()).getProperty("spring.datasource.hikari.connection-init-sql");
    }

    /** What autovacuum does in its own time. */
    void settle() throws SQLException {
        execute("vacuum analyze");
    }

    /** Empties the table and fills it with the same rows by COPY, its indexes and rules in place. */
    Duration copyInto(String table) throws SQLException, IOException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        postgres.getCopyAPI().copyOut("copy " + table + " to stdout", rows);
        execute("truncate " + table);
        Instant begun = Instant.now();
        postgres.getCopyAPI().copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
        return Duration.between(begun, Instant.now());
    }

    /** Each statement and its duration goes to the server's log, from now on or no more. */
    void logStatements(boolean on) throws SQLException {
        execute("alter system set log_min_duration_statement = " + (on ? "0" : "-1"));
        execute("select pg_reload_conf()");
    }

    /** The lines of the server's logs. */
    List<String> log() throws IOException {
        List<String> lines = new ArrayList<>();
        try (var files = Files.list(donnees.resolve("postgresql").resolve("log"))) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    @Override
    public void close() throws SQLException {
        if (comme != null) {
            comme.close();
        }
        connection.close();
    }
}
