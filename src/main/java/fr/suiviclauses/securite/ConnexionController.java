package fr.suiviclauses.securite;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The sign-in page. */
@Controller
@RequiredArgsConstructor
class ConnexionController {

    private final ComptesDemonstration demonstration;
    private final EnvoisGardes envois;

    /**
     * @param identifiant what was typed before a refusal, so that only the password is typed again
     * @param saisieGardee a form that was sent too late waits for its author
     * @param comptes demonstration accounts to show, empty elsewhere
     */
    record ConnexionPage(
            boolean erreur,
            boolean expiree,
            boolean deconnexion,
            boolean saisieGardee,
            String identifiant,
            List<ComptesDemonstration.Compte> comptes) {}

    @GetMapping("/connexion")
    String show(
            @AuthenticationPrincipal @Nullable UtilisateurConnecte moi,
            @RequestParam @Nullable String erreur,
            @RequestParam @Nullable String expiree,
            @RequestParam @Nullable String deconnexion,
            @SessionAttribute(name = EchecConnexionHandler.IDENTIFIANT, required = false) @Nullable String identifiant,
            @Nullable HttpSession session,
            Model model) {
        if (moi != null) {
            return "redirect:/";
        }
        if (session != null) {
            session.removeAttribute(EchecConnexionHandler.IDENTIFIANT);
        }
        model.addAttribute(
                "page",
                new ConnexionPage(
                        erreur != null,
                        expiree != null,
                        deconnexion != null,
                        envois.waiting(session),
                        identifiant == null ? "" : identifiant,
                        demonstration.comptes()));
        return "connexion";
    }
}
