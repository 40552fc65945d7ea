package fr.suiviclauses.beneficiaire;

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
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.liste.ListeLecture;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** People: the list, the record and its form. */
@Controller
@RequestMapping("/beneficiaires")
@RequiredArgsConstructor
class BeneficiaireController {

    private static final String UN = "/{id:\\d+}";

    /** What a conflict tells of. */
    private static final List<Champ> CHAMPS = List.of(
            Champ.of("nom", "Nom"),
            Champ.of("prenom", "Prénom"),
            Champ.of("naissance", "Naissance"),
            Champ.codes(
                    "sexe",
                    "Sexe",
                    FormulairePage.SEXES.stream().collect(Collectors.toMap(Liste.Option::code, Liste.Option::libelle))),
            Champ.of("reference", "Référence"),
            Champ.of("adresse", "Adresse"),
            Champ.of("code_postal", "Code postal"),
            Champ.of("commune", "Commune"),
            Champ.of("telephone", "Téléphone"),
            Champ.of("courriel", "Courriel"),
            Champ.of("motif_homonyme", "Homonyme"),
            Champ.of("actif", "Actif"));

    private final BeneficiaireService beneficiaires;
    private final BeneficiaireLecture lecture;
    private final FichePersonneService fiches;
    private final ListeLecture listes;
    private final Modifications modifications;
    private final Clock clock;

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView(
                "beneficiaire/liste",
                Map.of("page", new BeneficiairesPage(listes.read(ListeBeneficiaires.LISTE, adresse, moi))));
    }

    @GetMapping(params = "format")
    void export(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        String format = Telechargement.format(adresse.get("format"));
        Telechargement.send(listes.document(ListeBeneficiaires.LISTE, adresse, moi), format, response);
    }

    @GetMapping(UN)
    ModelAndView show(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite identite = lecture.any(Identifiant.parse(id), moi);
        if (identite.fusionneDans() != null)
            return new ModelAndView("redirect:/beneficiaires/" + identite.fusionneDans());
        return new ModelAndView("beneficiaire/fiche", Map.of("page", fiches.open(identite, moi)));
    }

    @GetMapping("/nouveau")
    ModelAndView create(@RequestParam(defaultValue = "") String contrat) {
        return form(FormulairePage.nouveau(Detour.contrat(contrat), List.of()), BeneficiaireForm.vide());
    }

    /** A new person is nothing without an entry: its form follows. */
    @PostMapping("/nouveau")
    ModelAndView create(
            @ModelAttribute("form") BeneficiaireForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String contrat,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Detour detour = Detour.contrat(contrat);
        Saisie saisie = Saisie.read(form, moi.dateMetier(clock), errors);
        List<Jumeau> jumeaux = List.of();
        if (!errors.hasErrors()) {
            try {
                long id = beneficiaires.create(saisie, moi);
                redirect.addFlashAttribute("succes", "La fiche est enregistrée. Saisissez maintenant l’entrée.");
                return new ModelAndView("redirect:" + detour.on("/beneficiaires/" + id + "/entrees/nouvelle"));
            } catch (JumeauxException trouves) {
                jumeaux = trouves.jumeaux();
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(FormulairePage.nouveau(detour, jumeaux), UNPROCESSABLE_CONTENT);
    }

    @GetMapping(UN + "/modifier")
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite identite = lecture.standing(Identifiant.parse(id), moi);
        return form(FormulairePage.existant(identite, List.of(), null), BeneficiaireLecture.form(identite));
    }

    @PostMapping(UN + "/modifier")
    ModelAndView edit(
            @PathVariable String id,
            @ModelAttribute("form") BeneficiaireForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite identite = lecture.standing(Identifiant.parse(id), moi);
        Saisie saisie = Saisie.read(form, moi.dateMetier(clock), errors);
        List<Jumeau> jumeaux = List.of();
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                beneficiaires.change(identite.id(), saisie, form.version(), moi);
                redirect.addFlashAttribute("succes", "Les modifications sont enregistrées.");
                return new ModelAndView("redirect:/beneficiaires/" + identite.id());
            } catch (VersionPerimeeException perimee) {
                conflit = modifications.since(
                        "beneficiaire", moi.structureId(), identite.id(), CHAMPS, form.version(), perimee.version());
            } catch (JumeauxException trouves) {
                jumeaux = trouves.jumeaux();
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(
                FormulairePage.existant(identite, jumeaux, conflit),
                conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
    }

    @PostMapping(UN + "/activation")
    String activate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String actif,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long personne = Identifiant.parse(id);
        boolean voulu = actif.equals("oui");
        beneficiaires.activate(personne, voulu, moi);
        redirect.addFlashAttribute("succes", voulu ? "La fiche est de nouveau active." : "La fiche est désactivée.");
        return "redirect:/beneficiaires/" + personne;
    }

    @PostMapping(UN + "/suppression")
    String delete(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        long personne = Identifiant.parse(id);
        try {
            beneficiaires.delete(personne, moi);
            redirect.addFlashAttribute("succes", "La fiche est supprimée.");
            return "redirect:/beneficiaires";
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
            return "redirect:/beneficiaires/" + personne;
        }
    }

    private static ModelAndView form(FormulairePage page, BeneficiaireForm form) {
        ModelAndView vue = page(page, null);
        vue.addObject("form", form);
        return vue;
    }

    private static ModelAndView page(FormulairePage page, @Nullable HttpStatus statut) {
        return new ModelAndView("beneficiaire/formulaire", Map.of("page", page), statut);
    }
}
