package fr.suiviclauses.agregat;

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
import fr.suiviclauses.liste.ColonneListe;
import fr.suiviclauses.liste.DefinitionListe;
import fr.suiviclauses.liste.FiltreListe;
import fr.suiviclauses.liste.ListeLecture;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
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

/** Declared figures: the list, and each one's form. */
@Controller
@RequestMapping("/agregats")
@RequiredArgsConstructor
class AgregatController {

    private static final String UN = "/{id:\\d+}";
    private static final String VUE = "agregat/formulaire";

    private static final DefinitionListe LISTE = new DefinitionListe(
            "agregats-declares",
            "Agrégats déclarés",
            "/agregats",
            "déclaration",
            "déclarations",
            "from agregat_declare a where a.structure_id = :structure",
            "a.id",
            List.of(
                    ColonneListe.texte("libelle", "Périmètre", "a.libelle"),
                    ColonneListe.annee("annee", "Année", "a.annee"),
                    ColonneListe.heures("heures", "Heures", "a.heures"),
                    ColonneListe.entier("beneficiaires", "Personnes", "a.beneficiaires::bigint"),
                    ColonneListe.entier("operations", "Opérations", "a.operations::bigint"),
                    ColonneListe.heures("etp", "ETP", "a.etp"),
                    ColonneListe.heures("objectif", "Objectif", "a.objectif"),
                    ColonneListe.texte("source", "Source", "a.source").sansTri()),
            List.of(FiltreListe.parmi(
                    "annee",
                    "Année",
                    "select distinct annee::text as code, annee::text as libelle from agregat_declare where structure_id = :structure order by 1 desc",
                    "a.annee::text = :annee")),
            List.of(
                    "select id from agregat_declare where structure_id = :structure and texte_normalise(libelle) like :mot"),
            "Nom du périmètre",
            "-annee");

    private static final List<Champ> CHAMPS = List.of(
            Champ.of("libelle", "Périmètre"),
            Champ.of("annee", "Année"),
            Champ.of("heures", "Heures"),
            Champ.of("beneficiaires", "Personnes"),
            Champ.of("operations", "Opérations"),
            Champ.of("etp", "ETP"),
            Champ.of("objectif", "Objectif"),
            Champ.of("source", "Source"));

    private final AgregatService agregats;
    private final ListeLecture listes;
    private final Modifications modifications;

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView("agregat/liste", Map.of("page", new AgregatsPage(listes.read(LISTE, adresse, moi))));
    }

    @GetMapping(params = "format")
    void export(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        Telechargement.send(
                listes.document(LISTE, adresse, moi), Telechargement.format(adresse.get("format")), response);
    }

    @GetMapping("/nouveau")
    ModelAndView create() {
        return new ModelAndView(VUE, Map.of("page", new AgregatPage(null, null), "form", AgregatForm.vide()));
    }

    @PostMapping("/nouveau")
    ModelAndView create(
            @ModelAttribute("form") AgregatForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Saisie saisie = Saisie.read(form, errors);
        if (!errors.hasErrors()) {
            try {
                agregats.create(saisie, moi);
                redirect.addFlashAttribute("succes", "La déclaration est enregistrée.");
                return new ModelAndView("redirect:/agregats");
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return new ModelAndView(VUE, Map.of("page", new AgregatPage(null, null)), UNPROCESSABLE_CONTENT);
    }

    @GetMapping(UN)
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        long agregat = Identifiant.parse(id);
        return new ModelAndView(
                VUE, Map.of("page", new AgregatPage(agregat, null), "form", agregats.form(agregat, moi)));
    }

    @PostMapping(UN)
    ModelAndView edit(
            @PathVariable String id,
            @ModelAttribute("form") AgregatForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long agregat = Identifiant.parse(id);
        agregats.form(agregat, moi);
        Saisie saisie = Saisie.read(form, errors);
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                agregats.change(agregat, saisie, form.version(), moi);
                redirect.addFlashAttribute("succes", "Les modifications sont enregistrées.");
                return new ModelAndView("redirect:/agregats");
            } catch (VersionPerimeeException perimee) {
                conflit = modifications.since(
                        "agregat_declare", moi.structureId(), agregat, CHAMPS, form.version(), perimee.version());
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return new ModelAndView(
                VUE,
                Map.of("page", new AgregatPage(agregat, conflit)),
                conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
    }

    @PostMapping(UN + "/suppression")
    String delete(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        agregats.delete(Identifiant.parse(id), moi);
        redirect.addFlashAttribute("succes", "La déclaration est supprimée.");
        return "redirect:/agregats";
    }
}
