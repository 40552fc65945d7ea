package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.securite.UtilisateurConnecte;
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

/** The charters that a buyer signed. */
@Controller
@RequestMapping("/donneurs-ordres/{donneur:\\d+}/chartes")
@RequiredArgsConstructor
class CharteController {

    private final CharteService chartes;
    private final DonneurOrdreLecture donneurs;

    @GetMapping("/nouvelle")
    ModelAndView sign(@PathVariable String donneur, @AuthenticationPrincipal UtilisateurConnecte moi) {
        ModelAndView page = page(Identifiant.parse(donneur), moi, HttpStatus.OK);
        page.addObject("form", new CharteForm("", "", ""));
        return page;
    }

    @PostMapping("/nouvelle")
    ModelAndView sign(
            @PathVariable String donneur,
            @ModelAttribute("form") CharteForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long id = Identifiant.parse(donneur);
        Champs champs = new Champs(errors);
        Charte charte = champs.choixObligatoire("charte", form.charte(), Charte.class);
        LocalDate debut = champs.date("debut", form.debut());
        LocalDate fin = champs.date("fin", form.fin());
        if (debut != null && fin != null && fin.isBefore(debut)) champs.refus("fin", "La fin est avant le début.");
        if (!champs.refused()) {
            try {
                chartes.sign(id, charte, debut, fin, moi);
                redirect.addFlashAttribute("succes", "La charte est enregistrée.");
                return new ModelAndView("redirect:/donneurs-ordres/" + id);
            } catch (RegleMetierException refus) {
                champs.refus(refus);
            }
        }
        return page(id, moi, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{charte:\\d+}/suppression")
    String remove(
            @PathVariable String donneur,
            @PathVariable String charte,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long id = Identifiant.parse(donneur);
        chartes.remove(id, Identifiant.parse(charte), moi);
        redirect.addFlashAttribute("succes", "La charte est retirée.");
        return "redirect:/donneurs-ordres/" + id;
    }

    private ModelAndView page(long id, UtilisateurConnecte moi, HttpStatus statut) {
        return new ModelAndView(
                "donneurordre/charte",
                Map.of("page", new ChartePage(id, donneurs.identite(id, moi).nom())),
                statut);
    }
}
