package fr.suiviclauses.nomenclature;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.SaisieRefuseeException;
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
import fr.suiviclauses.liste.Liste;
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

/** Purchase families: the list, and each one's form. */
@Controller
@RequestMapping("/nomenclatures/familles")
@RequiredArgsConstructor
class FamilleController {

    private static final String UNE = "/{id:\\d+}";
    private static final int LONGUEUR = 150;
    private static final String VUE = "nomenclature/famille";

    private static final DefinitionListe LISTE = new DefinitionListe(
            "familles",
            "Familles d’achats",
            "/nomenclatures/familles",
            "famille",
            "familles",
            "from famille_achat f where f.structure_id = :structure",
            "f.id",
            List.of(
                    ColonneListe.texte("nom", "Famille", "f.nom"),
                    ColonneListe.texte("groupe", "Groupe", "f.groupe"),
                    ColonneListe.entier("lots", "Lots", """
                            (select count(*) from lot l where l.structure_id = f.structure_id and l.famille_id = f.id)""")),
            List.of(
                    FiltreListe.parmi(
                            "groupe",
                            "Groupe",
                            "select libelle as code, libelle from groupe_famille where :structure is not null order by ordre",
                            "f.groupe = :groupe"),
                    FiltreListe.actif("f.actif")),
            List.of("select id from famille_achat where structure_id = :structure and nom_normalise like :mot"),
            "Nom de la famille",
            "nom");

    private final FamilleService familles;
    private final ListeLecture listes;
    private final Modifications modifications;

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView(
                "nomenclature/familles", Map.of("page", new FamillesPage(listes.read(LISTE, adresse, moi))));
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

    @GetMapping("/nouvelle")
    ModelAndView create() {
        return new ModelAndView(
                VUE,
                Map.of("page", new FamillePage(familles.groupes(), null, null), "form", new FamilleForm("", "", "")));
    }

    @PostMapping("/nouvelle")
    ModelAndView create(
            @ModelAttribute("form") FamilleForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        List<Liste.Option> groupes = familles.groupes();
        Saisie saisie = read(form, errors, groupes);
        if (!errors.hasErrors()) {
            try {
                familles.create(saisie.nom, saisie.groupe, moi);
                redirect.addFlashAttribute("succes", "La famille est enregistrée.");
                return new ModelAndView("redirect:/nomenclatures/familles");
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return new ModelAndView(VUE, Map.of("page", new FamillePage(groupes, null, null)), UNPROCESSABLE_CONTENT);
    }

    @GetMapping(UNE)
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        FamillePage.Fiche fiche = familles.fiche(Identifiant.parse(id), moi);
        return new ModelAndView(
                VUE,
                Map.of(
                        "page",
                        new FamillePage(familles.groupes(), fiche, null),
                        "form",
                        new FamilleForm(fiche.nom(), fiche.groupe(), Integer.toString(fiche.version()))));
    }

    @PostMapping(UNE)
    ModelAndView edit(
            @PathVariable String id,
            @ModelAttribute("form") FamilleForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        FamillePage.Fiche fiche = familles.fiche(Identifiant.parse(id), moi);
        List<Liste.Option> groupes = familles.groupes();
        Saisie saisie = read(form, errors, groupes);
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                familles.change(fiche.id(), saisie.nom, saisie.groupe, form.version(), moi);
                redirect.addFlashAttribute("succes", "Les modifications sont enregistrées.");
                return new ModelAndView("redirect:/nomenclatures/familles");
            } catch (VersionPerimeeException perimee) {
                conflit = modifications.since(
                        "famille_achat",
                        moi.structureId(),
                        fiche.id(),
                        List.of(Champ.of("nom", "Nom"), Champ.of("groupe", "Groupe"), Champ.of("actif", "Active")),
                        form.version(),
                        perimee.version());
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return new ModelAndView(
                VUE,
                Map.of("page", new FamillePage(groupes, fiche, conflit)),
                conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
    }

    @PostMapping(UNE + "/activation")
    String activate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String actif,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        familles.activate(Identifiant.parse(id), actif.equals("oui"), moi);
        redirect.addFlashAttribute(
                "succes",
                actif.equals("oui") ? "La famille est de nouveau proposée." : "La famille n’est plus proposée.");
        return "redirect:/nomenclatures/familles";
    }

    @PostMapping(UNE + "/suppression")
    String delete(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        try {
            familles.delete(Identifiant.parse(id), moi);
            redirect.addFlashAttribute("succes", "La famille est supprimée.");
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
        }
        return "redirect:/nomenclatures/familles";
    }

    private record Saisie(String nom, String groupe) {}

    private static Saisie read(FamilleForm form, BindingResult errors, List<Liste.Option> groupes) {
        Champs champs = new Champs(errors);
        String nom = champs.obligatoire("nom", form.nom(), LONGUEUR);
        String groupe = champs.read(
                "groupe",
                form.groupe(),
                texte -> groupes.stream()
                        .map(Liste.Option::code)
                        .filter(texte::equals)
                        .findFirst()
                        .orElseThrow(() -> new SaisieRefuseeException("Choisissez dans la liste.")));
        if (groupe == null && !errors.hasFieldErrors("groupe")) champs.refus("groupe", "Choisissez dans la liste.");
        return new Saisie(nom, groupe == null ? "" : groupe);
    }
}
