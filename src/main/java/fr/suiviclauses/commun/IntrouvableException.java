package fr.suiviclauses.commun;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What is asked for does not exist, or not in the caller's scope: both answer 404, so that nothing is revealed. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class IntrouvableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one French sentence, for the API's problem and the log */
    public IntrouvableException(String message) {
        super(message);
    }
}
