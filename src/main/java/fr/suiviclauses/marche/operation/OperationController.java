package fr.suiviclauses.marche.operation;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.Modifications.Champ;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.liste.ListeLecture;
import fr.suiviclauses.marche.operation.OperationLecture.Identite;
import fr.suiviclauses.referentiel.TypeOperation;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
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

/** Operations: the list, the record, its form. */
@Controller
@RequestMapping("/operations")
@RequiredArgsConstructor
class OperationController {

    private static final String UNE = "/{id:\\d+}";
    private static final List<Champ> CHAMPS = List.of(
            Champ.of("nom", "Nom"),
            Champ.code("type", "Type", TypeOperation.values(), TypeOperation::libelle),
            Champ.of("objectif", "Objectif"),
            Champ.of("actif", "Active"));

    private final OperationService operations;
    private final OperationLecture lecture;
    private final ListeLecture listes;
    private final Modifications modifications;

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView(
                "operation/liste",
                Map.of("page", new FormulairePage.ListePage(listes.read(ListeOperations.LISTE, adresse, moi))));
    }

    @GetMapping(params = "format")
    void export(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        Telechargement.send(
                listes.document(ListeOperations.LISTE, adresse, moi),
                Telechargement.format(adresse.get("format")),
                response);
    }

    @GetMapping(UNE)
    ModelAndView show(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView("operation/fiche", Map.of("page", lecture.page(Identifiant.parse(id), moi)));
    }

    @GetMapping("/nouvelle")
    ModelAndView create() {
        return new ModelAndView(
                "operation/formulaire",
                Map.of("page", FormulairePage.nouvelle(), "form", new OperationForm("", "OPERATION", "", "")));
    }

    @PostMapping("/nouvelle")
    ModelAndView create(
            @ModelAttribute("form") OperationForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Saisie saisie = Saisie.read(form, errors);
        if (!errors.hasErrors()) {
            try {
                long id = operations.create(saisie, moi);
                redirect.addFlashAttribute("succes", "L’opération est enregistrée.");
                return new ModelAndView("redirect:/operations/" + id);
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return new ModelAndView(
                "operation/formulaire", Map.of("page", FormulairePage.nouvelle()), UNPROCESSABLE_CONTENT);
    }

    @GetMapping(UNE + "/modifier")
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite identite = lecture.identite(Identifiant.parse(id), moi);
        OperationForm form = new OperationForm(
                identite.nom(),
                identite.type().name(),
                identite.objectif() == null ? "" : NombreAffiche.of(identite.objectif(), 2),
                Integer.toString(identite.version()));
        return new ModelAndView(
                "operation/formulaire",
                Map.of("page", FormulairePage.existante(identite.id(), identite.nom(), null), "form", form));
    }

    @PostMapping(UNE + "/modifier")
    ModelAndView edit(
            @PathVariable String id,
            @ModelAttribute("form") OperationForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite identite = lecture.identite(Identifiant.parse(id), moi);
        Saisie saisie = Saisie.read(form, errors);
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                operations.change(identite.id(), saisie, form.version(), moi);
                redirect.addFlashAttribute("succes", "Les modifications sont enregistrées.");
                return new ModelAndView("redirect:/operations/" + identite.id());
            } catch (VersionPerimeeException perimee) {
                conflit = modifications.since(
                        "operation", moi.structureId(), identite.id(), CHAMPS, form.version(), perimee.version());
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return new ModelAndView(
                "operation/formulaire",
                Map.of("page", FormulairePage.existante(identite.id(), identite.nom(), conflit)),
                conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
    }

    @PostMapping(UNE + "/activation")
    String activate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String actif,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        boolean voulu = actif.equals("oui");
        operations.activate(Identifiant.parse(id), voulu, moi);
        redirect.addFlashAttribute(
                "succes", voulu ? "L’opération est de nouveau active." : "L’opération est désactivée.");
        return "redirect:/operations/" + Identifiant.parse(id);
    }

    @PostMapping(UNE + "/suppression")
    String delete(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        try {
            operations.delete(Identifiant.parse(id), moi);
            redirect.addFlashAttribute("succes", "L’opération est supprimée.");
            return "redirect:/operations";
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
            return "redirect:/operations/" + Identifiant.parse(id);
        }
    }
}
