package fr.suiviclauses.beneficiaire.entree;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.beneficiaire.BeneficiaireLecture;
import fr.suiviclauses.beneficiaire.Identite;
import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

/** Longer windows. */
@Controller
@RequestMapping("/beneficiaires/{personne:\\d+}/entrees/{id:\\d+}")
@RequiredArgsConstructor
class ProlongationController {

    private final ProlongationService prolongations;
    private final EntreeService entrees;
    private final BeneficiaireLecture beneficiaires;

    @GetMapping("/prolongation")
    ModelAndView extend(
            @PathVariable String personne, @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite qui = beneficiaires.standing(Identifiant.parse(personne), moi);
        return page(qui, Identifiant.parse(id), null, moi).addObject("form", new ProlongationForm("", ""));
    }

    @PostMapping("/prolongation")
    ModelAndView extend(
            @PathVariable String personne,
            @PathVariable String id,
            @ModelAttribute("form") ProlongationForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite qui = beneficiaires.standing(Identifiant.parse(personne), moi);
        Champs champs = new Champs(errors);
        LocalDate fin = champs.dateObligatoire("fin", form.fin());
        String motif = champs.obligatoire("motif", form.motif(), 500);
        if (!champs.refused()) {
            try {
                Fenetres.Effet effet = prolongations.extend(qui.id(), Identifiant.parse(id), fin, motif, moi);
                redirect.addFlashAttribute("succes", "La fenêtre est prolongée." + effet.phrase());
                return new ModelAndView("redirect:/beneficiaires/" + qui.id());
            } catch (RegleMetierException refus) {
                champs.refus(refus);
            }
        }
        return page(qui, Identifiant.parse(id), UNPROCESSABLE_CONTENT, moi);
    }

    @PostMapping("/prolongations/{prolongation:\\d+}/suppression")
    String withdraw(
            @PathVariable String personne,
            @PathVariable String id,
            @PathVariable String prolongation,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite qui = beneficiaires.standing(Identifiant.parse(personne), moi);
        try {
            prolongations.withdraw(qui.id(), Identifiant.parse(id), Identifiant.parse(prolongation), moi);
            redirect.addFlashAttribute("succes", "La prolongation est retirée.");
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
        }
        return "redirect:/beneficiaires/" + qui.id();
    }

    private ModelAndView page(Identite qui, long id, @Nullable HttpStatus statut, UtilisateurConnecte moi) {
        EntreeService.Entree entree = entrees.find(qui.id(), id, moi);
        return new ModelAndView(
                "beneficiaire/prolongation",
                Map.of("page", new ProlongationPage(qui, id, entree.debut(), entree.fin())),
                statut);
    }
}
