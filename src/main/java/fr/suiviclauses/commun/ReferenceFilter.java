package fr.suiviclauses.commun;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a reference that its error page shows and its log lines carry, so that a caller can quote it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReferenceFilter extends OncePerRequestFilter {

    /** Name of the request attribute, and of the log's field. */
    static final String REFERENCE = "reference";

    private static final SecureRandom HASARD = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] octets = new byte[4];
        HASARD.nextBytes(octets);
        String reference = HexFormat.of().withUpperCase().formatHex(octets);
        request.setAttribute(REFERENCE, reference);
        MDC.put(REFERENCE, reference);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(REFERENCE);
        }
    }
}
