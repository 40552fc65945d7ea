package fr.suiviclauses.marche;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.Modifications.Champ;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.marche.MarcheLecture.Identite;
import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.marche.lot.LotLecture;
import fr.suiviclauses.marche.lot.LotService;
import fr.suiviclauses.referentiel.TypeClause;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lots: added to a marché, changed, removed. */
@Controller
@RequiredArgsConstructor
class LotController {

    private static final String NOUVEAU = "/marches/{marche:\\d+}/lots/nouveau";
    private static final String UN = "/lots/{id:\\d+}";
    private static final List<Champ> CHAMPS = List.of(
            Champ.of("numero", "Numéro"),
            Champ.of("objet", "Objet"),
            Champ.fiche("famille_id", "Famille d’achats", "famille_achat", "x.groupe || ' – ' || x.nom"),
            Champ.of("euros_par_heure", "Euros par heure"));

    private final MarcheService marches;
    private final MarcheLecture lecture;
    private final LotService lots;
    private final LotLecture lotLecture;
    private final ChoixMarche choix;
    private final Modifications modifications;

    @GetMapping(NOUVEAU)
    ModelAndView add(@PathVariable String marche, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite identite = lecture.find(Identifiant.parse(marche), moi);
        LotForm form = new LotForm(
                lecture.nextNumero(identite.id(), moi),
                "",
                "",
                List.of(),
                "",
                "",
                DateFrancaise.affiche(identite.commence()),
                "",
                "",
                "",
                "");
        ModelAndView page = page(nouveau(identite, moi), HttpStatus.OK);
        page.addObject("form", form);
        return page;
    }

    @PostMapping(NOUVEAU)
    ModelAndView add(
            @PathVariable String marche,
            @ModelAttribute("form") LotForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite identite = lecture.find(Identifiant.parse(marche), moi);
        LotLu lot = LotLu.read(form, errors);
        if (!errors.hasErrors()) {
            try {
                marches.addLot(identite.id(), lot, identite.commence(), moi);
                redirect.addFlashAttribute("succes", "Le lot est enregistré.");
                return new ModelAndView("redirect:/marches/" + identite.id());
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(nouveau(identite, moi), UNPROCESSABLE_CONTENT);
    }

    @GetMapping(UN + "/modifier")
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        LotConcerne lot = lotLecture.find(Identifiant.parse(id), moi);
        LotForm form = new LotForm(
                lot.numero(),
                lot.objet() == null ? "" : lot.objet(),
                Long.toString(lot.familleId()),
                lotLecture.clauses(lot.id(), moi),
                lot.eurosParHeure() == null ? "" : NombreAffiche.of(lot.eurosParHeure(), 2),
                "",
                "",
                "",
                "",
                Integer.toString(lot.version()),
                clauses(lot, moi));
        ModelAndView page = page(existant(lot, null, moi), HttpStatus.OK);
        page.addObject("form", form);
        return page;
    }

    @PostMapping(UN + "/modifier")
    ModelAndView edit(
            @PathVariable String id,
            @ModelAttribute("form") LotForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        LotConcerne lot = lotLecture.find(Identifiant.parse(id), moi);
        LotLu lu = LotLu.read(form, errors);
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                lots.change(lot.id(), lu.lot(), form.version(), moi);
                redirect.addFlashAttribute("succes", "Les modifications sont enregistrées.");
                return new ModelAndView("redirect:" + lot.retour());
            } catch (VersionPerimeeException perimee) {
                conflit = modifications
                        .since("lot", moi.structureId(), lot.id(), CHAMPS, form.version(), perimee.version())
                        .with("Clauses", form.avant(), clauses(lot, moi));
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(existant(lot, conflit, moi), conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
    }

    private String clauses(LotConcerne lot, UtilisateurConnecte moi) {
        return Conflit.several(lotLecture.clauses(lot.id(), moi).stream()
                .map(code -> TypeClause.valueOf(code).libelle()));
    }

    @PostMapping(UN + "/suppression")
    String delete(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        LotConcerne lot = lotLecture.find(Identifiant.parse(id), moi);
        try {
            lots.delete(lot.id(), moi);
            redirect.addFlashAttribute("succes", "Le lot est supprimé.");
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
        }
        return "redirect:" + lot.retour();
    }

    private LotFormulairePage nouveau(Identite marche, UtilisateurConnecte moi) {
        String retour = "/marches/" + marche.id();
        return new LotFormulairePage(
                "Nouveau lot",
                retour + "/lots/nouveau",
                retour,
                marche.reference(),
                true,
                choix.familles("", moi),
                null);
    }

    private LotFormulairePage existant(LotConcerne lot, @Nullable Conflit conflit, UtilisateurConnecte moi) {
        return new LotFormulairePage(
                lot.titre(),
                lot.adresse() + "/modifier",
                lot.retour(),
                lot.reference(),
                false,
                choix.familles(Long.toString(lot.familleId()), moi),
                conflit);
    }

    private static ModelAndView page(LotFormulairePage page, HttpStatus statut) {
        return new ModelAndView("marche/lot", Map.of("page", page), statut);
    }
}
