package fr.suiviclauses.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program, in a process and a data folder of its own, reachable from this machine only. */
final class Programme implements AutoCloseable {

    static final String MOT_DE_PASSE = "mesure-du-banc-d-essai";
    static final String EMAIL = "banc@exemple.fr";
    static final String JETON = "jeton-du-banc-d-essai-0123456789abcdef";

    private static final Duration START_AT_MOST = Duration.ofMinutes(2);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Process process;
    private final int port;

    /** From the launch of the process to its first good answer. */
    final Duration start;

    private Programme(Process process, int port, Instant launched) throws IOException, InterruptedException {
        this.process = process;
        this.port = port;
        this.start = awaitAnswer(launched);
    }

    static Programme start(Path jar, Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("programme.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("SUIVI_"));
        builder.environment().put("SUIVI_DONNEES", folder.resolve("donnees").toString());
        builder.environment().put("SUIVI_DEMO", "false");
        builder.environment().put("SUIVI_ADMIN_EMAIL", EMAIL);
        builder.environment().put("SUIVI_ADMIN_MOT_DE_PASSE", MOT_DE_PASSE);
        builder.environment().put("SUIVI_API_JETON", JETON);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        Instant launched = Instant.now();
        Process process = builder.start();
        // Also after Ctrl-C, where nothing closes it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        try {
            return new Programme(process, port, launched);
        } catch (IOException | InterruptedException | RuntimeException e) {
            stop(process);
            throw e;
        }
    }

    private Duration awaitAnswer(Instant launched) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest health = HttpRequest.newBuilder(address("/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (Duration.between(launched, Instant.now()).compareTo(START_AT_MOST) < 0) {
            if (!process.isAlive()) {
                throw new IOException("the program has stopped: read programme.log");
            }
            try {
                if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.between(launched, Instant.now());
                }
            } catch (IOException notYet) {
                // Its port is not open yet.
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("the program does not answer within " + START_AT_MOST);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Posts a file to the API. @return how long it took, to the last byte of the answer */
    Duration post(String path, Path file) throws IOException, InterruptedException {
        String boundary = "----banc-d-essai";
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + JETON)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString("--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"reprise.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\n"),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        Instant begun = Instant.now();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        Duration taken = Duration.between(begun, Instant.now());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + " "
                    + answer.body().substring(0, Math.min(2_000, answer.body().length())));
        }
        return taken;
    }

    /** Signs in by the form, as a browser does. */
    Visiteur signIn() throws IOException, InterruptedException {
        Visiteur visiteur = new Visiteur(this::address);
        String form = visiteur.get("/connexion");
        Matcher csrf = CSRF.matcher(form);
        if (!csrf.find()) {
            throw new IOException("no sign-in form");
        }
        visiteur.post(
                "/connexion",
                List.of("identifiant=" + EMAIL, "mot_de_passe=" + MOT_DE_PASSE, "_csrf=" + csrf.group(1)));
        return visiteur;
    }

    /** Its resident memory, in bytes. */
    long resident() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        }
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
        return 1024 * Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }

    @Override
    public void close() {
        stop(process);
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
