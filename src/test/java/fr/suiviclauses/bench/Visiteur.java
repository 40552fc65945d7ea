package fr.suiviclauses.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps its cookies. */
final class Visiteur {

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Function<String, URI> address;

    Visiteur(Function<String, URI> address) {
        this.address = address;
    }

    /** The page, to its last byte; anything but the page itself is an error. */
    String get(String path) throws IOException, InterruptedException {
        return get(path, "");
    }

    /** What a list answers to whoever is typing in its search, asked as htmx asks it. */
    String search(String path) throws IOException, InterruptedException {
        return get(path, "liste-form");
    }

    private String get(String path, String trigger) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address.apply(path))
                        .timeout(Duration.ofMinutes(1))
                        .header("Accept", "text/html")
                        .header("HX-Trigger", trigger)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    void post(String path, List<String> fields) throws IOException, InterruptedException {
        String body = fields.stream()
                .map(field -> field.substring(0, field.indexOf('=') + 1)
                        + URLEncoder.encode(field.substring(field.indexOf('=') + 1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(address.apply(path))
                        .timeout(Duration.ofMinutes(1))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() >= 400) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
    }
}
