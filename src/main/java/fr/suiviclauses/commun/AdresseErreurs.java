package fr.suiviclauses.commun;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address, or a method on it, that no controller has: a page in a browser, a problem in French in the API. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AdresseErreurs {

    @ExceptionHandler({
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class
    })
    @Nullable
    ResponseEntity<ProblemDetail> sansControleur(
            Exception cause, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ErrorResponse refus = (ErrorResponse) cause;
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return ResponseEntity.status(refus.getStatusCode())
                    .headers(refus.getHeaders())
                    .body(ApiErreurs.probleme(refus.getStatusCode(), null).getBody());
        }
        refus.getHeaders().forEach((nom, valeurs) -> valeurs.forEach(valeur -> response.addHeader(nom, valeur)));
        response.sendError(refus.getStatusCode().value());
        return null;
    }
}
