package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.Modifications.Champ;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.List;
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

/** The charters that a buyer signed. */
@Controller
@RequestMapping("/donneurs-ordres/{donneur:\\d+}/chartes")
@RequiredArgsConstructor
class CharteController {

    /** What a conflict tells of. */
    private static final List<Champ> CHAMPS = List.of(
            Champ.code("charte", "Charte", Charte.values(), Charte::libelle),
            Champ.of("debut", "Signée le"),
            Champ.of("fin", "Dernier jour"));

    private final CharteService chartes;
    private final DonneurOrdreLecture donneurs;
    private final Modifications modifications;

    @GetMapping("/nouvelle")
    ModelAndView sign(@PathVariable String donneur, @AuthenticationPrincipal UtilisateurConnecte moi) {
        ModelAndView page = page(Identifiant.parse(donneur), null, null, moi, HttpStatus.OK);
        page.addObject("form", CharteForm.vide());
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
        return save(id, null, form, new Champs(errors), moi, redirect);
    }

    @GetMapping("/{signature:\\d+}/modifier")
    ModelAndView edit(
            @PathVariable String donneur,
            @PathVariable String signature,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        long id = Identifiant.parse(donneur);
        long numero = Identifiant.parse(signature);
        CharteForm form = chartes.form(id, numero, moi);
        ModelAndView page = page(id, numero, null, moi, HttpStatus.OK);
        page.addObject("form", form);
        return page;
    }

    @PostMapping("/{signature:\\d+}/modifier")
    ModelAndView edit(
            @PathVariable String donneur,
            @PathVariable String signature,
            @ModelAttribute("form") CharteForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long id = Identifiant.parse(donneur);
        long numero = Identifiant.parse(signature);
        chartes.form(id, numero, moi);
        try {
            return save(id, numero, form, new Champs(errors), moi, redirect);
        } catch (VersionPerimeeException perimee) {
            Conflit conflit = modifications.since(
                    "signature_charte", moi.structureId(), numero, CHAMPS, form.version(), perimee.version());
            return page(id, numero, conflit, moi, HttpStatus.CONFLICT);
        }
    }

    private ModelAndView save(
            long id,
            @Nullable Long signature,
            CharteForm form,
            Champs champs,
            UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        CharteSaisie saisie = CharteSaisie.read(form, champs);
        boolean ecrite = champs.written(() -> {
            if (signature == null) chartes.sign(id, saisie, moi);
            else chartes.change(id, signature, saisie, form.version(), moi);
        });
        if (!ecrite) return page(id, signature, null, moi, HttpStatus.UNPROCESSABLE_CONTENT);
        redirect.addFlashAttribute("succes", "La charte est enregistrée.");
        return new ModelAndView("redirect:/donneurs-ordres/" + id);
    }

    @PostMapping("/{signature:\\d+}/suppression")
    String remove(
            @PathVariable String donneur,
            @PathVariable String signature,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long id = Identifiant.parse(donneur);
        chartes.remove(id, Identifiant.parse(signature), moi);
        redirect.addFlashAttribute("succes", "La charte est retirée.");
        return "redirect:/donneurs-ordres/" + id;
    }

    private ModelAndView page(
            long id, @Nullable Long signature, @Nullable Conflit conflit, UtilisateurConnecte moi, HttpStatus statut) {
        return new ModelAndView(
                "donneurordre/charte",
                Map.of("page", new ChartePage(id, donneurs.identite(id, moi).nom(), signature, conflit)),
                statut);
    }
}
