package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.BilanService;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.function.BiFunction;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The parts of a bilan: each is the same bilan, read by another page. */
@Controller
@RequiredArgsConstructor
class BilanController {

    /** A year is four digits; any other word is no bilan. */
    private static final String ANNEE = "/bilan/{annee:\\d\\d\\d\\d}";

    private final BilanService bilans;
    private final CadreService cadres;

    @GetMapping("/bilan")
    String last(Perimetre perimetre) {
        return "redirect:" + new Adresses(perimetre).partie(Partie.CHIFFRES_CLES);
    }

    @GetMapping(ANNEE)
    ModelAndView chiffresCles(Perimetre perimetre, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return page("bilan/chiffres-cles", Partie.CHIFFRES_CLES, perimetre, moi, ChiffresClesPage::of);
    }

    @GetMapping(ANNEE + "/donneurs-ordres")
    ModelAndView donneursOrdres(
            Perimetre perimetre, @RequestParam @Nullable String tri, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return page(
                "bilan/donneurs-ordres",
                Partie.DONNEURS_ORDRES,
                perimetre,
                moi,
                (bilan, cadre) -> DonneursOrdresPage.of(bilan, cadre, Tri.of(tri)));
    }

    @GetMapping(ANNEE + "/familles")
    ModelAndView familles(
            Perimetre perimetre, @RequestParam @Nullable String tri, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return page(
                "bilan/familles",
                Partie.FAMILLES,
                perimetre,
                moi,
                (bilan, cadre) -> FamillesPage.of(bilan, cadre, Tri.of(tri)));
    }

    @GetMapping(ANNEE + "/beneficiaires")
    ModelAndView beneficiaires(Perimetre perimetre, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return page("bilan/beneficiaires", Partie.BENEFICIAIRES, perimetre, moi, BeneficiairesPage::of);
    }

    @GetMapping(ANNEE + "/parcours")
    ModelAndView parcours(Perimetre perimetre, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return page("bilan/parcours", Partie.PARCOURS, perimetre, moi, ParcoursPage::of);
    }

    @GetMapping(ANNEE + "/perimetres")
    ModelAndView perimetres(Perimetre perimetre, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return page("bilan/perimetres", Partie.PERIMETRES, perimetre, moi, PerimetresPage::of);
    }

    /** The year is a parameter here, for the page shows them all. */
    @GetMapping("/bilan/evolution")
    ModelAndView evolution(Perimetre perimetre, @AuthenticationPrincipal UtilisateurConnecte moi) {
        return page("bilan/evolution", Partie.EVOLUTION, perimetre, moi, EvolutionPage::of);
    }

    private ModelAndView page(
            String vue,
            Partie partie,
            Perimetre perimetre,
            UtilisateurConnecte moi,
            BiFunction<Bilan, Cadre, Object> page) {
        Bilan bilan = partie.avecTrajectoire() ? bilans.bilan(perimetre) : bilans.withoutTrajectory(perimetre);
        return new ModelAndView(vue, "page", page.apply(bilan, cadres.cadre(bilan, partie, moi)));
    }
}
