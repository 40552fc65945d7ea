package fr.suiviclauses.bilan.details;

import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The records behind a figure. */
@Controller
@RequiredArgsConstructor
class DetailsController {

    private final DetailsService details;

    @GetMapping("/bilan/{annee}/details/{liste}")
    ModelAndView list(
            Perimetre perimetre,
            @PathVariable String liste,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        Liste connue = Liste.find(liste).orElseThrow(() -> new IntrouvableException("Cette liste n’existe pas."));
        if (!page.matches("[1-9][0-9]{0,6}")) {
            throw new RequeteInvalideException("« page » doit être un nombre à partir de 1.");
        }
        return new ModelAndView(
                "bilan/details",
                Map.of(
                        "page",
                        details.page(
                                perimetre,
                                connue,
                                Precisions.of(connue, request.getParameterMap()),
                                Integer.parseInt(page),
                                moi)));
    }
}
