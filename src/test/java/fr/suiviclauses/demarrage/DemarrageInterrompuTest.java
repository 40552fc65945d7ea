package fr.suiviclauses.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.SuiviClausesApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stops the program, as Ctrl-C does, while it loads something. */
@DisabledOnOs(OS.WINDOWS)
class DemarrageInterrompuTest {

    @TempDir
    Path dossier;

    @Test
    void a_start_cut_short_says_so_and_leaves_no_server_behind() throws Exception {
        Path console = dossier.resolve("console");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Lent.class.getName());
        builder.directory(dossier.toFile()).redirectErrorStream(true).redirectOutput(console.toFile());
        Process program = builder.start();
        try {
            Instant limit = Instant.now().plus(Duration.ofMinutes(3));
            while (!Files.readString(console).contains("un long travail")
                    && Instant.now().isBefore(limit)) {
                assertThat(program.isAlive()).as("%s", console).isTrue();
                Thread.sleep(200);
            }
            program.destroy();
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }

        assertThat(Files.readString(console))
                .contains("Démarrage interrompu")
                .doesNotContain("\tat ", "Exception", "ERROR");
        assertThat(dossier.resolve("donnees/postgresql/PG_VERSION")).exists();
        assertThat(dossier.resolve("donnees/postgresql/postmaster.pid")).doesNotExist();
    }

    /** The program, with a load that is in the middle of a statement when the database goes. */
    static final class Lent {

        public static void main(String[] args) {
            SpringApplication application = new SpringApplication(SuiviClausesApplication.class);
            application.addInitializers(context -> ((GenericApplicationContext) context)
                    .registerBean("chargement", ApplicationRunner.class, () -> arguments -> {
                        context.getBean(EtatDemarrage.class).announce("un long travail");
                        context.getBean(JdbcClient.class)
                                .sql("select pg_sleep(120)")
                                .query(String.class)
                                .list();
                    }));
            application.run("--server.port=0", "--suivi.demo=false");
        }
    }
}
