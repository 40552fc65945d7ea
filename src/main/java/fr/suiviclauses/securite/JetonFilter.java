package fr.suiviclauses.securite;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs an API request in by its bearer token; without a known one the request goes on as nobody's, and gets 401. */
@RequiredArgsConstructor
class JetonFilter extends OncePerRequestFilter {

    private static final String PREFIXE = "Bearer ";

    private final Jetons jetons;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String entete = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (entete != null && entete.regionMatches(true, 0, PREFIXE, 0, PREFIXE.length())) {
            jetons.find(entete.substring(PREFIXE.length()).strip()).ifPresent(moi -> {
                SecurityContext contexte = SecurityContextHolder.createEmptyContext();
                contexte.setAuthentication(new Identification(moi));
                SecurityContextHolder.setContext(contexte);
            });
        }
        chain.doFilter(request, response);
    }
}
