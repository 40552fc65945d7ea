package fr.suiviclauses.marche.participation;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.marche.lot.LotLecture;
import fr.suiviclauses.referentiel.RoleParticipation;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The companies of a lot. */
@Controller
@RequestMapping("/lots/{id:\\d+}/participations")
@RequiredArgsConstructor
class ParticipationController {

    private final LotLecture lots;
    private final ParticipationService participations;

    @GetMapping("/nouvelle")
    ModelAndView add(
            @PathVariable String id,
            @ModelAttribute("prefixe") ParticipationForm rempli,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        ParticipationForm form = new ParticipationForm(
                rempli.q(),
                rempli.entreprise(),
                rempli.role().isEmpty() ? RoleParticipation.TITULAIRE.name() : rempli.role(),
                rempli.part(),
                "");
        ModelAndView page = page(lot, form, moi, HttpStatus.OK);
        page.addObject("form", form);
        return page;
    }

    /** The companies found, while the search is typed. */
    @GetMapping("/entreprises")
    ModelAndView search(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        return new ModelAndView(
                "marche/participation :: trouvees", Map.of("trouvees", participations.search(lot.id(), q, "", moi)));
    }

    @PostMapping("/nouvelle")
    ModelAndView add(
            @PathVariable String id,
            @ModelAttribute("form") ParticipationForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        if (form.action().equals("chercher")) return page(lot, form, moi, HttpStatus.OK);
        Champs champs = new Champs(errors);
        Long entreprise = champs.identifiant("entreprise", form.entreprise());
        if (entreprise == null && !errors.hasFieldErrors("entreprise"))
            champs.refus("entreprise", "Cherchez une entreprise, puis choisissez-la.");
        RoleParticipation role = champs.choixObligatoire("role", form.role(), RoleParticipation.class);
        BigDecimal part = ParticipationForm.part(form.part(), champs);
        if (entreprise != null && !champs.refused()) {
            try {
                participations.add(lot.id(), entreprise, role, part, moi);
                redirect.addFlashAttribute(
                        "succes", "L’entreprise est ajoutée." + participations.warning(lot.id(), moi));
                return new ModelAndView("redirect:" + lot.retour());
            } catch (RegleMetierException refus) {
                champs.refus(refus);
            }
        }
        return page(lot, form, moi, UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/suppression")
    String remove(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String entreprise,
            @RequestParam(defaultValue = "") String role,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        RoleParticipation connu = Arrays.stream(RoleParticipation.values())
                .filter(r -> r.name().equals(role))
                .findFirst()
                .orElseThrow(() -> new RequeteInvalideException("« role » ne connaît pas ce choix."));
        participations.remove(lot.id(), Identifiant.parse(entreprise), connu, moi);
        redirect.addFlashAttribute("succes", "L’entreprise n’a plus ce rôle sur le lot.");
        return "redirect:" + lot.retour();
    }

    private ModelAndView page(LotConcerne lot, ParticipationForm form, UtilisateurConnecte moi, HttpStatus statut) {
        return new ModelAndView(
                "marche/participation",
                Map.of(
                        "page",
                        new ParticipationPage(lot, participations.search(lot.id(), form.q(), form.entreprise(), moi))),
                statut);
    }
}
