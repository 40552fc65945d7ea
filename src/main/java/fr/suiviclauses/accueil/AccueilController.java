package fr.suiviclauses.accueil;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The home address of each role, and a facilitator's day. */
@Controller
@RequiredArgsConstructor
class AccueilController {

    private final AccueilService accueil;
    private final AujourdhuiService aujourdhui;

    /** Whoever enters hours begins with her day, whoever reads the figures with them, whoever only administers here. */
    @GetMapping("/")
    ModelAndView home(@AuthenticationPrincipal UtilisateurConnecte moi) {
        if (moi.has(Role.FACILITATEUR)) return new ModelAndView("redirect:/aujourdhui");
        if (moi.has(Role.RESPONSABLE)) return new ModelAndView("redirect:/bilan/" + accueil.anneeDuBilan(moi));
        return new ModelAndView("accueil/administration", Map.of("page", accueil.administration(moi)));
    }

    /**
     * A facilitator's day.
     *
     * @param suivi "tous": also the marchés in the charge of others
     * @param panneau one of the panels alone, whole
     */
    @GetMapping("/aujourdhui")
    ModelAndView today(
            @RequestParam(defaultValue = "miens") String suivi,
            @RequestParam(defaultValue = "") String panneau,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        if (!panneau.isEmpty() && !AujourdhuiService.known(panneau))
            throw new IntrouvableException("Cette partie de la journée n’existe pas.");
        return new ModelAndView(
                "accueil/aujourdhui", Map.of("page", aujourdhui.page(!suivi.equals("tous"), panneau, moi)));
    }
}
