package fr.suiviclauses.donneurordre;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.Modifications.Champ;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.donneurordre.DonneurOrdreLecture.Identite;
import fr.suiviclauses.liste.ListeLecture;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Buyers: the list, the record, its form. */
@Controller
@RequestMapping("/donneurs-ordres")
@RequiredArgsConstructor
class DonneurOrdreController {

    private static final String UN = "/{id:\\d+}";

    /** What a conflict tells of. */
    private static final List<Champ> CHAMPS = List.of(
            Champ.of("nom", "Nom"),
            Champ.code("nature", "Nature", NatureDonneurOrdre.values(), NatureDonneurOrdre::libelle),
            Champ.of("actif", "Actif"));

    private final DonneurOrdreService donneurs;
    private final DonneurOrdreLecture lecture;
    private final ListeLecture listes;
    private final Modifications modifications;

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView(
                "donneurordre/liste",
                Map.of("page", new DonneursOrdresPage(listes.read(ListeDonneursOrdres.LISTE, adresse, moi))));
    }

    @GetMapping(params = "format")
    void export(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        Telechargement.send(
                listes.document(ListeDonneursOrdres.LISTE, adresse, moi),
                Telechargement.format(adresse.get("format")),
                response);
    }

    @GetMapping(UN)
    ModelAndView show(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite identite = lecture.identite(Identifiant.parse(id), moi);
        if (identite.fusionneDans() != null)
            return new ModelAndView("redirect:/donneurs-ordres/" + identite.fusionneDans());
        return new ModelAndView("donneurordre/fiche", Map.of("page", lecture.page(identite, moi)));
    }

    @GetMapping("/nouveau")
    ModelAndView create() {
        return form(FormulairePage.nouveau(List.of()), DonneurOrdreForm.vide(), HttpStatus.OK);
    }

    @PostMapping("/nouveau")
    ModelAndView create(
            @ModelAttribute("form") DonneurOrdreForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Saisie saisie = Saisie.read(form, errors);
        List<Jumeau> jumeaux = List.of();
        if (!errors.hasErrors()) {
            try {
                long id = donneurs.create(saisie, moi);
                redirect.addFlashAttribute("succes", "Le donneur d’ordres est enregistré.");
                return new ModelAndView("redirect:/donneurs-ordres/" + id);
            } catch (JumeauxException trouves) {
                jumeaux = trouves.jumeaux();
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(FormulairePage.nouveau(jumeaux), UNPROCESSABLE_CONTENT);
    }

    @GetMapping(UN + "/modifier")
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite identite = lecture.identite(Identifiant.parse(id), moi);
        return form(
                FormulairePage.existant(identite.id(), identite.nom(), null),
                lecture.form(identite, moi),
                HttpStatus.OK);
    }

    @PostMapping(UN + "/modifier")
    ModelAndView edit(
            @PathVariable String id,
            @ModelAttribute("form") DonneurOrdreForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite identite = lecture.identite(Identifiant.parse(id), moi);
        Saisie saisie = Saisie.read(form, errors);
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                donneurs.change(identite.id(), saisie, form.version(), moi);
                redirect.addFlashAttribute("succes", "Les modifications sont enregistrées.");
                return new ModelAndView("redirect:/donneurs-ordres/" + identite.id());
            } catch (VersionPerimeeException perimee) {
                conflit = modifications
                        .since(
                                "donneur_ordre",
                                moi.structureId(),
                                identite.id(),
                                CHAMPS,
                                form.version(),
                                perimee.version())
                        .with("SIRET", form.avant(), lecture.form(identite, moi).avant());
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(
                FormulairePage.existant(identite.id(), identite.nom(), conflit),
                conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
    }

    @PostMapping(UN + "/activation")
    String activate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String actif,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long donneur = Identifiant.parse(id);
        boolean voulu = actif.equals("oui");
        try {
            donneurs.activate(donneur, voulu, moi);
            redirect.addFlashAttribute(
                    "succes",
                    voulu ? "Le donneur d’ordres est de nouveau actif." : "Le donneur d’ordres est désactivé.");
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
        }
        return "redirect:/donneurs-ordres/" + donneur;
    }

    @PostMapping(UN + "/suppression")
    String delete(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        long donneur = Identifiant.parse(id);
        try {
            donneurs.delete(donneur, moi);
            redirect.addFlashAttribute("succes", "Le donneur d’ordres est supprimé.");
            return "redirect:/donneurs-ordres";
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
            return "redirect:/donneurs-ordres/" + donneur;
        }
    }

    private static ModelAndView form(FormulairePage page, DonneurOrdreForm form, HttpStatus statut) {
        ModelAndView vue = page(page, statut);
        vue.addObject("form", form);
        return vue;
    }

    private static ModelAndView page(FormulairePage page, @Nullable HttpStatus statut) {
        return new ModelAndView("donneurordre/formulaire", Map.of("page", page), statut);
    }
}
