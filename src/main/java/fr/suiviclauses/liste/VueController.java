package fr.suiviclauses.liste;

import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.Nir;
import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Textes;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves and removes views of lists. */
@Controller
@RequestMapping("/vues")
@RequiredArgsConstructor
class VueController {

    /** An address of the application's own, and nothing that leads elsewhere. */
    private static final Pattern ADRESSE = Pattern.compile("/[a-z]{2,30}(-[a-z]{1,30}){0,3}(/[a-z-]{2,30})?");

    private static final Pattern REQUETE = Pattern.compile("[A-Za-z0-9%&=+._~*-]{0,2000}");

    private static final int LONGUEUR = 60;

    private final VueService vues;

    @PostMapping
    String save(
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String requete,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        if (!ADRESSE.matcher(liste).matches() || !REQUETE.matcher(requete).matches())
            throw new RequeteInvalideException("Cette vue n’est pas celle d’une liste.");
        String propre = Espaces.collapse(nom);
        String refus = propre.isEmpty() ? "Donnez un nom à la vue." : Textes.refus(propre, LONGUEUR);
        if (refus == null && (Nir.in(propre) || Nir.in(read(requete)))) refus = Nir.REFUS;
        if (refus == null) refus = refusal(moi, liste, propre, requete);
        if (refus == null) {
            redirect.addFlashAttribute("succes", "La vue «\u00a0" + propre + "\u00a0» est enregistrée.");
        } else {
            redirect.addFlashAttribute("erreur", refus);
        }
        return "redirect:" + liste + (requete.isEmpty() ? "" : "?" + requete);
    }

    /** What was searched, as it was typed. */
    private static String read(String requete) {
        try {
            return URLDecoder.decode(requete, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformee) {
            throw new RequeteInvalideException("Cette vue n’est pas celle d’une liste.");
        }
    }

    private @Nullable String refusal(UtilisateurConnecte moi, String liste, String nom, String requete) {
        try {
            vues.save(moi, liste, nom, requete);
            return null;
        } catch (RegleMetierException refus) {
            return refus.phrase();
        }
    }

    @PostMapping("/{id:\\d+}/suppression")
    String delete(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        String liste = vues.delete(moi, Identifiant.parse(id));
        redirect.addFlashAttribute("succes", "La vue est supprimée.");
        return "redirect:" + liste;
    }
}
