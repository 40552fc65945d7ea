package fr.suiviclauses.marche.effort;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.marche.lot.LotLecture;
import fr.suiviclauses.marche.lot.LotService;
import fr.suiviclauses.marche.obligation.HeuresDues;
import fr.suiviclauses.referentiel.FormeMarche;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The effort calculator: its address holds what it is asked, so that it can be kept and sent to a buyer. */
@Controller
@RequiredArgsConstructor
class EffortController {

    private static final String D_UN_LOT = "/lots/{id:\\d+}/effort";

    private final LotLecture lots;
    private final LotService lotService;
    private final EffortService efforts;

    @GetMapping("/marches/effort")
    ModelAndView compute(
            @ModelAttribute("demande") EffortForm demande, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return answer(null, demande, moi);
    }

    @GetMapping(D_UN_LOT)
    ModelAndView compute(
            @PathVariable String id,
            @ModelAttribute("demande") EffortForm demande,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        BigDecimal euros = lot.eurosParHeure();
        if (demande.vide() && lot.forme() == FormeMarche.ACCORD_CADRE) {
            return page(lot, demande.ofOrders(euros == null ? "" : Effort.trimmed(euros)), null, null, moi);
        }
        return answer(lot, demande, moi);
    }

    private ModelAndView answer(@Nullable LotConcerne lot, EffortForm demande, UtilisateurConnecte moi) {
        if (demande.vide()) return page(lot, demande, null, null, moi);
        BindingResult errors = new BeanPropertyBindingResult(demande, "form");
        Effort effort = EffortSaisie.read(demande, new Champs(errors));
        if (effort == null) {
            ModelAndView refuse = page(lot, demande, null, null, moi);
            refuse.addObject(BindingResult.MODEL_KEY_PREFIX + "form", errors);
            refuse.setStatus(UNPROCESSABLE_CONTENT);
            return refuse;
        }
        EffortForm form = lot == null
                ? demande
                : demande.proposing(
                        effort.saisie(), DateFrancaise.affiche(lot.debut()), Integer.toString(lot.mouvements()));
        return page(lot, form, effort, null, moi);
    }

    /** The contractual value is typed and dated: it is written as it stands, whatever was proposed. */
    @PostMapping(D_UN_LOT)
    ModelAndView retain(
            @PathVariable String id,
            @ModelAttribute("form") EffortForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        Champs champs = new Champs(errors);
        Effort effort = EffortSaisie.read(form, champs);
        BigDecimal heures = HeuresDues.owed("heures", form.heures(), champs);
        if (heures == null && !errors.hasFieldErrors("heures")) champs.refus("heures", "Indiquez les heures.");
        LocalDate date = champs.dateObligatoire("dateEffet", form.dateEffet());
        Conflit conflit = null;
        if (effort != null && heures != null && !champs.refused()) {
            try {
                efforts.retain(lot, heures, date, effort, form.mouvements(), moi);
                redirect.addFlashAttribute(
                        "succes",
                        "L’obligation du lot " + lot.numero() + " est de " + Effort.trimmed(heures) + "\u00a0h au "
                                + DateFrancaise.affiche(date) + ".");
                return new ModelAndView("redirect:" + lot.retour());
            } catch (VersionPerimeeException perimee) {
                conflit = new Conflit(
                        "Un mouvement a été ajouté à ce lot pendant que cette page était ouverte.",
                        List.of(),
                        perimee.version());
            } catch (RegleMetierException refus) {
                champs.refus(refus);
            }
        }
        ModelAndView page = page(lot, form, effort, conflit, moi);
        page.setStatus(conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
        return page;
    }

    /** An accord-cadre retains a price of the hour: its orders then make the obligation. */
    @PostMapping("/lots/{id:\\d+}/euros-par-heure")
    ModelAndView price(
            @PathVariable String id,
            @ModelAttribute("form") EffortForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        Champs champs = new Champs(errors);
        BigDecimal euros = EffortSaisie.euros(form, champs);
        if (euros != null && !champs.refused()) {
            lotService.price(lot.id(), euros, moi);
            redirect.addFlashAttribute(
                    "succes",
                    "Le lot " + lot.numero() + " doit une heure pour " + Effort.trimmed(euros)
                            + "\u00a0€ commandés\u00a0: ajoutez ses bons de commande au fur et à mesure.");
            return new ModelAndView("redirect:" + lot.retour());
        }
        ModelAndView page = page(lot, form, null, null, moi);
        page.setStatus(UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            @Nullable LotConcerne lot,
            EffortForm form,
            @Nullable Effort effort,
            @Nullable Conflit conflit,
            UtilisateurConnecte moi) {
        String clause = effort == null
                ? ""
                : Clause.of(
                        lot,
                        lot == null ? List.of() : lots.clauses(lot.id(), moi),
                        form.commandes()
                                ? Clause.price(form.euros().replace("€", "").strip())
                                : Clause.total(effort.heures()),
                        moi.structure());
        ModelAndView page = new ModelAndView("marche/effort");
        page.setStatus(HttpStatus.OK);
        page.addObject("page", new EffortPage(lot, form.commandes(), effort, clause, conflit));
        page.addObject("form", form);
        return page;
    }
}
