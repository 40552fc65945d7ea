package fr.suiviclauses.securite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * What was typed in a plain form whose session had ended is not lost: it waits in the browser's next session, and is shown
 * again, not saved, once its author has signed in. Nothing of it is ever written without a form of the new session.
 *
 * <p>Whoever is not signed in sends it, so it is a place that anybody would like to fill. A site elsewhere can't: the
 * browser says that the form came from a page of this program. A program that says so by itself can't either: the form
 * carries the mark that its account's pages alone show. And whoever has an account fills it once, for an account has one
 * form waiting, the latest, whichever browser it comes from; a bound on all of them together would let anybody drive out
 * what the others typed. It waits half an hour, and is no larger than a grid; what is not kept is refused as ever.
 */
@Component
@RequiredArgsConstructor
public class EnvoisGardes {

    /** The field by which a form says for whom it was made; a form without it is refused as ever. */
    public static final String POUR = "pour";

    static final Duration DUREE = Duration.ofMinutes(30);

    /** The largest grid, each of its cells typed in. */
    static final int TAILLE = 300_000;

    /** Of a session; the account's id follows. */
    private static final String ATTRIBUT = EnvoisGardes.class.getName() + ".POUR.";

    private static final String DUREE_AVANT = EnvoisGardes.class.getName() + ".DUREE";
    private static final Set<String> ADRESSES = Set.of("/heures", "/heures/mois");

    private final Clock clock;
    private final Marques marques;
    private final JdbcClient jdbc;

    /** What the field {@link #POUR} of her forms holds; without a mark, only who she is, and it is not kept. */
    public String pour(UtilisateurConnecte moi) {
        return moi.id() + marques.find(moi.id()).map(marque -> "." + marque).orElse("");
    }

    /** Where to go on from, null where the form is not to be kept. */
    @Nullable
    String keep(HttpServletRequest request) {
        String adresse =
                request.getRequestURI().substring(request.getContextPath().length());
        String pour = request.getParameter(POUR);
        if (!request.getMethod().equals("POST") || !ADRESSES.contains(adresse) || pour == null || !fromHere(request))
            return null;
        Map<String, String> champs = fields(request);
        Long auteur = champs == null ? null : author(pour);
        if (champs == null || auteur == null) return null;
        HttpSession session = request.getSession();
        // A session that nobody signs in to does not keep it for the eight hours of a working day.
        if (SecurityContextHolder.getContext().getAuthentication() == null
                && session.getAttribute(DUREE_AVANT) == null) {
            session.setAttribute(DUREE_AVANT, session.getMaxInactiveInterval());
            session.setMaxInactiveInterval((int) DUREE.toSeconds());
        }
        String nom = ATTRIBUT + auteur;
        forgetElsewhere(nom, session);
        session.setAttribute(nom, new EnvoiGarde(adresse, champs, clock.instant()));
        return "/heures/reprise";
    }

    /** Whose pages made the form; null where none did. */
    private @Nullable Long author(String pour) {
        if (!pour.matches("[0-9]{1,18}\\.[0-9a-f]{64}")) return null;
        int point = pour.indexOf('.');
        long auteur = Long.parseLong(pour.substring(0, point));
        byte[] dite = pour.substring(point + 1).getBytes(StandardCharsets.US_ASCII);
        return marques.find(auteur)
                .filter(marque -> MessageDigest.isEqual(marque.getBytes(StandardCharsets.US_ASCII), dite))
                .map(marque -> auteur)
                .orElse(null);
    }

    /** The session at hand writes its own over: taken away under it, it would believe it was there still. */
    private void forgetElsewhere(String nom, HttpSession session) {
        jdbc.sql("""
                        delete from spring_session_attributes
                         where attribute_name = :nom
                           and session_primary_id not in (select primary_id from spring_session where session_id = :session)""").param("nom", nom).param("session", session.getId()).update();
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
        return session != null && names(session).stream().anyMatch(nom -> find(nom, session) != null);
    }

    private static List<String> names(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .filter(nom -> nom.startsWith(ATTRIBUT))
                .toList();
    }

    private @Nullable EnvoiGarde find(String nom, HttpSession session) {
        return session.getAttribute(nom) instanceof EnvoiGarde garde
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
        EnvoiGarde garde = find(ATTRIBUT + moi.id(), session);
        names(session).stream()
                .filter(nom -> garde == null || !nom.equals(ATTRIBUT + moi.id()))
                .forEach(session::removeAttribute);
        return Optional.ofNullable(garde);
    }

    /** Once it is saved. */
    public void forget(HttpSession session) {
        names(session).forEach(session::removeAttribute);
    }
}
