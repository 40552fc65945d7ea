package fr.suiviclauses.gabarit;

import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;
import org.springframework.web.util.WebUtils;

/** Gives each page that is rendered, error pages too, what its layout shows; redirects and the API have none. */
@Component
class GabaritInterceptor implements HandlerInterceptor {

    /** Where people go all day. */
    private static final List<Gabarit.Entree> MENU = List.of(
            entree("Aujourd’hui", "/aujourdhui"),
            entree("Heures", "/heures"),
            entree("Marchés", "/marches"),
            entree("Entreprises", "/entreprises"),
            entree("Bénéficiaires", "/beneficiaires"),
            entree("Donneurs d’ordres", "/donneurs-ordres"),
            entree("Bilan", "/bilan"));

    /** Where they go now and then. */
    private static final List<Gabarit.Entree> AUTRES = List.of(
            entree("Contrats", "/contrats"),
            entree("Suivis", "/suivis"),
            entree("Contrôles", "/controles"),
            entree("Opérations", "/operations"),
            entree("Calculateur d’effort", "/marches/effort"),
            entree("Imports", "/imports"),
            entree("Agrégats déclarés", "/agregats"),
            entree("Nomenclatures", "/nomenclatures"),
            entree("Aide", "/aide"));

    /** Addresses of what belongs to an entry without lying below its own. */
    private static final Map<String, String> RATTACHEES = Map.of(
            "/lots", "/marches",
            "/contacts/entreprise", "/entreprises",
            "/contacts/donneur-ordre", "/donneurs-ordres");

    private static Gabarit.Entree entree(String libelle, String adresse) {
        return new Gabarit.Entree(libelle, adresse, false);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || isRedirect(page)) {
            return;
        }
        UtilisateurConnecte moi = moi();
        page.addObject(
                "gabarit",
                new Gabarit(
                        moi,
                        Apparence.of(cookie(request)),
                        moi == null ? List.of() : navigation(MENU, request, moi),
                        moi == null ? List.of() : navigation(AUTRES, request, moi),
                        adresse(request)));
    }

    private static @Nullable UtilisateurConnecte moi() {
        Authentication identification = SecurityContextHolder.getContext().getAuthentication();
        return identification != null && identification.getPrincipal() instanceof UtilisateurConnecte connecte
                ? connecte
                : null;
    }

    private static boolean isRedirect(ModelAndView page) {
        String vue = page.getViewName();
        return vue == null || vue.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, ApparenceController.COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private static List<Gabarit.Entree> navigation(
            List<Gabarit.Entree> menu, HttpServletRequest request, UtilisateurConnecte moi) {
        String courante = current(chemin(request));
        return menu.stream()
                .filter(entree -> moi.mayOpen(entree.adresse()))
                .map(entree -> new Gabarit.Entree(
                        entree.libelle(), entree.adresse(), entree.adresse().equals(courante)))
                .toList();
    }

    /** Where the page is: at the most precise entry, for the calculator's address lies below that of the marchés. */
    private static String current(String chemin) {
        return Stream.concat(
                        Stream.concat(MENU.stream(), AUTRES.stream()).map(Gabarit.Entree::adresse),
                        RATTACHEES.keySet().stream())
                .filter(adresse -> chemin.equals(adresse) || chemin.startsWith(adresse + "/"))
                .max(Comparator.comparingInt(String::length))
                .map(adresse -> RATTACHEES.getOrDefault(adresse, adresse))
                .orElse("");
    }

    /** The address that was asked for, also where an error page answers in its place; without the context path. */
    private static String chemin(HttpServletRequest request) {
        Object demandee = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = demandee instanceof String texte ? texte : request.getRequestURI();
        return uri.startsWith(request.getContextPath())
                ? uri.substring(request.getContextPath().length())
                : uri;
    }

    /** A page that answered a form has no address to come back to. */
    private static String adresse(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return "/";
        }
        String requete = request.getQueryString();
        return chemin(request) + (requete == null ? "" : "?" + requete);
    }
}
