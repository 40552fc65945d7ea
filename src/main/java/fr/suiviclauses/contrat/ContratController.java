package fr.suiviclauses.contrat;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.Typographie;
import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.Modifications.Champ;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.contrat.ContratLecture.Identite;
import fr.suiviclauses.contrat.Depart.Manque;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.liste.ListeLecture;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.TypeContrat;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Contracts: the list, the record, its form, and the suggestions that it is filled with. */
@Controller
@RequestMapping("/contrats")
@RequiredArgsConstructor
class ContratController {

    private static final String UN = "/{id:\\d+}";
    private static final String FORMULAIRE = "contrat/formulaire";
    private static final List<Champ> CHAMPS = List.of(
            Champ.fiche(
                    "beneficiaire_id",
                    "Personne",
                    "beneficiaire",
                    "coalesce(x.nom || ' ' || x.prenom, 'Personne anonymisée')"),
            Champ.fiche("employeur_id", "Employeur", "entreprise", "x.nom"),
            Champ.fiche("titulaire_id", "Entreprise titulaire", "entreprise", "x.nom"),
            Champ.of("lieu", "Lieu de travail"),
            Champ.code("modalite", "Modalité", Modalite.values(), Modalite::libelle),
            Champ.code("type", "Type de contrat", TypeContrat.values(), TypeContrat::libelle),
            Champ.of("debut", "Début"),
            Champ.of("fin", "Fin"),
            Champ.of("reference", "Référence"));

    private final ContratService contrats;
    private final ContratLecture lecture;
    private final ChoixLecture choix;
    private final Depart depart;
    private final ListeLecture listes;
    private final Modifications modifications;

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView(
                "contrat/liste", Map.of("page", new ContratsPage(listes.read(ListeContrats.LISTE, adresse, moi))));
    }

    @GetMapping(params = "format")
    void export(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        Telechargement.send(
                listes.document(ListeContrats.LISTE, adresse, moi),
                Telechargement.format(adresse.get("format")),
                response);
    }

    /** What a field may be filled with, as the options of its list; the field sends itself, whatever its name. */
    @GetMapping("/choix/{quoi}")
    ModelAndView suggest(
            @PathVariable String quoi,
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        Choix genre = Choix.find(quoi).orElseThrow(() -> new IntrouvableException("Cette liste n’existe pas."));
        String q = adresse.values().stream().findFirst().orElse("");
        return new ModelAndView("fragments/choix :: options", Map.of("options", choix.search(genre, q, moi)));
    }

    @GetMapping(UN)
    ModelAndView show(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView("contrat/fiche", Map.of("page", lecture.page(Identifiant.parse(id), moi)));
    }

    /** From a person, a lot or a company, after another contract, or back from what it lacked: what is known is filled in. */
    @GetMapping("/nouveau")
    ModelAndView create(
            @RequestParam MultiValueMap<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        ContratForm form = depart.form(adresse, moi);
        return new ModelAndView(FORMULAIRE, Map.of("page", nouveau(form, moi), "form", form));
    }

    @PostMapping("/nouveau")
    ModelAndView create(
            @ModelAttribute("form") ContratForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Manque manque = Manque.find(form.suite()).orElse(null);
        if (manque != null) return leave(form, errors, manque, moi);
        Saisie saisie = Saisie.read(form, errors, Tenus.rien(), choix, moi);
        if (!errors.hasErrors()) {
            try {
                long id = contrats.create(saisie, moi);
                redirect.addFlashAttribute("succes", "Le contrat est enregistré.");
                return new ModelAndView(
                        "redirect:" + (form.suite().equals("encore") ? another(saisie) : "/contrats/" + id));
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return new ModelAndView(FORMULAIRE, Map.of("page", nouveau(form, moi)), UNPROCESSABLE_CONTENT);
    }

    private ModelAndView leave(ContratForm form, BindingResult errors, Manque manque, UtilisateurConnecte moi) {
        return depart.detour(form, manque, moi)
                .map(adresse -> new ModelAndView("redirect:" + adresse))
                .orElseGet(() -> {
                    new Champs(errors)
                            .refus(
                                    "",
                                    "Ce qui est saisi est trop long pour être gardé pendant que vous saisissez une autre fiche\u00a0: raccourcissez-le.");
                    return new ModelAndView(FORMULAIRE, Map.of("page", nouveau(form, moi)), UNPROCESSABLE_CONTENT);
                });
    }

    /** Where one more person is given a contract like this one. */
    private static String another(Saisie saisie) {
        UriComponentsBuilder adresse = UriComponentsBuilder.fromPath("/contrats/nouveau")
                .queryParam("lot", saisie.lots())
                .queryParam("employeur", saisie.employeurId())
                .queryParam("modalite", saisie.modalite().name());
        if (saisie.titulaireId() != null) adresse.queryParam("titulaire", saisie.titulaireId());
        if (saisie.type() != null) adresse.queryParam("type", saisie.type().name());
        return adresse.toUriString();
    }

    @GetMapping(UN + "/modifier")
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        Identite identite = lecture.identite(Identifiant.parse(id), moi);
        ContratForm form = lecture.form(identite, moi);
        return new ModelAndView(
                FORMULAIRE,
                Map.of("page", existant(identite, lecture.tenus(identite, moi), form, null, moi), "form", form));
    }

    @PostMapping(UN + "/modifier")
    ModelAndView edit(
            @PathVariable String id,
            @ModelAttribute("form") ContratForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Identite identite = lecture.identite(Identifiant.parse(id), moi);
        Tenus tenus = lecture.tenus(identite, moi);
        Saisie saisie = Saisie.read(form, errors, tenus, choix, moi);
        Conflit conflit = null;
        if (!errors.hasErrors()) {
            try {
                contrats.change(identite.id(), saisie, form.version(), moi);
                redirect.addFlashAttribute("succes", "Les modifications sont enregistrées.");
                return new ModelAndView("redirect:/contrats/" + identite.id());
            } catch (VersionPerimeeException perimee) {
                conflit = modifications
                        .since(
                                "contrat_insertion",
                                moi.structureId(),
                                identite.id(),
                                CHAMPS,
                                form.version(),
                                perimee.version())
                        .with("Lots", form.avant(), lecture.form(identite, moi).avant());
            } catch (RegleMetierException refus) {
                new Champs(errors).refus(refus);
            }
        }
        return new ModelAndView(
                FORMULAIRE,
                Map.of("page", existant(identite, tenus, form, conflit, moi)),
                conflit == null ? UNPROCESSABLE_CONTENT : CONFLICT);
    }

    @PostMapping(UN + "/suppression")
    String delete(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        long contrat = Identifiant.parse(id);
        try {
            contrats.delete(contrat, moi);
            redirect.addFlashAttribute("succes", "Le contrat est supprimé.");
            return "redirect:/contrats";
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
            return "redirect:/contrats/" + contrat;
        }
    }

    private FormulairePage nouveau(ContratForm form, UtilisateurConnecte moi) {
        return new FormulairePage(
                "Nouveau contrat", "/contrats/nouveau", "/contrats", true, lots(form, Tenus.rien(), moi), null);
    }

    private FormulairePage existant(
            Identite identite, Tenus tenus, ContratForm form, @Nullable Conflit conflit, UtilisateurConnecte moi) {
        String adresse = "/contrats/" + identite.id();
        return new FormulairePage(
                "Contrat " + Typographie.de(identite.nom()),
                adresse + "/modifier",
                adresse,
                false,
                lots(form, tenus, moi),
                conflit);
    }

    private List<Liste.Option> lots(ContratForm form, Tenus tenus, UtilisateurConnecte moi) {
        return form.lots().stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .limit(50)
                .flatMap(id -> choix.byId(Choix.LOTS, Long.parseLong(id), tenus.lots(), moi).stream())
                .map(lot -> new Liste.Option(Long.toString(lot.id()), lot.libelle()))
                .toList();
    }
}
