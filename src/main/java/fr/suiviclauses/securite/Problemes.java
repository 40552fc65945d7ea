package fr.suiviclauses.securite;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The API's refusals before any controller is reached, as RFC 9457 problems in French. */
final class Problemes {

    private Problemes() {}

    static void nonIdentifie(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "Non identifié",
                "Jeton absent ou inconnu. Envoyez un en-tête « Authorization: Bearer … ».");
    }

    static void interdit(HttpServletResponse response) throws IOException {
        write(response, HttpStatus.FORBIDDEN, "Accès refusé", "Le rôle lié à ce jeton ne permet pas cette action.");
    }

    static void introuvable(HttpServletResponse response) throws IOException {
        write(response, HttpStatus.NOT_FOUND, "Introuvable", "Cette adresse n’existe pas dans l’API.");
    }

    /** The texts are ours and hold nothing that JSON would have to escape. */
    private static void write(HttpServletResponse response, HttpStatus statut, String titre, String detail)
            throws IOException {
        response.setStatus(statut.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(titre, statut.value(), detail));
    }
}
