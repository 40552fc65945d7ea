package fr.suiviclauses.commun;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong in the API is an RFC 9457 problem in French. Pages have their error templates instead. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErreurs {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErreurs.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> introuvable(IntrouvableException cause) {
        return probleme(HttpStatus.NOT_FOUND, cause.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalide(RequeteInvalideException cause) {
        return probleme(HttpStatus.BAD_REQUEST, cause.getMessage());
    }

    /** The firewall reads the names and values of a form only once somebody asks for them: by then an API answers. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> illisible(RequestRejectedException cause) {
        return probleme(HttpStatus.BAD_REQUEST, "Un nom de champ contient un caractère qui ne peut pas être lu.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mauvaisType(MethodArgumentTypeMismatchException cause) {
        return probleme(
                HttpStatus.BAD_REQUEST, "Le paramètre « %s » n’a pas la forme attendue.".formatted(cause.getName()));
    }

    /** What Spring itself refuses keeps its status; the rest is ours to mend, and quotes the reference of the log. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> autre(Exception cause, HttpServletRequest request) throws Exception {
        if (cause instanceof AccessDeniedException) {
            throw cause;
        }
        if (cause instanceof ErrorResponse refus && refus.getStatusCode().is4xxClientError()) {
            return probleme(refus.getStatusCode(), null);
        }
        LOG.error("{} {}", request.getMethod(), request.getRequestURI(), cause);
        return probleme(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Une erreur est survenue de notre côté. Référence à citer : "
                        + Objects.toString(request.getAttribute(ReferenceFilter.REFERENCE), "aucune") + ".");
    }

    static ResponseEntity<ProblemDetail> probleme(HttpStatusCode statut, @Nullable String detail) {
        ProblemDetail probleme = ProblemDetail.forStatus(statut);
        probleme.setTitle(
                switch (statut.value()) {
                    case 400 -> "Requête invalide";
                    case 404 -> "Introuvable";
                    case 405 -> "Méthode non permise à cette adresse";
                    case 406 -> "Format de réponse non disponible";
                    case 413 -> "Fichier trop volumineux";
                    case 415 -> "Type de contenu non pris en charge";
                    default -> statut.is5xxServerError() ? "Erreur du serveur" : "Requête refusée";
                });
        probleme.setDetail(detail);
        return ResponseEntity.status(statut).body(probleme);
    }
}
