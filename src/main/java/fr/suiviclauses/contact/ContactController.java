package fr.suiviclauses.contact;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.commun.saisie.Modifications;
import fr.suiviclauses.commun.saisie.Modifications.Champ;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.Arrays;
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

/** The contacts of a buyer or a company: added, changed, removed; shown on its record. */
@Controller
@RequestMapping("/contacts/{tiers}/{id:\\d+}")
@RequiredArgsConstructor
class ContactController {

    /** What a conflict tells of. */
    private static final List<Champ> CHAMPS = List.of(
            Champ.of("nom", "Nom"),
            Champ.of("fonction", "Fonction"),
            Champ.of("courriel", "Adresse électronique"),
            Champ.of("telephone", "Téléphone"),
            Champ.of("debut", "Depuis le"),
            Champ.of("fin", "Jusqu’au"));

    private final ContactService contacts;
    private final Modifications modifications;

    @GetMapping("/nouveau")
    ModelAndView add(
            @PathVariable String tiers, @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        ModelAndView page = page(tiers(tiers), Identifiant.parse(id), null, null, moi, HttpStatus.OK);
        page.addObject("form", ContactForm.vide());
        return page;
    }

    @PostMapping("/nouveau")
    ModelAndView add(
            @PathVariable String tiers,
            @PathVariable String id,
            @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        return save(tiers(tiers), Identifiant.parse(id), null, form, errors, moi, redirect);
    }

    @GetMapping("/{contact:\\d+}")
    ModelAndView edit(
            @PathVariable String tiers,
            @PathVariable String id,
            @PathVariable String contact,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        long numero = Identifiant.parse(contact);
        ContactForm form = contacts.form(tiers(tiers), Identifiant.parse(id), numero, moi);
        ModelAndView page = page(tiers(tiers), Identifiant.parse(id), numero, null, moi, HttpStatus.OK);
        page.addObject("form", form);
        return page;
    }

    @PostMapping("/{contact:\\d+}")
    ModelAndView edit(
            @PathVariable String tiers,
            @PathVariable String id,
            @PathVariable String contact,
            @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        long numero = Identifiant.parse(contact);
        try {
            return save(tiers(tiers), Identifiant.parse(id), numero, form, errors, moi, redirect);
        } catch (VersionPerimeeException perimee) {
            Conflit conflit = modifications.since(
                    "contact", moi.structureId(), numero, CHAMPS, form.version(), perimee.version());
            return page(tiers(tiers), Identifiant.parse(id), numero, conflit, moi, HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/{contact:\\d+}/suppression")
    String remove(
            @PathVariable String tiers,
            @PathVariable String id,
            @PathVariable String contact,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        contacts.remove(tiers(tiers), Identifiant.parse(id), Identifiant.parse(contact), moi);
        redirect.addFlashAttribute("succes", "Le contact est supprimé.");
        return "redirect:" + tiers(tiers).adresse(Identifiant.parse(id));
    }

    private ModelAndView save(
            Tiers tiers,
            long id,
            @Nullable Long contact,
            ContactForm form,
            BindingResult errors,
            UtilisateurConnecte moi,
            RedirectAttributes redirect) {
        Saisie saisie = Saisie.read(form, errors);
        boolean ecrit = new Champs(errors).written(() -> {
            if (contact == null) contacts.add(tiers, id, saisie, moi);
            else contacts.change(tiers, id, contact, saisie, form.version(), moi);
        });
        if (!ecrit) return page(tiers, id, contact, null, moi, HttpStatus.UNPROCESSABLE_CONTENT);
        redirect.addFlashAttribute("succes", "Le contact est enregistré.");
        return new ModelAndView("redirect:" + tiers.adresse(id));
    }

    private ModelAndView page(
            Tiers tiers,
            long id,
            @Nullable Long contact,
            @Nullable Conflit conflit,
            UtilisateurConnecte moi,
            HttpStatus statut) {
        return new ModelAndView(
                "contact/formulaire",
                Map.of(
                        "page",
                        new ContactPage(
                                contact == null ? "Nouveau contact" : "Contact",
                                contacts.nom(tiers, id, moi),
                                tiers.adresse(id),
                                "/contacts/" + tiers.code() + "/" + id + "/" + (contact == null ? "nouveau" : contact),
                                contact != null,
                                conflit)),
                statut);
    }

    private static Tiers tiers(String code) {
        return Arrays.stream(Tiers.values())
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IntrouvableException("Cette fiche n’existe pas."));
    }
}
