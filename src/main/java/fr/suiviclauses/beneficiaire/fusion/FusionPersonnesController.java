package fr.suiviclauses.beneficiaire.fusion;

import fr.suiviclauses.beneficiaire.BeneficiaireLecture;
import fr.suiviclauses.beneficiaire.Identite;
import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.saisie.FusionDefaite;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Textes;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

/** Merges two records of one person: choose, see what moves, confirm; and undo. */
@Controller
@RequestMapping("/beneficiaires")
@RequiredArgsConstructor
class FusionPersonnesController {

    private final FusionPersonnesService fusions;
    private final AnnulationFusionService annulations;
    private final CandidatsLecture candidats;
    private final BeneficiaireLecture beneficiaires;

    @GetMapping("/{id:\\d+}/fusion")
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String avec,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        return page(beneficiaires.standing(Identifiant.parse(id), moi), avec, Textes.cherchable(q.strip()), "", moi);
    }

    @PostMapping("/{id:\\d+}/fusion")
    ModelAndView merge(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String avec,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite garde = beneficiaires.any(Identifiant.parse(id), moi);
        if (avec.isEmpty()) return page(garde, "", "", "Choisissez l’autre fiche.", moi);
        try {
            fusions.merge(garde.id(), Identifiant.parse(avec), moi);
            redirect.addFlashAttribute("succes", "Les deux fiches n’en font plus qu’une.");
            return new ModelAndView("redirect:/beneficiaires/" + garde.id());
        } catch (RegleMetierException refus) {
            if (stands(garde.id(), moi))
                return page(garde, stands(Identifiant.parse(avec), moi) ? avec : "", "", refus.phrase(), moi);
            redirect.addFlashAttribute("erreur", refus.phrase());
            return new ModelAndView("redirect:/beneficiaires/" + garde.id());
        }
    }

    @PostMapping("/fusions/{fusion:\\d+}/annulation")
    String undo(
            @PathVariable String fusion,
            @RequestParam(defaultValue = "") String retour,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        return FusionDefaite.redirect(
                () -> annulations.undo(Identifiant.parse(fusion), moi),
                "La fusion est annulée\u00a0: voici la fiche rétablie.",
                "/beneficiaires",
                retour,
                redirect);
    }

    private boolean stands(long id, UtilisateurConnecte moi) {
        return beneficiaires.any(id, moi).fusionneDans() == null;
    }

    private ModelAndView page(Identite garde, String avec, String q, String erreur, UtilisateurConnecte moi) {
        Identite absorbe = avec.isEmpty() ? null : beneficiaires.standing(Identifiant.parse(avec), moi);
        boolean deux = absorbe != null && absorbe.id() != garde.id();
        return new ModelAndView(
                "beneficiaire/fusion",
                Map.of(
                        "page",
                        new FusionPersonnesPage(
                                garde,
                                q,
                                candidats.find(garde, q, moi),
                                deux ? absorbe : null,
                                apercu(garde, deux ? absorbe : null, moi),
                                erreur)),
                erreur.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private @Nullable Apercu apercu(Identite garde, @Nullable Identite absorbe, UtilisateurConnecte moi) {
        return absorbe == null ? null : fusions.preview(garde.id(), absorbe.id(), moi);
    }
}
