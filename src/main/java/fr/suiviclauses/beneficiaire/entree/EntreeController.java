package fr.suiviclauses.beneficiaire.entree;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.beneficiaire.BeneficiaireLecture;
import fr.suiviclauses.beneficiaire.Identite;
import fr.suiviclauses.commun.Detour;
import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.Modifications.Champ;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Qpv;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's entries. */
@Controller
@RequestMapping("/beneficiaires/{personne:\\d+}/entrees")
@RequiredArgsConstructor
class EntreeController {

    /** What a conflict tells of. */
    private static final List<Champ> CHAMPS = List.of(
            Champ.of("debut", "Entrée"),
            Champ.of("fin", "Éligible jusqu’au"),
            Champ.code("diplome", "Diplôme", Diplome.values(), Diplome::libelle),
            Champ.of("commune_insee", "Commune"),
            Champ.codes("metropole", "Métropole", Map.of("true", "Dans la métropole", "false", "Hors de la métropole")),
            Champ.code("qpv", "QPV", Qpv.values(), Qpv::libelle),
            Champ.of("qpv_code", "Code du quartier"),
            Champ.codes(
                    "qpv_generation",
                    "Carte des quartiers",
                    Arrays.stream(GenerationQpv.values())
                            .collect(Collectors.toMap(g -> Integer.toString(g.annee()), GenerationQpv::libelle))),
            Champ.code("qpv_mode", "Mode d’évaluation", ModeQpv.values(), ModeQpv::libelle),
            Champ.of("qpv_evalue_le", "Évalué le"),
            Champ.of("prescripteur", "Prescripteur"));

    private final EntreeService entrees;
    private final BeneficiaireLecture beneficiaires;
    private final Modifications modifications;
    private final Clock clock;

    @GetMapping("/nouvelle")
    ModelAndView add(
            @PathVariable String personne,
            @RequestParam(defaultValue = "") String contrat,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite qui = beneficiaires.standing(Identifiant.parse(personne), moi);
        return page(EntreePage.nouvelle(qui, Detour.contrat(contrat)), null).addObject("form", EntreeForm.vide());
    }

    /** For a contract, it comes next. */
    @PostMapping("/nouvelle")
    ModelAndView add(
            @PathVariable String personne,
            @RequestParam MultiValueMap<String, String> champs,
            @RequestParam(defaultValue = "") String contrat,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Detour detour = Detour.contrat(contrat);
        Identite qui = beneficiaires.standing(Identifiant.parse(personne), moi);
        EntreeForm form = EntreeForm.of(champs);
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        SaisieEntree saisie = SaisieEntree.read(form, qui.naissance(), moi.dateMetier(clock), errors);
        if (!errors.hasErrors()) {
            try {
                redirect.addFlashAttribute(
                        "succes",
                        "L’entrée est enregistrée."
                                + entrees.add(qui.id(), saisie, moi).phrase());
                return detour.engage() ? new ModelAndView("redirect:" + detour.with(qui.id())) : sheet(qui);
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(EntreePage.nouvelle(qui, detour), UNPROCESSABLE_CONTENT).addAllObjects(errors.getModel());
    }

    @GetMapping("/{id:\\d+}/modifier")
    ModelAndView edit(
            @PathVariable String personne, @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite qui = beneficiaires.standing(Identifiant.parse(personne), moi);
        EntreeService.Entree entree = entrees.find(qui.id(), Identifiant.parse(id), moi);
        return page(EntreePage.existante(qui, entree.id(), null), null)
                .addObject("form", EntreeForm.of(entree, entrees.criteria(entree.id(), moi)));
    }

    @PostMapping("/{id:\\d+}/modifier")
    ModelAndView edit(
            @PathVariable String personne,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> champs,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite qui = beneficiaires.standing(Identifiant.parse(personne), moi);
        EntreeService.Entree entree = entrees.find(qui.id(), Identifiant.parse(id), moi);
        EntreeForm form = EntreeForm.of(champs);
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        SaisieEntree saisie = SaisieEntree.read(form, qui.naissance(), moi.dateMetier(clock), errors);
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                Fenetres.Effet effet = entrees.change(qui.id(), entree.id(), saisie, form.version(), moi);
                redirect.addFlashAttribute("succes", "L’entrée est modifiée." + effet.phrase());
                return sheet(qui);
            } catch (VersionPerimeeException perimee) {
                conflit = modifications
                        .since("entree", moi.structureId(), entree.id(), CHAMPS, form.version(), perimee.version())
                        .with("Critères", form.avant(), EntreeForm.proofs(entrees.criteria(entree.id(), moi)));
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        HttpStatus statut = conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT;
        return page(EntreePage.existante(qui, entree.id(), conflit), statut).addAllObjects(errors.getModel());
    }

    @PostMapping("/{id:\\d+}/suppression")
    ModelAndView remove(
            @PathVariable String personne,
            @PathVariable String id,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite qui = beneficiaires.standing(Identifiant.parse(personne), moi);
        try {
            Fenetres.Effet effet = entrees.remove(qui.id(), Identifiant.parse(id), moi);
            redirect.addFlashAttribute("succes", "L’entrée est supprimée." + effet.phrase());
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
        }
        return sheet(qui);
    }

    private static ModelAndView sheet(Identite qui) {
        return new ModelAndView("redirect:/beneficiaires/" + qui.id());
    }

    private static ModelAndView page(EntreePage page, @Nullable HttpStatus statut) {
        return new ModelAndView("beneficiaire/entree", Map.of("page", page), statut);
    }
}
