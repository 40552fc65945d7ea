package fr.suiviclauses.demarrage;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * While the start goes on, pages show how far it is and come back by themselves. Before the session and security
 * filters: nobody can sign in yet, and half a demonstration must not be taken for the whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AttenteFilter extends OncePerRequestFilter {

    private static final int SECONDES = 3;
    private static final List<String> OUVERTS =
            List.of("/actuator/", "/css/", "/img/", "/polices/", "/webjars/", "/favicon.ico");
    private static final String PAGE = page();

    private final EtatDemarrage etat;

    AttenteFilter(EtatDemarrage etat) {
        this.etat = etat;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String chemin =
                request.getRequestURI().substring(request.getContextPath().length());
        return etat.isDone() || OUVERTS.stream().anyMatch(chemin::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(SECONDES));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter()
                    .write("{\"title\":\"Suivi Clauses se prépare\",\"status\":503,"
                            + "\"detail\":\"Le démarrage n’est pas terminé : recommencez dans quelques secondes.\"}");
        } else {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getWriter()
                    .write(PAGE.replace("${racine}", request.getContextPath())
                            .replace("${etape}", HtmlUtils.htmlEscape(etat.etape())));
        }
    }

    private static String page() {
        try (InputStream in = AttenteFilter.class.getResourceAsStream("attente.html")) {
            if (in == null) {
                throw new IllegalStateException("attente.html is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
