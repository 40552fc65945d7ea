package fr.suiviclauses.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.SuiviClausesApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the program with something slow to load, as the demonstration is, and visits it meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class AttenteTest {

    private final CountDownLatch listening = new CountDownLatch(1);
    private final CountDownLatch loaded = new CountDownLatch(1);
    private volatile int port;

    @Test
    void a_start_that_is_not_over_is_said_by_pages_api_and_health(CapturedOutput console) throws Exception {
        FutureTask<ConfigurableApplicationContext> start = new FutureTask<>(this::start);
        new Thread(start).start();
        try {
            assertThat(listening.await(120, TimeUnit.SECONDS)).isTrue();

            assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            for (String adresse : new String[] {"/", "/connexion", "/bilan/2021", "/n-existe-pas"}) {
                assertWaitingPage(get(adresse));
            }
            for (String dessin : Jsoup.parse(get("/").body()).select("link").eachAttr("href")) {
                assertThat(get(dessin).statusCode()).as(dessin).isEqualTo(200);
            }
            HttpResponse<String> api = get("/api/v1/bilans/2021");
            assertThat(api.statusCode()).isEqualTo(503);
            assertThat(api.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(api.body()).contains("\"status\":503").contains("recommencez dans quelques secondes");
            assertThat(console).contains("Année 2016 <i>5 sur 10</i>").doesNotContain("est prêt");
        } finally {
            loaded.countDown();
        }
        try (ConfigurableApplicationContext context = start.get(60, TimeUnit.SECONDS)) {
            assertThat(context.isActive()).isTrue();
            assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(get("/connexion").statusCode()).isNotEqualTo(503);
            assertThat(console).contains("Suivi Clauses est prêt : http://localhost:" + port);
        }
    }

    private static void assertWaitingPage(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        Document page = Jsoup.parse(response.body());
        assertThat(page.select("meta[http-equiv=refresh]").attr("content")).isEqualTo("3");
        assertThat(page.select("script, style, [style]")).isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(page.select("[role=status]").text()).isEqualTo("Année 2016 <i>5 sur 10</i>");
    }

    private ConfigurableApplicationContext start() {
        ServeurDeTest.Base base = ServeurDeTest.instance().create("attente");
        SpringApplication application = new SpringApplication(SuiviClausesApplication.class);
        application.addListeners((ApplicationListener<ServletWebServerInitializedEvent>)
                event -> port = event.getWebServer().getPort());
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("chargement", ApplicationRunner.class, () -> arguments -> {
                    context.getBean(EtatDemarrage.class).announce("Année 2016 <i>5 sur 10</i>");
                    listening.countDown();
                    loaded.await();
                }));
        return application.run(
                "--server.port=0",
                "--suivi.demo=false",
                "--spring.datasource.url=" + base.url(),
                "--spring.datasource.username=" + base.utilisateur(),
                "--spring.datasource.password=" + base.motDePasse());
    }

    private HttpResponse<String> get(String adresse) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + adresse))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
