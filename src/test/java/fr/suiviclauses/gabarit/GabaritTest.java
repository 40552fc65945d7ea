package fr.suiviclauses.gabarit;

import static fr.suiviclauses.securite.Role.FACILITATEUR;
import static fr.suiviclauses.securite.Role.RESPONSABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.EnumSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** What every page has around it. */
@ApplicationTest
class GabaritTest {

    @Autowired
    MockMvcTester mvc;

    @Test
    void every_page_is_in_french_with_a_skip_link_to_its_content() throws Exception {
        Document page = read(mvc.get().uri("/connexion"));
        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(page.select("body > a:first-child").attr("href")).isEqualTo("#contenu");
        assertThat(page.select("main#contenu")).hasSize(1);
        assertThat(page.title()).isEqualTo("Connexion — Suivi Clauses");
    }

    @Test
    void the_address_of_a_style_sheet_holds_its_content_and_answers() throws Exception {
        String styles = read(mvc.get().uri("/connexion"))
                .select("link[rel=stylesheet][href^=/css/]")
                .attr("href");
        assertThat(styles).matches("/css/suivi-[0-9a-f]{32}\\.css");
        assertThat(mvc.get().uri(styles)).hasStatusOk().hasContentType("text/css");
    }

    @Test
    void nobody_signed_in_has_no_menu_and_no_account() throws Exception {
        Document page = read(mvc.get().uri("/connexion"));
        assertThat(page.select("nav, .account, .demo")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FACILITATEUR,Aujourd’hui Heures Marchés Entreprises Bénéficiaires Donneurs d’ordres Bilan"
                + " Contrats Suivis Contrôles Opérations Calculateur d’effort Imports Agrégats déclarés Aide",
        "ADMINISTRATEUR,Marchés Entreprises Donneurs d’ordres Bilan"
                + " Opérations Calculateur d’effort Imports Agrégats déclarés Nomenclatures Aide",
        "RESPONSABLE,Marchés Entreprises Donneurs d’ordres Bilan Opérations Agrégats déclarés Aide"
    })
    void the_menu_holds_what_the_role_may_open_and_nothing_else(Role role, String menu) throws Exception {
        Document page = readRefusal("/nulle-part", role, null);
        assertThat(String.join(" ", page.select(".menu a").eachText())).isEqualTo(menu);
    }

    @ParameterizedTest
    @CsvSource({
        "/marches/effort/nulle-part,Plus Calculateur d’effort",
        "/marches/nulle-part,Marchés",
        "/lots/1/mouvements/nouveau,Marchés",
        "/contacts/entreprise/1/nouveau,Entreprises",
        "/contacts/donneur-ordre/1/nouveau,Donneurs d’ordres",
        "/nulle-part,''"
    })
    void the_menu_says_where_the_page_is_once(String adresse, String courante) throws Exception {
        assertThat(String.join(
                        " ",
                        readRefusal(adresse, FACILITATEUR, null)
                                .select(".menu [aria-current], .menu [data-current]")
                                .eachText()))
                .isEqualTo(courante);
    }

    @Test
    void an_error_page_keeps_the_layout_and_shows_the_reference_of_the_log() throws Exception {
        Document page = readRefusal("/nulle-part", RESPONSABLE, null);
        assertThat(page.select("h1").text()).isEqualTo("Page introuvable");
        assertThat(page.select(".brand small").text()).isEqualTo("Maison de l’emploi");
        assertThat(page.select(".account-name").text()).isEqualTo("Anaïs Roux");
    }

    @Test
    void a_demonstration_says_so_with_its_business_date_and_a_real_structure_does_not() throws Exception {
        assertThat(readRefusal("/nulle-part", FACILITATEUR, LocalDate.of(2022, 1, 17))
                        .select(".demo")
                        .text())
                .isEqualTo("Données de démonstration — date métier : 17 janvier 2022");
        assertThat(readRefusal("/nulle-part", FACILITATEUR, LocalDate.of(2022, 3, 1))
                        .select(".demo")
                        .text())
                .endsWith("1er mars 2022");
        assertThat(readRefusal("/nulle-part", FACILITATEUR, null).select(".demo"))
                .isEmpty();
    }

    @Test
    void light_or_dark_is_kept_in_a_cookie_and_leads_back_to_the_page() throws Exception {
        var answer = mvc.post()
                .uri("/apparence")
                .with(csrf())
                .param("apparence", "sombre")
                .param("retour", "/bilan/2021?groupe=TP%20%26%20r%C3%A9seaux")
                .exchange();
        assertThat(answer).hasStatus(302).redirectedUrl().isEqualTo("/bilan/2021?groupe=TP%20%26%20r%C3%A9seaux");
        assertThat(answer.getResponse().getHeader("Set-Cookie"))
                .contains("apparence=sombre", "Path=/", "HttpOnly", "SameSite=Lax");

        Document page = read(mvc.get().uri("/connexion").cookie(new Cookie("apparence", "sombre")));
        assertThat(page.select("html").attr("data-apparence")).isEqualTo("sombre");
        assertThat(page.select(".look button[aria-pressed=true]").text()).isEqualTo("Sombre");
    }

    @Test
    void a_cookie_that_means_nothing_leaves_the_choice_to_the_device() throws Exception {
        Document page = read(mvc.get().uri("/connexion").cookie(new Cookie("apparence", "rose")));
        assertThat(page.select("html").attr("data-apparence")).isEqualTo("auto");
    }

    @ParameterizedTest
    @CsvSource({"//ailleurs.example", "/\\ailleurs.example", "https://ailleurs.example", "bilan", "''", "/{x}"})
    void a_choice_never_leads_out_of_the_site(String retour) {
        assertThat(Retour.local(retour)).isEqualTo("/");
    }

    @Test
    void the_font_and_the_style_sheets_of_the_layout_are_there() throws Exception {
        Document page = read(mvc.get().uri("/connexion"));
        var links = page.select("link[href]");
        assertThat(links).hasSizeGreaterThanOrEqualTo(4);
        links.forEach(link -> assertThat(mvc.get().uri(link.attr("href"))).hasStatusOk());
        for (int graisse : new int[] {400, 500, 600, 700}) {
            assertThat(mvc.get().uri("/polices/inter-latin-" + graisse + "-normal.woff2"))
                    .hasStatusOk();
        }
    }

    private Document read(MockMvcRequestBuilder request) throws Exception {
        return Jsoup.parse(request.exchange().getResponse().getContentAsString());
    }

    /** The error page, which MockMvc does not forward to on its own. */
    private Document readRefusal(String adresse, Role role, @Nullable LocalDate demonstration) throws Exception {
        return read(mvc.get()
                .uri("/error")
                .accept("text/html")
                .requestAttr("jakarta.servlet.error.status_code", 404)
                .requestAttr("jakarta.servlet.error.request_uri", adresse)
                .with(authentication(new Identification(new UtilisateurConnecte(
                        1,
                        1,
                        "anais@exemple.fr",
                        "Anaïs Roux",
                        "Maison de l’emploi",
                        demonstration,
                        EnumSet.of(role))))));
    }
}
