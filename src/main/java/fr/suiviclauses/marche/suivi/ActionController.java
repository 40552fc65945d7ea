package fr.suiviclauses.marche.suivi;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.Modifications.Champ;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.util.List;
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

    /** What a conflict tells of. */
    private static final List<Champ> CHAMPS = List.of(
            Champ.of("libelle", "Ce qui est à faire"),
            Champ.of("echeance", "Pour le"),
            Champ.fiche("responsable_id", "Par qui", "utilisateur", "x.nom"),
            Champ.of("faite_le", "Faite le"));

    private final ActionService actions;
    private final Modifications modifications;
    private final Clock clock;

    @GetMapping("/nouvelle")
    ModelAndView plan(@PathVariable String marche, @AuthenticationPrincipal UtilisateurConnecte moi) {
        ModelAndView page = page(actions.page(Identifiant.parse(marche), null, null, moi), HttpStatus.OK);
        page.addObject("form", ActionForm.of(moi.id()));
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
        ActionPage page = actions.page(id, null, null, moi);
        Champs champs = new Champs(errors);
        ActionSaisie saisie = ActionSaisie.read(form, champs);
        return champs.written(() -> actions.plan(id, saisie, moi))
                ? saved(page, "L’action est enregistrée.", redirect)
                : page(page, UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id:\\d+}/modifier")
    ModelAndView edit(
            @PathVariable String marche, @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        long duMarche = Identifiant.parse(marche);
        long action = Identifiant.parse(id);
        ActionForm form = actions.form(duMarche, action, moi);
        ModelAndView page = page(actions.page(duMarche, action, null, moi), HttpStatus.OK);
        page.addObject("form", form);
        return page;
    }

    @PostMapping("/{id:\\d+}/modifier")
    ModelAndView edit(
            @PathVariable String marche,
            @PathVariable String id,
            @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long duMarche = Identifiant.parse(marche);
        long action = Identifiant.parse(id);
        actions.form(duMarche, action, moi);
        ActionPage page = actions.page(duMarche, action, null, moi);
        Champs champs = new Champs(errors);
        ActionSaisie saisie = ActionSaisie.read(form, champs);
        try {
            return champs.written(() -> actions.change(duMarche, action, saisie, form.version(), moi))
                    ? saved(page, "Les modifications sont enregistrées.", redirect)
                    : page(page, UNPROCESSABLE_CONTENT);
        } catch (VersionPerimeeException perimee) {
            Conflit conflit = modifications.since(
                    "action_marche", moi.structureId(), action, CHAMPS, form.version(), perimee.version());
            return page(actions.page(duMarche, action, conflit, moi), HttpStatus.CONFLICT);
        }
    }

    private static ModelAndView saved(ActionPage page, String succes, RedirectAttributes redirect) {
        redirect.addFlashAttribute("succes", succes);
        return new ModelAndView("redirect:" + page.adresse());
    }

    @PostMapping("/{id:\\d+}/suppression")
    String remove(
            @PathVariable String marche,
            @PathVariable String id,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        try {
            actions.remove(Identifiant.parse(marche), Identifiant.parse(id), moi);
            redirect.addFlashAttribute("succes", "L’action est supprimée.");
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
        }
        return "redirect:/marches/" + Identifiant.parse(marche);
    }

    @PostMapping("/{id:\\d+}/faite")
    String done(
            @PathVariable String marche,
            @PathVariable String id,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long duMarche = Identifiant.parse(marche);
        long action = Identifiant.parse(id);
        actions.done(duMarche, action, moi.dateMetier(clock), moi);
        redirect.addFlashAttribute("succes", "L’action est faite.");
        redirect.addFlashAttribute("rouvrir", ActionPage.reopening(duMarche, action));
        return "redirect:/marches/" + duMarche;
    }

    /** Said to be done by mistake. */
    @PostMapping("/{id:\\d+}/reouverture")
    String reopen(
            @PathVariable String marche,
            @PathVariable String id,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long duMarche = Identifiant.parse(marche);
        actions.reopen(duMarche, Identifiant.parse(id), moi);
        redirect.addFlashAttribute("succes", "L’action est de nouveau à faire.");
        return "redirect:/marches/" + duMarche;
    }

    private static ModelAndView page(ActionPage page, HttpStatus statut) {
        return new ModelAndView("marche/action", Map.of("page", page), statut);
    }
}
