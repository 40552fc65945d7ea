package fr.suiviclauses.securite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the form, with the address typed still there for the next page; never saying which of the two was wrong. */
class EchecConnexionHandler implements AuthenticationFailureHandler {

    static final String IDENTIFIANT = "connexion.identifiant";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String identifiant = request.getParameter("identifiant");
        if (identifiant != null && identifiant.length() <= 254) {
            request.getSession().setAttribute(IDENTIFIANT, identifiant);
        }
        response.sendRedirect(request.getContextPath() + "/connexion?erreur");
    }
}
