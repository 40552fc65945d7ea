package fr.suiviclauses.marche;

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
import fr.suiviclauses.liste.ListeLecture;
import fr.suiviclauses.marche.MarcheLecture.Identite;
import fr.suiviclauses.referentiel.FormeMarche;
import fr.suiviclauses.referentiel.TypeMarche;
import fr.suiviclauses.securite.Role;
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

/** Marchés: the list and the forms; the page per marché is in {@code suivi}. */
@Controller
@RequestMapping("/marches")
@RequiredArgsConstructor
class MarcheController {

    private static final String UN = "/{id:\\d+}";

    /** What a conflict tells of. */
    private static final List<Champ> CHAMPS = List.of(
            Champ.fiche("donneur_ordre_id", "Donneur d’ordres", "donneur_ordre", "x.nom"),
            Champ.of("reference", "Référence"),
            Champ.of("objet", "Objet"),
            Champ.code("type", "Type", TypeMarche.values(), TypeMarche::libelle),
            Champ.code("forme", "Forme", FormeMarche.values(), FormeMarche::libelle),
            Champ.of("date_notification", "Notification"),
            Champ.of("date_debut", "Début de l’exécution"),
            Champ.of("date_fin", "Fin"),
            Champ.fiche("operation_id", "Opération", "operation", "x.nom"),
            Champ.fiche("facilitateur_id", "Facilitateur en charge", "utilisateur", "x.nom"),
            Champ.of("actif", "Actif"));

    private final MarcheService marches;
    private final MarcheLecture lecture;
    private final ChoixMarche choix;
    private final ListeLecture listes;
    private final Modifications modifications;

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView(
                "marche/liste",
                Map.of("page", new MarcheFormulairePage.ListePage(listes.read(ListeMarches.LISTE, adresse, moi))));
    }

    @GetMapping(params = "format")
    void export(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        Telechargement.send(
                listes.document(ListeMarches.LISTE, adresse, moi),
                Telechargement.format(adresse.get("format")),
                response);
    }

    /** The form, which an address may fill: from a buyer's page, or from the effort calculator. */
    @GetMapping("/nouveau")
    ModelAndView create(
            @ModelAttribute("prefixe") MarcheForm rempli, @AuthenticationPrincipal UtilisateurConnecte moi) {
        MarcheForm form = rempli.proposed(moi.has(Role.FACILITATEUR) ? moi.id() : null);
        ModelAndView page = page(nouveau(form, moi), HttpStatus.OK);
        page.addObject("form", form);
        return page;
    }

    @PostMapping("/nouveau")
    ModelAndView create(
            @ModelAttribute("form") MarcheForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        MarcheSaisie saisie = MarcheSaisie.read(form, errors);
        LotLu lot = LotLu.read(form.lot(), errors);
        if (!errors.hasErrors()) {
            try {
                long id = marches.create(saisie, lot, moi);
                redirect.addFlashAttribute("succes", "Le marché est enregistré.");
                return new ModelAndView("redirect:/marches/" + id);
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(nouveau(form, moi), UNPROCESSABLE_CONTENT);
    }

    @GetMapping(UN + "/modifier")
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite marche = lecture.find(Identifiant.parse(id), moi);
        MarcheForm form = lecture.form(marche, moi);
        ModelAndView page = page(existant(marche, form, null, moi), HttpStatus.OK);
        page.addObject("form", form);
        return page;
    }

    @PostMapping(UN + "/modifier")
    ModelAndView edit(
            @PathVariable String id,
            @ModelAttribute("form") MarcheForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite marche = lecture.find(Identifiant.parse(id), moi);
        MarcheSaisie saisie = MarcheSaisie.read(form, errors);
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                marches.change(marche.id(), saisie, form.version(), moi);
                redirect.addFlashAttribute("succes", "Les modifications sont enregistrées.");
                return new ModelAndView("redirect:/marches/" + marche.id());
            } catch (VersionPerimeeException perimee) {
                conflit = modifications
                        .since("marche", moi.structureId(), marche.id(), CHAMPS, form.version(), perimee.version())
                        .with(
                                "Reconductions",
                                form.avant(),
                                lecture.form(marche, moi).avant());
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return page(existant(marche, form, conflit, moi), conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
    }

    @PostMapping(UN + "/activation")
    String activate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String actif,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        boolean voulu = actif.equals("oui");
        marches.activate(Identifiant.parse(id), voulu, moi);
        redirect.addFlashAttribute(
                "succes",
                voulu
                        ? "Le marché est de nouveau actif."
                        : "Le marché est désactivé\u00a0: ses heures comptent toujours.");
        return "redirect:/marches/" + Identifiant.parse(id);
    }

    @PostMapping(UN + "/suppression")
    String delete(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        try {
            marches.delete(Identifiant.parse(id), moi);
            redirect.addFlashAttribute("succes", "Le marché est supprimé.");
            return "redirect:/marches";
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
            return "redirect:/marches/" + Identifiant.parse(id);
        }
    }

    private MarcheFormulairePage nouveau(MarcheForm form, UtilisateurConnecte moi) {
        return formulaire("Nouveau marché", "/marches/nouveau", "/marches", form, null, true, moi);
    }

    private MarcheFormulairePage existant(
            Identite marche, MarcheForm form, @Nullable Conflit conflit, UtilisateurConnecte moi) {
        String adresse = "/marches/" + marche.id();
        return formulaire("Marché " + marche.reference(), adresse + "/modifier", adresse, form, conflit, false, moi);
    }

    private MarcheFormulairePage formulaire(
            String titre,
            String adresse,
            String retour,
            MarcheForm form,
            @Nullable Conflit conflit,
            boolean nouveau,
            UtilisateurConnecte moi) {
        return new MarcheFormulairePage(
                titre,
                adresse,
                retour,
                nouveau,
                choix.donneurs(form.donneur(), moi),
                choix.operations(form.operation(), moi),
                choix.facilitateurs(form.facilitateur(), moi),
                nouveau ? choix.familles(form.famille(), moi) : List.of(),
                conflit);
    }

    private static ModelAndView page(MarcheFormulairePage page, HttpStatus statut) {
        return new ModelAndView("marche/formulaire", Map.of("page", page), statut);
    }
}
