package fr.suiviclauses.marche.participation;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.Modifications.Champ;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.marche.lot.LotLecture;
import fr.suiviclauses.marche.participation.ParticipationService.Tenu;
import fr.suiviclauses.referentiel.RoleParticipation;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A company's share in a lot, changed; another role is another participation. */
@Controller
@RequestMapping("/lots/{id:\\d+}/participations/{entreprise:\\d+}/{role}")
@RequiredArgsConstructor
class PartController {

    /** What a conflict tells of. */
    private static final List<Champ> CHAMPS = List.of(Champ.of("part", "Part, en %"));

    private final LotLecture lots;
    private final ParticipationService participations;
    private final Modifications modifications;

    @GetMapping
    ModelAndView edit(
            @PathVariable String id,
            @PathVariable String entreprise,
            @PathVariable String role,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        Tenu tenu = participations.find(lot.id(), Identifiant.parse(entreprise), role(role), moi);
        BigDecimal part = tenu.part();
        ModelAndView page = page(lot, Identifiant.parse(entreprise), tenu, role(role), null, OK);
        page.addObject(
                "form", new PartForm(part == null ? "" : NombreAffiche.of(part, 2), Integer.toString(tenu.version())));
        return page;
    }

    @PostMapping
    ModelAndView edit(
            @PathVariable String id,
            @PathVariable String entreprise,
            @PathVariable String role,
            @ModelAttribute("form") PartForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        long numero = Identifiant.parse(entreprise);
        RoleParticipation connu = role(role);
        Tenu tenu = participations.find(lot.id(), numero, connu, moi);
        BigDecimal part = ParticipationForm.part(form.part(), new Champs(errors));
        if (errors.hasErrors()) return page(lot, numero, tenu, connu, null, UNPROCESSABLE_CONTENT);
        try {
            participations.change(lot.id(), numero, connu, part, form.version(), moi);
        } catch (VersionPerimeeException perimee) {
            String cle = "{\"lot_id\": %d, \"entreprise_id\": %d, \"role\": \"%s\"}"
                    .formatted(lot.id(), numero, connu.name());
            Conflit conflit = modifications.since(
                    "participation", moi.structureId(), cle, CHAMPS, form.version(), perimee.version());
            return page(lot, numero, tenu, connu, conflit, CONFLICT);
        }
        redirect.addFlashAttribute("succes", "La part est enregistrée." + participations.warning(lot.id(), moi));
        return new ModelAndView("redirect:" + lot.retour());
    }

    private static RoleParticipation role(String adresse) {
        return RoleParticipation.ofAdresse(adresse)
                .orElseThrow(() -> new IntrouvableException("Cette entreprise n’a pas ce rôle sur ce lot."));
    }

    private static ModelAndView page(
            LotConcerne lot,
            long entreprise,
            Tenu tenu,
            RoleParticipation role,
            @Nullable Conflit conflit,
            HttpStatus statut) {
        return new ModelAndView(
                "marche/part", Map.of("page", new PartPage(lot, entreprise, tenu.nom(), role, conflit)), statut);
    }
}
