package fr.suiviclauses.entreprise.fusion;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.saisie.FusionDefaite;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.entreprise.fusion.FusionEntreprisesPage.Apercu;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Merges two records of one company: choose, see what moves, confirm; and undo. */
@Controller
@RequestMapping("/entreprises")
@RequiredArgsConstructor
class FusionEntreprisesController {

    private final FusionEntreprisesService fusions;

    @GetMapping("/{id:\\d+}/fusion")
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String avec,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        return page(Identifiant.parse(id), avec, "", moi);
    }

    @PostMapping("/{id:\\d+}/fusion")
    ModelAndView merge(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String avec,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long garde = Identifiant.parse(id);
        if (avec.isEmpty()) return page(garde, "", "Choisissez l’autre entreprise.", moi);
        try {
            fusions.merge(garde, Identifiant.parse(avec), moi);
            redirect.addFlashAttribute("succes", "Les deux entreprises n’en font plus qu’une.");
            return new ModelAndView("redirect:/entreprises/" + garde);
        } catch (RegleMetierException refus) {
            if (fusions.stands(garde, moi))
                return page(garde, fusions.stands(Identifiant.parse(avec), moi) ? avec : "", refus.phrase(), moi);
            redirect.addFlashAttribute("erreur", refus.phrase());
            return new ModelAndView("redirect:/entreprises/" + garde);
        }
    }

    @PostMapping("/fusions/{fusion:\\d+}/annulation")
    String undo(
            @PathVariable String fusion,
            @RequestParam(defaultValue = "") String retour,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        return FusionDefaite.redirect(
                () -> fusions.undo(Identifiant.parse(fusion), moi),
                "La fusion est annulée.",
                "/entreprises",
                retour,
                redirect);
    }

    private ModelAndView page(long garde, String avec, String erreur, UtilisateurConnecte moi) {
        String nom = fusions.nom(garde, moi);
        Apercu apercu = null;
        String nomAvec = "";
        if (!avec.isEmpty()) {
            long absorbe = Identifiant.parse(avec);
            nomAvec = fusions.nom(absorbe, moi);
            if (absorbe != garde) apercu = fusions.preview(garde, absorbe, moi);
        }
        return new ModelAndView(
                "entreprise/fusion",
                Map.of(
                        "page",
                        new FusionEntreprisesPage(
                                garde, nom, fusions.others(garde, moi), avec, nomAvec, apercu, erreur)),
                erreur.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
