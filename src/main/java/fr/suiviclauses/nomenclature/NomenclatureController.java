package fr.suiviclauses.nomenclature;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
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

/** The structure's parameters, and the way to its purchase families. */
@Controller
@RequestMapping("/nomenclatures")
@RequiredArgsConstructor
class NomenclatureController {

    private final ParametreService parametres;

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView(
                "nomenclature/nomenclatures",
                Map.of(
                        "page",
                        new NomenclaturesPage(Arrays.stream(Parametre.values())
                                .map(p -> NomenclaturesPage.bloc(p, parametres.values(p, moi)))
                                .toList())));
    }

    @GetMapping("/parametres/{code}")
    ModelAndView add(@PathVariable String code) {
        ModelAndView page = page(find(code), HttpStatus.OK);
        page.addObject("form", new ParametreForm("", ""));
        return page;
    }

    @PostMapping("/parametres/{code}")
    ModelAndView add(
            @PathVariable String code,
            @ModelAttribute("form") ParametreForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Parametre parametre = find(code);
        Champs champs = new Champs(errors);
        Parametre.Valeur valeur = parametre.read(form, champs);
        if (valeur != null) {
            try {
                parametres.add(parametre, valeur, moi);
                redirect.addFlashAttribute("succes", "La valeur est enregistrée.");
                return new ModelAndView("redirect:/nomenclatures");
            } catch (RegleMetierException refus) {
                champs.refus(refus);
            }
        }
        return page(parametre, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/parametres/{code}/suppression")
    String remove(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String date,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        parametres.remove(find(code), date(date), moi);
        redirect.addFlashAttribute("succes", "La valeur est supprimée.");
        return "redirect:/nomenclatures";
    }

    private static LocalDate date(String saisie) {
        try {
            return DateFrancaise.parse(saisie);
        } catch (SaisieRefuseeException refus) {
            throw new IntrouvableException("Cette valeur n’existe pas.");
        }
    }

    private static Parametre find(String code) {
        return Parametre.find(code).orElseThrow(() -> new IntrouvableException("Ce paramètre n’existe pas."));
    }

    private static ModelAndView page(Parametre parametre, HttpStatus statut) {
        return new ModelAndView(
                "nomenclature/parametre",
                Map.of("page", new ParametrePage(parametre.code(), parametre.titre(), parametre.aide())),
                statut);
    }
}
