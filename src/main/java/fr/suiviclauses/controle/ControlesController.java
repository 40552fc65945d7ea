package fr.suiviclauses.controle;

import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The controls, and all that one of them finds, on a page or in a file. */
@Controller
@RequestMapping("/controles")
@RequiredArgsConstructor
class ControlesController {

    private final ControlesService controles;

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView("controle/controles", Map.of("page", controles.all(moi)));
    }

    @GetMapping("/{code}")
    ModelAndView one(
            @PathVariable String code,
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView("controle/controle", Map.of("page", controles.one(code, adresse, moi)));
    }

    @GetMapping(path = "/{code}", params = "format")
    void export(
            @PathVariable String code,
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        String format = Telechargement.format(adresse.get("format"));
        Telechargement.send(controles.document(code, adresse, moi), format, response);
    }
}
