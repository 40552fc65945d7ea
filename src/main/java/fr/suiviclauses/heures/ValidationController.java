package fr.suiviclauses.heures;

import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hours that wait for a decision, and the decision on those that were ticked. */
@Controller
@RequestMapping("/heures/validation")
@RequiredArgsConstructor
class ValidationController {

    private final ValidationService validations;
    private final HeuresExportService exports;
    private final Clock clock;

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        ModelAndView vue = page(demande(adresse, moi), ValidationForm.vide(), OK, moi);
        vue.addObject("form", ValidationForm.vide());
        return vue;
    }

    @GetMapping(params = "format")
    void export(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        String format = Telechargement.format(adresse.get("format"));
        Telechargement.send(exports.validation(demande(adresse, moi), moi), format, response);
    }

    @PostMapping
    ModelAndView decide(
            @RequestParam Map<String, String> adresse,
            @ModelAttribute("form") ValidationForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        DemandeValidation demande = demande(adresse, moi);
        Champs champs = new Champs(errors);
        StatutHeures decision = champs.choixObligatoire("decision", form.decision(), StatutHeures.class);
        String motif = champs.texte("motif", form.motif(), 500);
        List<Long> ids = new ArrayList<>();
        List<Integer> versions = new ArrayList<>();
        for (String choix : form.choix()) {
            if (!choix.matches("[0-9]{1,18}:[0-9]{1,9}")) continue;
            ids.add(Long.valueOf(choix.substring(0, choix.indexOf(':'))));
            versions.add(Integer.valueOf(choix.substring(choix.indexOf(':') + 1)));
        }
        if (!champs.refused()) {
            try {
                int faites = validations.decide(ids, versions, decision, motif, moi);
                tell(redirect, decision, faites, ids.size() - faites);
                return new ModelAndView("redirect:" + demande.retour());
            } catch (RegleMetierException refus) {
                champs.refus(refus);
            }
        }
        return page(demande, form, UNPROCESSABLE_CONTENT, moi);
    }

    private static void tell(RedirectAttributes redirect, StatutHeures decision, int faites, int autres) {
        String quoi = decision.libelle().toLowerCase(java.util.Locale.FRENCH);
        if (faites > 0)
            redirect.addFlashAttribute(
                    "succes",
                    faites == 1
                            ? "Un relevé est " + quoi.replace("ée", "é") + "."
                            : faites + " relevés sont " + quoi.replace("ée", "és") + ".");
        if (autres > 0)
            redirect.addFlashAttribute(
                    "erreur",
                    (autres == 1
                                    ? "Un relevé n’a pas changé\u00a0: quelqu’un l’a modifié entre-temps, ou son année est arrêtée."
                                    : autres
                                            + " relevés n’ont pas changé\u00a0: quelqu’un les a modifiés entre-temps, ou leur année est arrêtée.")
                            + " Vérifiez, puis recommencez.");
    }

    private DemandeValidation demande(Map<String, String> adresse, UtilisateurConnecte moi) {
        return DemandeValidation.of(adresse, moi.dateMetier(clock));
    }

    private ModelAndView page(
            DemandeValidation demande, ValidationForm form, HttpStatus statut, UtilisateurConnecte moi) {
        return new ModelAndView(
                "heures/validation",
                Map.of(
                        "page",
                        ValidationPage.of(
                                demande, validations.list(demande, moi), form.choix(), moi.dateMetier(clock))),
                statut);
    }
}
