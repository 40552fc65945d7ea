package fr.suiviclauses.bilan.perimetre;

import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.referentiel.TypeMarche;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Reads a perimeter from an address, the same for pages, lists, exports and the API: the year from the path's
 * {@code annee} (else the parameter, else the last year with hours), the rest from the parameters. An empty parameter
 * selects all; what means nothing is refused rather than ignored.
 */
@Component
@RequiredArgsConstructor
class PerimetreResolver implements HandlerMethodArgumentResolver {

    private final PerimetreRepository perimetres;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Perimetre.class;
    }

    @Override
    public Perimetre resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        long structureId = me().structureId();
        Filtres filtres = new Filtres(
                code(NatureDonneurOrdre.class, "nature", request),
                texte("donneurOrdre", request),
                texte("operation", request),
                texte("groupe", request),
                code(TypeMarche.class, "type", request),
                code(TypeClause.class, "clause", request));
        String anneeDemandee = inPath(request);
        int annee = anneeDemandee == null ? perimetres.derniereAnnee(structureId) : annee("annee", anneeDemandee);
        String depuis = texte("depuis", request);
        Perimetre perimetre =
                new Perimetre(structureId, depuis == null ? annee : annee("depuis", depuis), annee, filtres);
        perimetres.requireKnown(perimetre);
        return perimetre;
    }

    private static UtilisateurConnecte me() {
        Authentication identification = SecurityContextHolder.getContext().getAuthentication();
        if (identification != null && identification.getPrincipal() instanceof UtilisateurConnecte moi) {
            return moi;
        }
        throw new IllegalStateException("a perimeter is asked for by nobody");
    }

    private static @Nullable String inPath(NativeWebRequest request) {
        Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        Object annee = variables instanceof Map<?, ?> map ? map.get("annee") : null;
        return annee == null ? texte("annee", request) : annee.toString();
    }

    private static int annee(String nom, String valeur) {
        if (!valeur.matches("[0-9]{4}")) {
            throw new RequeteInvalideException("« %s » doit être une année, par exemple 2021.".formatted(nom));
        }
        return Integer.parseInt(valeur);
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> type, String nom, NativeWebRequest request) {
        String valeur = texte(nom, request);
        if (valeur == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(code -> code.name().equals(valeur))
                .findFirst()
                .orElseThrow(() -> new RequeteInvalideException("Le filtre « %s » ne connaît que : %s."
                        .formatted(
                                nom,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }

    private static @Nullable String texte(String nom, NativeWebRequest request) {
        String[] valeurs = request.getParameterValues(nom);
        if (valeurs == null || (valeurs.length == 1 && valeurs[0].isEmpty())) {
            return null;
        }
        if (valeurs.length > 1) {
            throw new RequeteInvalideException("Le paramètre « %s » n’a qu’une valeur.".formatted(nom));
        }
        if (valeurs[0].indexOf('\0') >= 0) {
            throw new RequeteInvalideException("Le paramètre « %s » n’est pas un texte.".formatted(nom));
        }
        return valeurs[0];
    }
}
