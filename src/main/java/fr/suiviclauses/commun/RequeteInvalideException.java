package fr.suiviclauses.commun;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address or a parameter that means nothing: 400. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public class RequeteInvalideException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one French sentence, for the API's problem and the log */
    public RequeteInvalideException(String message) {
        super(message);
    }
}
