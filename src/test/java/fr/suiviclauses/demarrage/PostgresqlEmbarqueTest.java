package fr.suiviclauses.demarrage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each test starts the server that people's data are in, with their settings, on a folder of its own. */
@DisabledOnOs(OS.WINDOWS)
class PostgresqlEmbarqueTest {

    /** A base as a first start leaves it, copied for each test that is not about that first start. */
    @TempDir
    static Path modele;

    @TempDir
    Path dossier;

    private final List<PostgresqlEmbarque> started = new ArrayList<>();

    @BeforeAll
    static void startOnce() {
        PostgresqlEmbarque.start(
                        DossierDonnees.open(modele), ServeurDeTest.programmesPartages(), PostgresqlEmbarque.EPHEMERE)
                .close();
    }

    @AfterEach
    void stop() {
        started.forEach(PostgresqlEmbarque::close);
    }

    @Test
    void data_are_kept_between_starts_and_written_through_to_the_disk() throws Exception {
        PostgresqlEmbarque first = startOnCopy();
        execute(first, "create table essai as select 'gardé' as mot");
        stop(first);
        assertThat(Files.exists(dossier.resolve("postgresql/postmaster.pid"))).isFalse();

        PostgresqlEmbarque second = start();

        assertThat(query(second, "select mot from essai")).isEqualTo("gardé");
        assertThat(query(second, "show fsync")).isEqualTo("on");
        assertThat(query(second, "show full_page_writes")).isEqualTo("on");
        assertThat(query(second, "show synchronous_commit")).isEqualTo("on");
    }

    @Test
    void the_database_speaks_utf_8_and_has_french_order_at_hand() throws Exception {
        PostgresqlEmbarque serveur = start();

        assertThat(query(serveur, "show server_encoding")).isEqualTo("UTF8");
        assertThat(query(serveur, "select upper('éœ')")).isEqualTo("ÉŒ");
        assertThat(
                        query(
                                serveur,
                                "select string_agg(m, ' ' order by m collate \"fr-x-icu\") from unnest(array['zèbre','élan','cerf']) m"))
                .isEqualTo("cerf élan zèbre");
    }

    @Test
    void only_this_machine_and_only_with_the_password_gets_in() throws Exception {
        PostgresqlEmbarque serveur = startOnCopy();

        assertThat(query(serveur, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(serveur, "select rolsuper::text from pg_roles where rolname = current_user"))
                .isEqualTo("false");
        for (String role : List.of("suivi", "postgres")) {
            assertThatThrownBy(() -> DriverManager.getConnection(serveur.jdbcUrl(), role, "deviné"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dossier.resolve("mot-de-passe"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_server_that_was_killed_recovers_what_was_confirmed() throws Exception {
        PostgresqlEmbarque killed = startOnCopy();
        execute(killed, "create table essai as select 'confirmé' as mot");
        kill(pid());
        releaseAsAKilledProgramDoes(killed);

        PostgresqlEmbarque serveur = start();

        assertThat(query(serveur, "select mot from essai")).isEqualTo("confirmé");
    }

    @Test
    void a_server_left_running_by_a_killed_program_is_stopped_and_started_again() throws Exception {
        PostgresqlEmbarque left = startOnCopy();
        execute(left, "create table essai as select 'orphelin' as mot");
        long orphan = pid();
        releaseAsAKilledProgramDoes(left);

        PostgresqlEmbarque serveur = start();

        assertThat(query(serveur, "select mot from essai")).isEqualTo("orphelin");
        assertThat(pid()).isNotEqualTo(orphan);
        assertThatThrownBy(() -> query(left, "select 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void a_trace_whose_number_another_program_now_bears_is_no_obstacle() throws Exception {
        PostgresqlEmbarque killed = startOnCopy();
        Path trace = dossier.resolve("postgresql/postmaster.pid");
        String text = Files.readString(trace);
        kill(pid());
        releaseAsAKilledProgramDoes(killed);
        Process another = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(trace, text.replaceFirst("\\d+", Long.toString(another.pid())));

            assertThat(query(start(), "select 'là'")).isEqualTo("là");
            assertThat(another.isAlive()).isTrue();
        } finally {
            another.destroyForcibly();
        }
    }

    @Test
    void a_first_start_cut_short_begins_again() throws Exception {
        Path aside = Files.createDirectories(dossier.resolve("postgresql.en-cours/base"));
        Files.writeString(aside.resolveSibling("PG_VERSION"), "18");

        assertThat(query(start(), "select 'neuf'")).isEqualTo("neuf");
        assertThat(dossier.resolve("postgresql.en-cours")).doesNotExist();
    }

    @Test
    void a_second_program_on_the_same_folder_is_told_about_the_first() throws Exception {
        PostgresqlEmbarque first = startOnCopy();

        assertRefused("est déjà utilisé par un autre Suivi Clauses en marche : arrêtez-le");
        assertThat(query(first, "select 'intact'")).isEqualTo("intact");
    }

    @Test
    void a_folder_of_another_major_is_left_alone() throws Exception {
        Path version = Files.createDirectories(dossier.resolve("postgresql")).resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertRefused("a été créée par PostgreSQL 17, alors que ce programme contient PostgreSQL 18");
        assertThat(version).hasContent("17\n");
        assertThat(dossier.resolve("programmes")).doesNotExist();
    }

    @Test
    void a_folder_that_is_itself_a_base_of_another_major_is_named_too() throws Exception {
        Files.writeString(dossier.resolve("PG_VERSION"), "16\n");

        assertRefused("a été créée par PostgreSQL 16");
    }

    @Test
    void an_incomplete_base_is_never_overwritten() throws Exception {
        Files.createDirectories(dossier.resolve("postgresql/pg_wal"));

        assertRefused("ne contient pas une base PostgreSQL complète : restaurez-le d'une sauvegarde");
    }

    @Test
    void a_damaged_base_says_where_to_read_why() throws Exception {
        stop(startOnCopy());
        Files.delete(dossier.resolve("postgresql/global/pg_control"));

        assertRefused("lisez pourquoi dans " + dossier.toRealPath().resolve("demarrage.log"));
        assertThat(dossier.resolve("demarrage.log")).content().contains("pg_control");
    }

    @Test
    void a_lost_password_is_said() throws Exception {
        stop(startOnCopy());
        Files.delete(dossier.resolve("mot-de-passe"));

        assertRefused("Le fichier " + dossier.resolve("mot-de-passe") + " manque");
    }

    @Test
    void a_file_instead_of_a_folder_is_refused() throws Exception {
        Path file = Files.createFile(dossier.resolve("fichier"));

        for (Path where : List.of(file, file.resolve("dedans"))) {
            assertThatExceptionOfType(DemarrageException.class)
                    .isThrownBy(() -> PostgresqlEmbarque.start(where))
                    .withMessageStartingWith("Le dossier de données " + where + " ne peut pas être lu et écrit");
        }
    }

    @Test
    void a_folder_of_a_stranger_is_refused() throws Exception {
        stop(startOnCopy());
        Path base = dossier.resolve("postgresql");
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("---------"));
        try {
            assertRefused("ne peut pas être lu et écrit : donnez-en les droits");
        } finally {
            Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private PostgresqlEmbarque startOnCopy() throws Exception {
        Process copy = new ProcessBuilder("cp", "-a", modele + "/.", dossier.toString()).start();
        assertThat(copy.waitFor()).isZero();
        return start();
    }

    private PostgresqlEmbarque start() throws IOException {
        PostgresqlEmbarque serveur = PostgresqlEmbarque.start(
                DossierDonnees.open(dossier), ServeurDeTest.programmesPartages(), PostgresqlEmbarque.DURABLE);
        started.add(serveur);
        return serveur;
    }

    private void stop(PostgresqlEmbarque serveur) {
        started.remove(serveur);
        serveur.close();
    }

    private void assertRefused(String phrase) {
        assertThatExceptionOfType(DemarrageException.class)
                .isThrownBy(this::start)
                .withMessageContaining(phrase)
                .withMessageEndingWith("SUIVI_DONNEES.");
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(dossier.resolve("postgresql/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle handle = ProcessHandle.of(pid).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().get(10, TimeUnit.SECONDS);
    }

    private void releaseAsAKilledProgramDoes(PostgresqlEmbarque serveur) {
        started.remove(serveur);
        serveur.release();
    }

    private static void execute(PostgresqlEmbarque serveur, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(serveur.jdbcUrl(), serveur.username(), serveur.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresqlEmbarque serveur, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(serveur.jdbcUrl(), serveur.username(), serveur.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
