package fr.suiviclauses.bilan.perimetre;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address whose year or filters mean nothing: 400, with one French sentence that says which. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public class PerimetreInvalideException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PerimetreInvalideException(String phrase) {
        super(phrase);
    }
}
