package fr.suiviclauses.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program as a person does, and reads what she would read: one sentence, and nothing else. */
class DemarrageRefuseTest {

    @TempDir
    Path dossier;

    @Test
    void a_taken_port() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[4]))) {
            int port = taken.getLocalPort();

            assertThat(sentenceOf(Map.of("SERVER_PORT", Integer.toString(port))))
                    .startsWith(
                            "Le port " + port + " est déjà pris par un autre programme : arrêtez-le, ou choisissez");
        }
    }

    @Test
    void a_data_folder_that_cannot_be_written() throws Exception {
        Path file = Files.createFile(dossier.resolve("fichier"));

        assertThat(sentenceOf(Map.of("SUIVI_DONNEES", file.toString())))
                .startsWith("Le dossier de données " + file + " ne peut pas être lu et écrit : ");
    }

    @Test
    void a_database_that_cannot_be_reached() throws Exception {
        assertThat(sentenceOf(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/suivi")))
                .startsWith("Aucun PostgreSQL ne répond à l'adresse 127.0.0.1:1 : ");
    }

    @Test
    void a_database_that_a_newer_program_has_changed() throws Exception {
        ServeurDeTest.Base base = ServeurDeTest.instance().create("plus_recente");
        Flyway.configure()
                .dataSource(base.url(), base.utilisateur(), base.motDePasse())
                .load()
                .migrate();
        execute(
                base,
                "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) values (9999, '999', 'de demain', 'SQL', 'V999__de_demain.sql', 'x', 1, true)");

        assertThat(sentenceOf(settings(base)))
                .isEqualTo("La base a été mise à niveau par une version plus récente de Suivi Clauses (migration 999) :"
                        + " lancez cette version-là, ou restaurez une sauvegarde faite avant la mise à niveau.");
    }

    @Test
    void a_database_that_belongs_to_another_program() throws Exception {
        ServeurDeTest.Base base = ServeurDeTest.instance().create("autre_programme");
        execute(base, "create table paie (id int)");

        assertThat(sentenceOf(settings(base))).startsWith("La base contient déjà les tables d'un autre programme : ");
    }

    @Test
    void a_setting_that_makes_no_sense() throws Exception {
        assertThat(sentenceOf(Map.of("SUIVI_DEMO", "si possible", "SUIVI_DONNEES", dossier.toString())))
                .isEqualTo("Le réglage SUIVI_DEMO a la valeur « si possible », qui ne convient pas : corrigez-la, ou"
                        + " retirez ce réglage.");
    }

    @Test
    void an_unknown_trouble_keeps_its_trace() throws Exception {
        ServeurDeTest.Base base = ServeurDeTest.instance().create("sans_tables");
        Map<String, String> variables = new TreeMap<>(settings(base));
        variables.put("SPRING_FLYWAY_ENABLED", "false");

        Outcome outcome = run(variables);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("missing table").contains("\tat ");
    }

    private static Map<String, String> settings(ServeurDeTest.Base base) {
        return Map.of(
                "SPRING_DATASOURCE_URL", base.url(),
                "SPRING_DATASOURCE_USERNAME", base.utilisateur(),
                "SPRING_DATASOURCE_PASSWORD", base.motDePasse());
    }

    private static void execute(ServeurDeTest.Base base, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(base.url(), base.utilisateur(), base.motDePasse());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the program says when it refuses to start, having checked that it says nothing else. */
    private String sentenceOf(Map<String, String> variables) throws Exception {
        Outcome outcome = run(variables);
        assertThat(outcome.exit()).isEqualTo(1);
        List<String> said = (outcome.out() + outcome.err())
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Suivi Clauses"))
                .toList();
        assertThat(said).hasSize(1);
        return said.get(0);
    }

    private record Outcome(int exit, String out, String err) {}

    private Outcome run(Map<String, String> variables) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "fr.suiviclauses.SuiviClausesApplication");
        builder.directory(dossier.toFile());
        builder.redirectOutput(dossier.resolve("out").toFile());
        builder.redirectError(dossier.resolve("err").toFile());
        builder.environment().clear();
        // A console without a language, as a service has.
        builder.environment().putAll(new TreeMap<>(Map.of("PATH", System.getenv("PATH"), "SERVER_PORT", "0")));
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Outcome(
                process.exitValue(),
                Files.readString(dossier.resolve("out")),
                Files.readString(dossier.resolve("err")));
    }
}
