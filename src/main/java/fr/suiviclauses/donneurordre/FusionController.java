package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.saisie.FusionDefaite;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.donneurordre.DonneurOrdreLecture.Identite;
import fr.suiviclauses.donneurordre.FusionPage.Apercu;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.List;
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

/** Merges two records of one buyer: choose, see what moves, confirm; and undo. */
@Controller
@RequestMapping("/donneurs-ordres")
@RequiredArgsConstructor
class FusionController {

    private final FusionService fusions;
    private final DonneurOrdreLecture donneurs;
    private final JumeauxLecture jumeaux;

    @GetMapping("/{id:\\d+}/fusion")
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String avec,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        return page(donneurs.identite(Identifiant.parse(id), moi), avec, "", moi);
    }

    @PostMapping("/{id:\\d+}/fusion")
    ModelAndView merge(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String avec,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite garde = donneurs.identite(Identifiant.parse(id), moi);
        if (avec.isEmpty()) return page(garde, "", "Choisissez l’autre donneur d’ordres.", moi);
        try {
            fusions.merge(garde.id(), Identifiant.parse(avec), moi);
            redirect.addFlashAttribute("succes", "Les deux donneurs d’ordres n’en font plus qu’un.");
            return new ModelAndView("redirect:/donneurs-ordres/" + garde.id());
        } catch (RegleMetierException refus) {
            if (fusions.stands(garde.id(), moi))
                return page(garde, fusions.stands(Identifiant.parse(avec), moi) ? avec : "", refus.phrase(), moi);
            redirect.addFlashAttribute("erreur", refus.phrase());
            return new ModelAndView("redirect:/donneurs-ordres/" + garde.id());
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
                "/donneurs-ordres",
                retour,
                redirect);
    }

    private ModelAndView page(Identite garde, String avec, String erreur, UtilisateurConnecte moi) {
        List<Liste.Option> autres = jumeaux.others(moi.structureId(), garde.id());
        Apercu apercu = null;
        String nom = "";
        if (!avec.isEmpty()) {
            long absorbe = Identifiant.parse(avec);
            nom = donneurs.identite(absorbe, moi).nom();
            if (absorbe != garde.id()) apercu = fusions.preview(garde.id(), absorbe, moi);
        }
        return new ModelAndView(
                "donneurordre/fusion",
                Map.of("page", new FusionPage(garde.id(), garde.nom(), autres, avec, nom, apercu, erreur)),
                erreur.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
