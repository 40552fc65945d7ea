package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page per marché, on the day or on any other: the day is in the address. */
@Controller
@RequiredArgsConstructor
class SuiviController {

    private final SuiviLecture lecture;
    private final Clock clock;

    @GetMapping("/marches/{id:\\d+}")
    ModelAndView show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String au,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        LocalDate aujourdhui = moi.dateMetier(clock);
        return new ModelAndView(
                "marche/fiche",
                Map.of("page", lecture.page(Identifiant.parse(id), day(au, aujourdhui), aujourdhui, moi)));
    }

    private static LocalDate day(String saisie, LocalDate aujourdhui) {
        if (saisie.isBlank()) return aujourdhui;
        try {
            return DateFrancaise.parse(saisie);
        } catch (SaisieRefuseeException refus) {
            throw new RequeteInvalideException("« au »\u00a0: " + refus.phrase());
        }
    }
}
