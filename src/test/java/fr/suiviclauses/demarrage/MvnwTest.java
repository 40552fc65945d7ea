package fr.suiviclauses.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the real mvnw in a folder of its own, with a PATH on which only what the test names can be found. */
@DisabledOnOs(OS.WINDOWS)
class MvnwTest {

    private static final String FETCHED_MAVEN = "#!/bin/sh\necho \"fetched Maven runs: $*\"\n";

    @TempDir
    Path dossier;

    private Path path;
    private HttpServer archive;
    private final AtomicInteger fetches = new AtomicInteger();
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void prepare() throws Exception {
        Path projet = Files.createDirectories(dossier.resolve("a project"));
        Path wrapper = Files.createDirectories(projet.resolve(".mvn/wrapper"));
        Files.copy(Path.of("mvnw"), projet.resolve("mvnw"));
        Files.copy(Path.of(".mvn/wrapper/MavenDistribution.java"), wrapper.resolve("MavenDistribution.java"));

        byte[] zip = zipOfMaven();
        archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        archive.createContext("/maven.zip", exchange -> {
            fetches.incrementAndGet();
            exchange.sendResponseHeaders(200, zip.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(zip);
            }
        });
        archive.start();
        settings(
                address(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(zip)));

        path = Files.createDirectories(dossier.resolve("path"));
        for (String tool : List.of("sh", "sed", "tr", "dirname", "mkdir", "rm", "cat")) {
            allow(tool);
        }
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    @AfterEach
    void stop() {
        archive.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.7", "3.8.8", "3.10.0", "4.0.0-rc-4"})
    void a_recent_enough_maven_of_the_path_is_used_with_all_arguments(String version) throws Exception {
        command("mvn", fakeMaven(version));

        Outcome outcome = mvnw("-B", "verify", "-Dx=a b");

        assertThat(outcome.out()).isEqualTo("Maven " + version + " of the PATH runs: -B verify -Dx=a b\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(fetches).hasValue(0);
    }

    @Test
    void trying_the_program_does_not_wait_for_what_only_verify_needs() throws Exception {
        command("mvn", fakeMaven("3.9.9"));

        assertThat(mvnw("-o", "spring-boot:run").out())
                .isEqualTo("Maven 3.9.9 of the PATH runs: -Dspotless.check.skip=true -Dmaven.test.skip=true -o"
                        + " spring-boot:run\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.6", "3.6.3", "2.99.99"})
    void an_older_one_is_left_and_the_pinned_one_fetched(String version) throws Exception {
        command("mvn", fakeMaven(version));

        Outcome outcome = mvnw("verify");

        assertThat(outcome.out()).isEqualTo("fetched Maven runs: verify\n");
        assertThat(outcome.err()).contains("no Maven 3.8.7 or newer on the PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "wget", "neither"})
    void without_maven_the_pinned_one_is_fetched_once_and_kept(String tool) throws Exception {
        if (!tool.equals("neither") && !allow(tool)) {
            return;
        }

        Outcome first = mvnw("-v");
        Outcome second = mvnw("-v");

        assertThat(first.out()).isEqualTo("fetched Maven runs: -v\n");
        assertThat(second).isEqualTo(new Outcome(0, "fetched Maven runs: -v\n", ""));
        assertThat(fetches).hasValue(1);
        assertThat(dossier.resolve("home/.m2/wrapper"))
                .isDirectoryNotContaining(file -> !file.endsWith("apache-maven-9.9"));
    }

    @Test
    void a_file_that_is_not_the_expected_one_is_refused_and_not_kept() throws Exception {
        settings(address(), "00");

        Outcome outcome = mvnw("-v");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("is not the expected file (wrong SHA-512): nothing was installed");
        assertThat(dossier.resolve("home/.m2/wrapper")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "wget", "neither"})
    void without_network_it_says_what_to_do(String tool) throws Exception {
        if (!tool.equals("neither") && !allow(tool)) {
            return;
        }
        String nobodyAnswers = address();
        archive.stop(0);
        settings(nobodyAnswers, "00");

        Outcome outcome = mvnw("-v");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "the download failed: check the network (or its proxy), or put Maven 3.8.7 or newer on the PATH")
                .doesNotContain("\tat ");
    }

    @Test
    void without_any_java_it_asks_for_a_jdk() throws Exception {
        environment.remove("JAVA_HOME");
        command("mvn", fakeMaven("3.9.9"));

        assertThat(mvnw("-v")).isEqualTo(new Outcome(1, "", NO_JDK));
    }

    @Test
    void a_jdk_that_is_too_old_does_not_do() throws Exception {
        environment.remove("JAVA_HOME");
        command("mvn", fakeMaven("3.9.9"));
        command("java", fakeJava("11", System.getProperty("java.home")));

        assertThat(mvnw("-v")).isEqualTo(new Outcome(1, "", NO_JDK));
    }

    @Test
    void a_jre_does_not_do() throws Exception {
        environment.remove("JAVA_HOME");
        command("mvn", fakeMaven("3.9.9"));
        command("java", fakeJava("17", dossier.resolve("jre").toString()));

        assertThat(mvnw("-v")).isEqualTo(new Outcome(1, "", NO_JDK));
    }

    @Test
    void a_wrong_java_home_gives_way_to_the_jdk_of_the_path() throws Exception {
        environment.put("JAVA_HOME", dossier.resolve("gone").toString());

        Outcome outcome = mvnwTellingItsJavaHome();

        assertThat(outcome.out()).isEqualTo(System.getProperty("java.home") + "\n");
        assertThat(outcome.err()).contains("is not a JDK 17 or newer, looking at the PATH");
    }

    @Test
    void maven_runs_with_the_jdk_of_the_path_when_nothing_else_is_said() throws Exception {
        environment.remove("JAVA_HOME");

        assertThat(mvnwTellingItsJavaHome()).isEqualTo(new Outcome(0, System.getProperty("java.home") + "\n", ""));
    }

    private Outcome mvnwTellingItsJavaHome() throws Exception {
        command(
                "mvn",
                "#!/bin/sh\ncase $1 in --version) echo 'Apache Maven 3.9.9';; *) sh -c 'echo \"$JAVA_HOME\"';; esac\n");
        command("java", fakeJava("25", System.getProperty("java.home")));
        return mvnw("-v");
    }

    @Test
    void the_committed_pin_names_the_apache_archive_and_a_whole_sha_512() throws Exception {
        String pin = Files.readString(Path.of(".mvn/wrapper/maven-wrapper.properties"));

        assertThat(pin)
                .containsPattern("(?m)^minimum=3\\.8\\.7$")
                .containsPattern("(?m)^distributionUrl=https://archive\\.apache\\.org/dist/maven/.*-bin\\.zip$")
                .containsPattern("(?m)^distributionSha512=[0-9a-f]{128}$");
        assertThat(Path.of("mvnw")).isExecutable();
    }

    private static final String NO_JDK =
            "mvnw: no JDK 17 or newer found: install one (a JRE is not enough) and set JAVA_HOME or PATH\n";

    private record Outcome(int exit, String out, String err) {}

    private Outcome mvnw(String... arguments) throws Exception {
        Path projet = dossier.resolve("a project");
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add("sh");
        builder.command().add(projet.resolve("mvnw").toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(projet.toFile());
        builder.redirectOutput(dossier.resolve("out").toFile());
        builder.redirectError(dossier.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        builder.environment().put("HOME", dossier.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(dossier.resolve("out")),
                Files.readString(dossier.resolve("err")));
    }

    private String address() {
        return "http://127.0.0.1:" + archive.getAddress().getPort() + "/maven.zip";
    }

    private void settings(String address, String sha512) throws IOException {
        Files.writeString(
                dossier.resolve("a project/.mvn/wrapper/maven-wrapper.properties"),
                "minimum=3.8.7\nversion=9.9\ndistributionUrl=" + address + "\ndistributionSha512=" + sha512 + "\n");
    }

    private static byte[] zipOfMaven() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("apache-maven-9.9/"));
            zip.putNextEntry(new ZipEntry("apache-maven-9.9/bin/"));
            zip.putNextEntry(new ZipEntry("apache-maven-9.9/bin/mvn"));
            zip.write(FETCHED_MAVEN.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Its first line as a terminal shows it, with the codes that make it bold. */
    private static String fakeMaven(String version) {
        return "#!/bin/sh\ncase $1 in --version) printf '\\033[1mApache Maven %s\\033[m (abc)\\n' '" + version
                + "';; *) echo \"Maven " + version + " of the PATH runs: $*\";; esac\n";
    }

    private static String fakeJava(String release, String home) {
        return "#!/bin/sh\nprintf '    java.home = %s\\n    java.specification.version = %s\\n' '" + home + "' '"
                + release + "' >&2\n";
    }

    private void command(String name, String script) throws IOException {
        Path file = Files.writeString(path.resolve(name), script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private boolean allow(String tool) throws IOException {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path found = Path.of(folder, tool);
            if (Files.isExecutable(found)) {
                command(tool, "#!/bin/sh\nexec '" + found + "' \"$@\"\n");
                return true;
            }
        }
        return false;
    }
}
