package fr.suiviclauses.liste;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Whether a list is asked for by somebody who is typing: she wants to see at once which records there are, and what is long
 * to sum up may follow.
 */
@Component
@RequiredArgsConstructor
class Frappe {

    /** Of the request at hand. */
    private final HttpServletRequest request;

    boolean enCours() {
        // As htmx names what asks: the form of fragments/liste.
        return "liste-form".equals(request.getHeader("HX-Trigger"));
    }
}
