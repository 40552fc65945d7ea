package fr.suiviclauses.suivi;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.referentiel.Situation;
import fr.suiviclauses.securite.UtilisateurConnecte;
import fr.suiviclauses.suivi.SuivisPageService.Refus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.support.DefaultMessageSourceResolvable;
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

/** Whom to call, and what they answer: each row is a form whose buttons are the answers. */
@Controller
@RequestMapping("/suivis")
@RequiredArgsConstructor
class SuivisController {

    private final SuivisService suivis;
    private final SuivisPageService pages;

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        DemandeSuivis demande = DemandeSuivis.of(adresse);
        return new ModelAndView(
                "suivi/suivis", Map.of("page", pages.page(demande, demande.requete(demande.page()), null, moi)));
    }

    @GetMapping(params = "format")
    void export(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        String format = Telechargement.format(adresse.get("format"));
        Telechargement.send(pages.document(DemandeSuivis.of(adresse), moi), format, response);
    }

    @PostMapping
    ModelAndView answer(
            @ModelAttribute("form") SuiviForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long beneficiaire = number(form.beneficiaire());
        int cohorte = small(form.cohorte());
        int jalon = small(form.jalon());
        Champs champs = new Champs(errors);
        Situation situation = champs.choixObligatoire("situation", form.situation(), Situation.class);
        LocalDate date = champs.date("date", form.date());
        HttpStatus statut = UNPROCESSABLE_CONTENT;
        if (!champs.refused()) {
            try {
                SuiviLu suivi = suivis.answer(beneficiaire, cohorte, jalon, situation, date, form.avant(), moi);
                String reponse = situation == Situation.NON_RENSEIGNE ? "injoignable" : situation.libelle();
                return back(form, suivi, reponse, redirect);
            } catch (RegleMetierException refus) {
                champs.refus(refus);
            } catch (ReponseEntretempsException autre) {
                statut = CONFLICT;
                champs.refus("", String.valueOf(autre.getMessage()));
            }
        }
        return refused(beneficiaire, form, errors, statut, moi);
    }

    @PostMapping("/suppression")
    ModelAndView withdraw(
            @ModelAttribute("form") SuiviForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long beneficiaire = number(form.beneficiaire());
        try {
            SuiviLu suivi =
                    suivis.withdraw(beneficiaire, small(form.cohorte()), small(form.jalon()), form.avant(), moi);
            return back(form, suivi, "la réponse est retirée", redirect);
        } catch (ReponseEntretempsException autre) {
            new Champs(errors).refus("", String.valueOf(autre.getMessage()));
            return refused(beneficiaire, form, errors, CONFLICT, moi);
        }
    }

    private static ModelAndView back(SuiviForm form, SuiviLu suivi, String fait, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "succes", suivi.personne() + ", à " + suivi.jalon() + "\u00a0mois\u00a0: " + fait + ".");
        redirect.addFlashAttribute("suivante", true);
        return new ModelAndView("redirect:/suivis" + (form.retour().isEmpty() ? "" : "?" + form.retour()));
    }

    private ModelAndView refused(
            long beneficiaire, SuiviForm form, BindingResult errors, HttpStatus statut, UtilisateurConnecte moi) {
        String phrase = errors.getAllErrors().stream()
                .map(DefaultMessageSourceResolvable::getDefaultMessage)
                .collect(Collectors.joining(" "));
        DemandeSuivis elle = DemandeSuivis.personne(beneficiaire);
        return new ModelAndView(
                "suivi/suivis", Map.of("page", pages.page(elle, form.retour(), new Refus(form, phrase), moi)), statut);
    }

    private static int small(String texte) {
        return (int) number(texte.length() > 4 ? "" : texte);
    }

    /** What the row's hidden fields say is not typed: what they can't say does not exist. */
    private static long number(String texte) {
        if (texte.matches("[0-9]{1,18}")) return Long.parseLong(texte);
        throw new IntrouvableException(SuivisService.ABSENTE);
    }
}
