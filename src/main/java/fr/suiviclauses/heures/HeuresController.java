package fr.suiviclauses.heures;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.commun.saisie.Textes;
import fr.suiviclauses.heures.Verdict.Niveau;
import fr.suiviclauses.securite.EnvoiGarde;
import fr.suiviclauses.securite.EnvoisGardes;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The grid of hours: a year or a month of it, what is typed, what is typed checked, files. */
@Controller
@RequestMapping("/heures")
@RequiredArgsConstructor
class HeuresController {

    /** What the hours typed became last, in the session: whoever says it once goes on so until she says otherwise. */
    private static final String COMME = "heures.comme";

    private final HeuresService heures;
    private final CiblesLecture cibles;
    private final HeuresPageService pages;
    private final HeuresExportService exports;
    private final EnvoisGardes envois;
    private final Clock clock;

    @GetMapping
    ModelAndView year(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpSession session) {
        return show(FiltreHeures.annee(adresse, moi.dateMetier(clock)), moi, session);
    }

    @GetMapping("/mois")
    ModelAndView month(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpSession session) {
        return show(FiltreHeures.mois(adresse, moi.dateMetier(clock)), moi, session);
    }

    @GetMapping(params = "format")
    void export(
            @RequestParam Map<String, String> adresse,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        String format = Telechargement.format(adresse.get("format"));
        FiltreHeures filtre = FiltreHeures.annee(adresse, moi.dateMetier(clock));
        Telechargement.send(exports.document(filtre, moi), format, response);
    }

    /** Where the address names nothing: what may be followed. */
    @GetMapping("/choix")
    ModelAndView choose(@RequestParam Map<String, String> adresse, @AuthenticationPrincipal UtilisateurConnecte moi) {
        FiltreHeures filtre = FiltreHeures.annee(adresse, moi.dateMetier(clock));
        String mot = Textes.cherchable(adresse.getOrDefault("q", "")).strip();
        return new ModelAndView(
                "heures/choix", Map.of("page", ChoixPage.of(filtre, mot, cibles.choix(mot, filtre, moi))));
    }

    @PostMapping
    ModelAndView saveYear(
            @RequestParam Map<String, String> champs,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpSession session,
            RedirectAttributes redirect) {
        return save(FiltreHeures.annee(champs, moi.dateMetier(clock)), champs, moi, session, redirect);
    }

    @PostMapping("/mois")
    ModelAndView saveMonth(
            @RequestParam Map<String, String> champs,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpSession session,
            RedirectAttributes redirect) {
        return save(FiltreHeures.mois(champs, moi.dateMetier(clock)), champs, moi, session, redirect);
    }

    /** What was sent after the session had ended, in its fields again; it is saved by its author, not by this. */
    @GetMapping("/reprise")
    ModelAndView resume(
            @AuthenticationPrincipal UtilisateurConnecte moi, HttpSession session, RedirectAttributes redirect) {
        EnvoiGarde garde = envois.of(moi, session).orElse(null);
        if (garde == null) {
            redirect.addFlashAttribute("erreur", "Aucune saisie n’attend sous ce compte.");
            return new ModelAndView("redirect:/heures");
        }
        FiltreHeures filtre = garde.adresse().endsWith("/mois")
                ? FiltreHeures.mois(garde.champs(), moi.dateMetier(clock))
                : FiltreHeures.annee(garde.champs(), moi.dateMetier(clock));
        HeuresForm form = HeuresForm.read(garde.champs());
        return page(pages.resumed(filtre, form, heures.check(form.changed(), moi), moi), OK, moi);
    }

    /** What would become of what is typed, for the script of the page. Writes nothing. */
    @PostMapping("/verification")
    @ResponseBody
    Verification check(@RequestParam Map<String, String> champs, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return Verification.of(heures.check(HeuresForm.read(champs), moi));
    }

    private ModelAndView show(FiltreHeures filtre, UtilisateurConnecte moi, HttpSession session) {
        if (!filtre.sansCible())
            return page(pages.page(filtre, HeuresForm.vide((String) session.getAttribute(COMME)), moi), OK, moi);
        return cibles.marcheParDefaut(filtre, moi)
                .map(marche -> new ModelAndView(
                        "redirect:" + filtre.avec("marche", marche).adresse()))
                .orElseGet(() -> new ModelAndView("redirect:/heures/choix?annee=" + filtre.annee()));
    }

    /**
     * Saves what was typed, then goes on: to the same page, or to the one that the field "vers" asks for. Without a script
     * what was typed is nowhere else, so it is saved before its page is left, and where it is refused it is not left.
     */
    private ModelAndView save(
            FiltreHeures filtre,
            Map<String, String> champs,
            UtilisateurConnecte moi,
            HttpSession session,
            RedirectAttributes redirect) {
        String vers = champs.getOrDefault("vers", "");
        FiltreHeures suite = vers.isEmpty() ? filtre : filtre.page(FiltreHeures.page(vers));
        HeuresForm form = HeuresForm.read(champs);
        List<Verdict> verdicts = save(form, moi);
        if (verdicts.stream().noneMatch(verdict -> verdict.niveau().empeche())) {
            envois.forget(session);
            if (champs.containsKey("comme"))
                session.setAttribute(COMME, form.statut().name());
            long ecrites = HeuresService.written(verdicts);
            if (vers.isEmpty() || ecrites > 0) redirect.addFlashAttribute("succes", saved(ecrites));
            return new ModelAndView("redirect:" + suite.adresse());
        }
        boolean conflit = verdicts.stream().anyMatch(verdict -> verdict.niveau() == Niveau.CONFLIT);
        HeuresPage refusee = pages.page(filtre, form, verdicts, !vers.isEmpty(), moi);
        return page(refusee, conflit ? CONFLICT : UNPROCESSABLE_CONTENT, moi);
    }

    /** An import, or the closing of the year, that was faster is seen by the second reading, which says so. */
    private List<Verdict> save(HeuresForm form, UtilisateurConnecte moi) {
        try {
            return heures.save(form, moi);
        } catch (OptimisticLockingFailureException devance) {
            return heures.save(form, moi);
        }
    }

    private static String saved(long cases) {
        if (cases == 0) return "Rien n’avait changé\u00a0: tout est déjà enregistré.";
        return cases == 1 ? "Une case est enregistrée." : cases + " cases sont enregistrées.";
    }

    private ModelAndView page(HeuresPage page, HttpStatus statut, UtilisateurConnecte moi) {
        return new ModelAndView("heures/grille", Map.of("page", page, EnvoisGardes.POUR, envois.pour(moi)), statut);
    }
}
