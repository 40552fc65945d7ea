package fr.suiviclauses;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody signed in to a structure of a test's own, who opens pages and sends forms. */
public record Connecte(MockMvcTester mvc, UtilisateurConnecte moi) {

    /** A real account in a structure, for what it writes is signed with it. */
    public static Connecte to(MockMvcTester mvc, CompteService comptes, long structureId, Role role) {
        Set<Role> roles = EnumSet.of(role);
        String email = UUID.randomUUID() + "@essai.example";
        long id = comptes.openAccount(structureId, email, "Camille Roux", null, roles);
        return new Connecte(mvc, new UtilisateurConnecte(id, structureId, email, "Camille Roux", "Essai", null, roles));
    }

    public long structure() {
        return moi.structureId();
    }

    public MvcTestResult get(String adresse) {
        return exchange(mvc.get().uri(adresse));
    }

    /** What a list answers while she types in its search: htmx says which form asks. */
    public Document typing(String adresse) {
        return html(exchange(mvc.get().uri(adresse).header("HX-Trigger", "liste-form")));
    }

    private MvcTestResult exchange(MockMvcTester.MockMvcRequestBuilder envoi) {
        return envoi.with(authentication(new Identification(moi))).exchange();
    }

    /** Sends a form; {@code champs} are names and values in turn. */
    public MvcTestResult post(String adresse, String... champs) {
        return send(mvc.post().uri(adresse), champs);
    }

    /** To an address that a page wrote: it is encoded already. */
    public MvcTestResult post(URI adresse, String... champs) {
        return send(mvc.post().uri(adresse), champs);
    }

    private MvcTestResult send(MockMvcTester.MockMvcRequestBuilder envoi, String... champs) {
        envoi = envoi.contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .with(csrf())
                .with(authentication(new Identification(moi)));
        for (int i = 0; i < champs.length; i += 2) {
            envoi = envoi.param(champs[i], champs[i + 1]);
        }
        return envoi.exchange();
    }

    /** At an address that a page or a redirection wrote: it is encoded already. */
    public Document page(URI adresse) {
        return html(exchange(mvc.get().uri(adresse)));
    }

    public Document page(String adresse) {
        return html(get(adresse));
    }

    public static Document html(MvcTestResult reponse) {
        try {
            return Jsoup.parse(reponse.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What a page's form sends untouched, but for some of its fields: names and values in turn. */
    public static String[] filled(Document page, String... autres) {
        List<String> champs = new ArrayList<>(List.of(autres));
        Set<String> changes = new HashSet<>();
        for (int i = 0; i < autres.length; i += 2) changes.add(autres[i]);
        FormElement form = (FormElement) Objects.requireNonNull(page.selectFirst("main form.form"));
        for (Connection.KeyVal champ : form.formData())
            if (!changes.contains(champ.key())) champs.addAll(List.of(champ.key(), champ.value()));
        return champs.toArray(String[]::new);
    }

    /** What somebody else changed, as a refused form tells it. */
    public static List<String> told(MvcTestResult conflit) {
        return html(conflit).select(".conflict li").eachText();
    }

    /** Where an accepted form leads. */
    public static String redirection(MvcTestResult reponse) {
        return Objects.requireNonNull(
                reponse.getResponse().getRedirectedUrl(),
                () -> "no redirection: " + reponse.getResponse().getStatus() + " "
                        + html(reponse).select(".flash, .field-error").text());
    }

    /** The sentence next to a field. */
    public static String error(MvcTestResult reponse, String champ) {
        return html(reponse).select("#" + champ + "-erreur").text();
    }
}
