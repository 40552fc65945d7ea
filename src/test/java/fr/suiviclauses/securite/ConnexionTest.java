package fr.suiviclauses.securite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.compte.CompteService;
import jakarta.servlet.http.Cookie;
import java.util.EnumSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What a user meets at the door. */
@ApplicationTest
@Transactional
class ConnexionTest {

    private static final String JETON = "un-jeton-de-trente-deux-caracteres-au-moins";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    long structureId;

    @BeforeEach
    void open() {
        structureId = comptes.openStructure("Maison de l’emploi", null);
        comptes.openAccount(
                structureId, "Anaïs@exemple.fr", "Anaïs", "un bon mot de passe", EnumSet.of(Role.RESPONSABLE));
    }

    @Test
    void the_right_password_leads_to_the_home_page_whatever_the_case_of_the_address() {
        assertThat(signIn(" ANAÏS@exemple.fr ", "un bon mot de passe"))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo("/");
    }

    @Test
    void a_wrong_password_an_unknown_address_and_nonsense_get_the_same_answer() {
        for (String identifiant :
                new String[] {"anaïs@exemple.fr", "inconnu@exemple.fr", "", "\0", "x".repeat(10_000)}) {
            assertThat(signIn(identifiant, "faux"))
                    .hasStatus(302)
                    .redirectedUrl()
                    .isEqualTo("/connexion?erreur");
        }
    }

    @Test
    void after_a_refusal_the_address_is_still_there_and_the_password_is_not() {
        Cookie[] cookies = signIn("anais@exemple.fr", "faux").getResponse().getCookies();
        var page = Jsoup.parse(
                body(mvc.get().uri("/connexion?erreur=").cookie(cookies).exchange()));
        assertThat(page.select("input[name=identifiant]").val()).isEqualTo("anais@exemple.fr");
        assertThat(page.select("input[name=mot_de_passe]").val()).isEmpty();
        assertThat(page.select("[role=alert]").text()).contains("adresse ou mot de passe");
    }

    @Test
    void an_account_made_for_programs_can_not_sign_in_by_form() {
        comptes.openApi(structureId, JETON);
        assertThat(signIn("api-" + structureId + "@suivi-clauses.invalid", "leurre"))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo("/connexion?erreur");
    }

    @Test
    void the_api_knows_its_token_and_no_other() {
        comptes.openApi(structureId, JETON);
        assertThat(mvc.get().uri("/api/v1/inconnue").header("Authorization", "Bearer " + JETON))
                .hasStatus(404);
        for (String entete : new String[] {"Bearer " + JETON + "x", "Bearer ", "Bearer court", "Basic " + JETON, ""}) {
            assertThat(mvc.get().uri("/api/v1/inconnue").header("Authorization", entete))
                    .hasStatus(401)
                    .hasContentType("application/problem+json;charset=UTF-8");
        }
    }

    @Test
    void the_browser_is_told_to_run_nothing_that_is_not_ours() {
        var answer = mvc.get().uri("/connexion").exchange();
        assertThat(answer)
                .hasStatusOk()
                .headers()
                .hasValue("Content-Security-Policy", SecuriteConfig.POLITIQUE_DE_CONTENU);
        assertThat(Jsoup.parse(body(answer)).select("script:not([src]), style, [style], [onclick]"))
                .isEmpty();
    }

    private MvcTestResult signIn(String identifiant, String motDePasse) {
        return mvc.post()
                .uri("/connexion")
                .with(csrf())
                .param("identifiant", identifiant)
                .param("mot_de_passe", motDePasse)
                .exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
