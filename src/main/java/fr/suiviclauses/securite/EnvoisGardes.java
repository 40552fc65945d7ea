package fr.suiviclauses.securite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * What was typed in a plain form whose session had ended is not lost: it waits in the browser's next session, and is shown
 * again, not saved, once its author has signed in. Nothing of it is ever written without a form of the new session.
 *
 * <p>A site elsewhere can't put anything there: the browser says that the form came from a page of this program, else
 * the refusal is the usual one. Nor does it wait for long, nor is it large: whoever is not signed in may fill it.
 */
@Component
@RequiredArgsConstructor
public class EnvoisGardes {

    /** The field by which a form says for whom it was made; a form without it is refused as ever. */
    public static final String POUR = "pour";

    static final Duration DUREE = Duration.ofMinutes(30);

    /** The largest grid, each of its cells typed in. */
    static final int TAILLE = 300_000;

    private static final String ATTRIBUT = EnvoisGardes.class.getName();
    private static final String DUREE_AVANT = ATTRIBUT + ".DUREE";
    private static final Set<String> ADRESSES = Set.of("/heures", "/heures/mois");

    private final Clock clock;

    /** Where to go on from, null where the form is not to be kept. */
    @Nullable
    String keep(HttpServletRequest request) {
        String adresse =
                request.getRequestURI().substring(request.getContextPath().length());
        String pour = request.getParameter(POUR);
        if (!request.getMethod().equals("POST")
                || !ADRESSES.contains(adresse)
                || pour == null
                || !pour.matches("[0-9]{1,18}")
                || !fromHere(request)) return null;
        Map<String, String> champs = fields(request);
        if (champs == null) return null;
        HttpSession session = request.getSession();
        // A session that nobody signs in to does not keep it for the eight hours of a working day.
        if (SecurityContextHolder.getContext().getAuthentication() == null
                && session.getAttribute(DUREE_AVANT) == null) {
            session.setAttribute(DUREE_AVANT, session.getMaxInactiveInterval());
            session.setMaxInactiveInterval((int) DUREE.toSeconds());
        }
        session.setAttribute(ATTRIBUT, new EnvoiGarde(adresse, champs, Long.parseLong(pour), clock.instant()));
        return "/heures/reprise";
    }

    private static @Nullable Map<String, String> fields(HttpServletRequest request) {
        Map<String, String> champs = new HashMap<>();
        int taille = 0;
        for (Enumeration<String> noms = request.getParameterNames(); noms.hasMoreElements(); ) {
            String nom = noms.nextElement();
            String valeur = request.getParameter(nom);
            if (nom.equals("_csrf") || nom.equals(POUR)) continue;
            taille += nom.length() + valeur.length();
            if (taille > TAILLE) return null;
            champs.put(nom, valeur);
        }
        return champs;
    }

    /**
     * Sent by a page of this program, which moved on to the answer: browsers say so of themselves, and no page can make
     * them say it of another site's. A script's request is not such a move; it keeps what was typed by itself. Over plain
     * HTTP on a local network only the origin is said.
     */
    private static boolean fromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin") && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
        String origine = request.getHeader("Origin");
        String hote = request.getHeader("Host");
        if (origine == null || hote == null) return false;
        try {
            return hote.equalsIgnoreCase(URI.create(origine).getRawAuthority());
        } catch (IllegalArgumentException illisible) {
            return false;
        }
    }

    /** A form waits for whoever signs in. */
    boolean waiting(@Nullable HttpSession session) {
        return session != null && find(session) != null;
    }

    private @Nullable EnvoiGarde find(HttpSession session) {
        return session.getAttribute(ATTRIBUT) instanceof EnvoiGarde garde
                        && clock.instant().isBefore(garde.moment().plus(DUREE))
                ? garde
                : null;
    }

    /** What waits for her; what waits for somebody else is forgotten, unseen. */
    public Optional<EnvoiGarde> of(UtilisateurConnecte moi, HttpSession session) {
        if (session.getAttribute(DUREE_AVANT) instanceof Integer avant) {
            session.setMaxInactiveInterval(avant);
            session.removeAttribute(DUREE_AVANT);
        }
        EnvoiGarde garde = find(session);
        if (garde != null && garde.utilisateur() == moi.id()) return Optional.of(garde);
        forget(session);
        return Optional.empty();
    }

    /** Once it is saved. */
    public void forget(HttpSession session) {
        if (session.getAttribute(ATTRIBUT) != null) session.removeAttribute(ATTRIBUT);
    }
}
