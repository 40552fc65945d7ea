package fr.suiviclauses.entreprise;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.Detour;
import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.Modifications.Champ;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.entreprise.EntrepriseLecture.Identite;
import fr.suiviclauses.liste.ListeLecture;
import fr.suiviclauses.referentiel.TypeEntreprise;
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

/** Companies: the list, the record, its form. */
@Controller
@RequestMapping("/entreprises")
@RequiredArgsConstructor
class EntrepriseController {

    private static final String UN = "/{id:\\d+}";

    /** What a conflict tells of. */
    private static final List<Champ> CHAMPS = List.of(
            Champ.of("nom", "Nom"),
            Champ.of("siren", "SIREN"),
            Champ.code("type", "Type", TypeEntreprise.values(), TypeEntreprise::libelle),
            Champ.of("actif", "Active"));

    private final EntrepriseService entreprises;
    private final EntrepriseLecture lecture;
    private final ListeLecture listes;
    private final Modifications modifications;

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView(
                "entreprise/liste",
                Map.of("page", new EntreprisesPage(listes.read(ListeEntreprises.LISTE, adresse, moi))));
    }

    @GetMapping(params = "format")
    void export(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        Telechargement.send(
                listes.document(ListeEntreprises.LISTE, adresse, moi),
                Telechargement.format(adresse.get("format")),
                response);
    }

    @GetMapping(UN)
    ModelAndView show(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite identite = lecture.identite(Identifiant.parse(id), moi);
        if (identite.fusionneDans() != null)
            return new ModelAndView("redirect:/entreprises/" + identite.fusionneDans());
        return new ModelAndView("entreprise/fiche", Map.of("page", lecture.page(identite, moi)));
    }

    /** From a search that found nothing, whose words are then its name. */
    @GetMapping("/nouvelle")
    ModelAndView create(
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String contrat) {
        EntrepriseForm vide = EntrepriseForm.vide();
        return form(
                FormulairePage.nouvelle(Detour.of(lot, contrat), List.of()),
                new EntrepriseForm(nom, vide.siren(), vide.type(), "", "", "", ""),
                HttpStatus.OK);
    }

    @PostMapping("/nouvelle")
    ModelAndView create(
            @ModelAttribute("form") EntrepriseForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String contrat,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Detour detour = Detour.of(lot, contrat);
        Saisie saisie = Saisie.read(form, errors);
        List<Jumelle> jumelles = List.of();
        if (!errors.hasErrors()) {
            try {
                long id = entreprises.create(saisie, moi);
                redirect.addFlashAttribute("succes", "L’entreprise est enregistrée.");
                return new ModelAndView("redirect:" + (detour.engage() ? detour.with(id) : "/entreprises/" + id));
            } catch (JumellesException trouves) {
                jumelles = trouves.jumelles();
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(FormulairePage.nouvelle(detour, jumelles), UNPROCESSABLE_CONTENT);
    }

    @GetMapping(UN + "/modifier")
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite identite = lecture.standing(Identifiant.parse(id), moi);
        return form(
                FormulairePage.existante(identite.id(), identite.nom(), null),
                lecture.form(identite, moi),
                HttpStatus.OK);
    }

    @PostMapping(UN + "/modifier")
    ModelAndView edit(
            @PathVariable String id,
            @ModelAttribute("form") EntrepriseForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite identite = lecture.standing(Identifiant.parse(id), moi);
        Saisie saisie = Saisie.read(form, errors);
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                entreprises.change(identite.id(), saisie, form.version(), moi);
                redirect.addFlashAttribute("succes", "Les modifications sont enregistrées.");
                return new ModelAndView("redirect:/entreprises/" + identite.id());
            } catch (VersionPerimeeException perimee) {
                conflit = modifications
                        .since(
                                "entreprise",
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
                FormulairePage.existante(identite.id(), identite.nom(), conflit),
                conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
    }

    @PostMapping(UN + "/activation")
    String activate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String actif,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        boolean voulu = actif.equals("oui");
        try {
            entreprises.activate(Identifiant.parse(id), voulu, moi);
            redirect.addFlashAttribute(
                    "succes", voulu ? "L’entreprise est de nouveau active." : "L’entreprise est désactivée.");
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
        }
        return "redirect:/entreprises/" + Identifiant.parse(id);
    }

    @PostMapping(UN + "/suppression")
    String delete(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        long entreprise = Identifiant.parse(id);
        try {
            entreprises.delete(entreprise, moi);
            redirect.addFlashAttribute("succes", "L’entreprise est supprimée.");
            return "redirect:/entreprises";
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
            return "redirect:/entreprises/" + entreprise;
        }
    }

    private static ModelAndView form(FormulairePage page, EntrepriseForm form, HttpStatus statut) {
        ModelAndView vue = page(page, statut);
        vue.addObject("form", form);
        return vue;
    }

    private static ModelAndView page(FormulairePage page, @Nullable HttpStatus statut) {
        return new ModelAndView("entreprise/formulaire", Map.of("page", page), statut);
    }
}
