package fr.suiviclauses.marche.suivi;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is to be done for a marché. */
@Controller
@RequestMapping("/marches/{marche:\\d+}/actions")
@RequiredArgsConstructor
class ActionController {

    private static final int LONGUEUR = 200;

    private final ActionService actions;
    private final Clock clock;

    @GetMapping("/nouvelle")
    ModelAndView plan(@PathVariable String marche, @AuthenticationPrincipal UtilisateurConnecte moi) {
        ModelAndView page = page(Identifiant.parse(marche), moi, HttpStatus.OK);
        page.addObject("form", new ActionForm("", "", Long.toString(moi.id())));
        return page;
    }

    @PostMapping("/nouvelle")
    ModelAndView plan(
            @PathVariable String marche,
            @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long id = Identifiant.parse(marche);
        ModelAndView page = page(id, moi, UNPROCESSABLE_CONTENT);
        Champs champs = new Champs(errors);
        String libelle = champs.obligatoire("libelle", form.libelle(), LONGUEUR);
        LocalDate echeance = champs.dateObligatoire("echeance", form.echeance());
        Long responsable = champs.identifiant("responsable", form.responsable());
        if (!champs.refused()) {
            try {
                actions.plan(id, libelle, echeance, responsable, moi);
                redirect.addFlashAttribute("succes", "L’action est enregistrée.");
                return new ModelAndView("redirect:/marches/" + id);
            } catch (RegleMetierException refus) {
                champs.refus(refus);
            }
        }
        return page;
    }

    @PostMapping("/{id:\\d+}/faite")
    String done(
            @PathVariable String marche,
            @PathVariable String id,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        actions.done(Identifiant.parse(marche), Identifiant.parse(id), moi.dateMetier(clock), moi);
        redirect.addFlashAttribute("succes", "L’action est faite.");
        return "redirect:/marches/" + Identifiant.parse(marche);
    }

    private ModelAndView page(long marche, UtilisateurConnecte moi, HttpStatus statut) {
        return new ModelAndView("marche/action", Map.of("page", actions.page(marche, moi)), statut);
    }
}
