package fr.suiviclauses.accueil;

import fr.suiviclauses.securite.UtilisateurConnecte;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The home address. */
@Controller
@RequiredArgsConstructor
class AccueilController {

    private final AccueilService accueil;

    @GetMapping("/")
    String home(@AuthenticationPrincipal UtilisateurConnecte moi) {
        return "redirect:/bilan/" + accueil.anneeDuBilan(moi);
    }
}
