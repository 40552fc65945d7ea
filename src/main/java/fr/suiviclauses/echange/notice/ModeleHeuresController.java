package fr.suiviclauses.echange.notice;

import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The file of a month's hours, with the contracts of whoever asks already in it. */
@Controller
@RequestMapping("/imports/heures")
@RequiredArgsConstructor
class ModeleHeuresController {

    private final ModeleHeuresService modeles;

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView("imports/heures", Map.of("page", modeles.page(moi), "refus", ""));
    }

    @GetMapping(params = "format")
    void template(
            @RequestParam String format,
            @RequestParam(defaultValue = "") String annee,
            @RequestParam(defaultValue = "") String mois,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        String voulu = Telechargement.format(format);
        EcritureModele.send(modeles.modele(modeles.periode(annee, mois, moi), moi), voulu, response);
    }

    @ExceptionHandler
    ModelAndView empty(RegleMetierException refus, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView(
                "imports/heures",
                Map.of("page", modeles.page(moi), "refus", refus.phrase()),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
