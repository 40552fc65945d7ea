package fr.suiviclauses.commun;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Two people who wrote one record in the same instant: the database let one of them through, the other is told so. */
@ControllerAdvice
@Order
class EntretempsErreurs {

    @ExceptionHandler(ConcurrencyFailureException.class)
    void devance(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONFLICT.value());
    }
}
