package fr.suiviclauses.marche.obligation;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.NombreFrancais;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.marche.lot.LotLecture;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.Clock;
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

/** The movements of a lot's obligation. */
@Controller
@RequestMapping("/lots/{id:\\d+}/mouvements")
@RequiredArgsConstructor
class MouvementController {

    private final LotLecture lots;
    private final ObligationService obligations;
    private final Clock clock;

    /** The form, which an address may fill: compensating a movement begins with its opposite. */
    @GetMapping("/nouveau")
    ModelAndView add(
            @PathVariable String id,
            @ModelAttribute("prefixe") MouvementForm rempli,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        MouvementForm form = new MouvementForm(
                rempli.nature().isEmpty() ? suggested(lot).name() : rempli.nature(),
                rempli.dateEffet().isEmpty()
                        ? DateFrancaise.affiche(lot.initiale() ? moi.dateMetier(clock) : lot.debut())
                        : rempli.dateEffet(),
                rempli.heures(),
                rempli.montant(),
                rempli.motif(),
                Integer.toString(lot.mouvements()));
        ModelAndView page = page(lot, null, HttpStatus.OK);
        page.addObject("form", form);
        return page;
    }

    private static NatureMouvement suggested(LotConcerne lot) {
        if (lot.eurosParHeure() != null) return NatureMouvement.BON_DE_COMMANDE;
        return lot.initiale() ? NatureMouvement.AVENANT : NatureMouvement.INITIAL;
    }

    /** What an order of an amount would add, said while it is typed. */
    @GetMapping("/proposition")
    ModelAndView propose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String montant,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        return new ModelAndView(
                "marche/mouvement :: proposition",
                Map.of("proposition", new MouvementPage.Proposition(proposed(lot.eurosParHeure(), montant))));
    }

    private static String proposed(@Nullable BigDecimal euros, String montant) {
        if (euros == null || montant.isBlank()) return "";
        try {
            BigDecimal heures = HeuresDues.ordered(NombreFrancais.parse(montant), euros);
            return "Ce montant fait " + NombreAffiche.of(heures, 2) + "\u00a0h, si vous laissez les heures vides.";
        } catch (SaisieRefuseeException refus) {
            return refus.phrase();
        }
    }

    @PostMapping("/nouveau")
    ModelAndView add(
            @PathVariable String id,
            @ModelAttribute("form") MouvementForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        Mouvement mouvement = MouvementSaisie.read(form, lot, errors);
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                obligations.add(lot.id(), mouvement, form.mouvements(), moi);
                redirect.addFlashAttribute("succes", added(lot, mouvement, moi));
                return new ModelAndView("redirect:" + lot.retour());
            } catch (VersionPerimeeException perimee) {
                conflit = meanwhile(perimee.version());
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(lot, conflit, conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
    }

    private String added(LotConcerne lot, Mouvement mouvement, UtilisateurConnecte moi) {
        return "Le mouvement est enregistré\u00a0: l’obligation du lot " + lot.numero() + " est de "
                + NombreAffiche.of(obligations.obligationOn(lot.id(), mouvement.dateEffet(), moi), 2)
                + "\u00a0h au " + DateFrancaise.affiche(mouvement.dateEffet()) + ".";
    }

    static Conflit meanwhile(int presents) {
        return new Conflit(
                "Un mouvement a été ajouté à ce lot pendant que ce formulaire était ouvert\u00a0: le vôtre, si vous avez déjà enregistré, ou celui de quelqu’un d’autre.",
                List.of(),
                presents);
    }

    private static ModelAndView page(LotConcerne lot, @Nullable Conflit conflit, HttpStatus statut) {
        return new ModelAndView("marche/mouvement", Map.of("page", new MouvementPage(lot, conflit)), statut);
    }
}
