package fr.suiviclauses.heures;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.YearMonth;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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

/** A person's month over all her contracts, and why it is so long. */
@Controller
@RequestMapping("/heures/personnes/{personne:\\d+}/{mois}")
@RequiredArgsConstructor
class MoisPersonneController {

    private final MoisPersonneService mois;

    @GetMapping
    ModelAndView show(
            @PathVariable String personne,
            @PathVariable("mois") String texte,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        MoisPersonne page = mois.read(Identifiant.parse(personne), month(texte), moi);
        return view(page, null, HttpStatus.OK)
                .addObject("form", new JustificationForm(page.justification(), page.etat()));
    }

    @PostMapping
    ModelAndView justify(
            @PathVariable String personne,
            @PathVariable("mois") String texte,
            @ModelAttribute("form") JustificationForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long id = Identifiant.parse(personne);
        YearMonth quand = month(texte);
        Champs champs = new Champs(errors);
        String motif = champs.obligatoire("justification", form.justification(), Regles.JUSTIFICATION_MAX);
        if (!champs.refused()) {
            try {
                mois.justify(id, quand, motif, form.etat(), moi);
                redirect.addFlashAttribute("succes", "La justification est enregistrée.");
                return new ModelAndView("redirect:" + MoisPersonneService.address(id, quand));
            } catch (OptimisticLockingFailureException entretemps) {
                return view(
                        mois.read(id, quand, moi),
                        "Ces heures ont changé depuis que vous avez ouvert la page\u00a0: les voici. Relisez, puis enregistrez.",
                        HttpStatus.CONFLICT);
            } catch (RegleMetierException refus) {
                // The page may have no form any more.
                return view(mois.read(id, quand, moi), refus.phrase(), HttpStatus.UNPROCESSABLE_CONTENT);
            }
        }
        return view(mois.read(id, quand, moi), null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView view(MoisPersonne page, @Nullable String refus, HttpStatus statut) {
        ModelAndView vue = new ModelAndView("heures/mois-personne", Map.of("page", page), statut);
        return refus == null ? vue : vue.addObject("refus", refus);
    }

    private static YearMonth month(String texte) {
        if (!texte.matches("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])"))
            throw new IntrouvableException("Ce mois n’existe pas.");
        return YearMonth.parse(texte);
    }
}
