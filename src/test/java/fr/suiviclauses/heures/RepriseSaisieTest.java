package fr.suiviclauses.heures;

import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The plain form of a session that has ended: nothing is lost, nothing is saved by itself, nobody else sees it. */
@ApplicationTest
class RepriseSaisieTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Chantier chantier;
    private Connecte moi;
    private String adresse;
    private String champ;
    private long zoe;

    @BeforeEach
    void open() {
        chantier = Chantier.open(jdbc, comptes);
        moi = withPassword();
        adresse = "/heures?annee=2021&marche=" + chantier.marche();
        zoe = chantier.person("Lefèvre");
        champ = "h_" + zoe + "_" + chantier.lot() + "_2021-06";
    }

    /** Her account has a password, as every account that signs in by form. */
    private Connecte withPassword() {
        Set<Role> roles = Set.of(Role.FACILITATEUR);
        String email = UUID.randomUUID() + "@essai.example";
        long id = comptes.openAccount(chantier.structure(), email, "Camille Roux", "insertion-2021", roles);
        return new Connecte(
                mvc, new UtilisateurConnecte(id, chantier.structure(), email, "Camille Roux", "Essai", null, roles));
    }

    private MvcTestResult sendLate(String site, String texte) {
        return mvc.post()
                .uri(adresse)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", "navigate")
                .param("pour", mark())
                .param(champ, texte)
                .exchange();
    }

    private static Cookie session(MvcTestResult reponse) {
        return Objects.requireNonNull(reponse.getResponse().getCookie("suivi"));
    }

    private MvcTestResult resume(Connecte qui, Cookie session) {
        return mvc.get()
                .uri("/heures/reprise")
                .cookie(session)
                .with(authentication(new Identification(qui.moi())))
                .exchange();
    }

    @Test
    void what_was_typed_is_shown_again_unsaved_and_saved_by_its_author() {
        MvcTestResult tard = sendLate("same-origin", "<b>104,5");
        assertThat(redirection(tard)).isEqualTo("/heures/reprise");
        assertThat(html(mvc.get().uri("/connexion").cookie(session(tard)).exchange())
                        .text())
                .contains("Votre saisie est gardée")
                .doesNotContain("104,5");

        MvcTestResult reprise = resume(moi, session(tard));
        assertThat(reprise).hasStatusOk();
        Document page = html(reprise);
        assertThat(page.select("input[name=" + champ + "]").attr("value")).isEqualTo("<b>104,5");
        assertThat(page.select("#refus").text()).contains("Votre session avait pris fin", "Une case est à corriger");
        assertThat(page.select("#heures").attr("action")).isEqualTo(adresse);
        assertThat(chantier.hours()).isEmpty();
        redirection(moi.post(adresse, champ, "104,5"));
        assertThat(chantier.hours()).containsExactly("2021-06 104.50 VALIDEE");
    }

    @Test
    void what_someone_did_meanwhile_is_told() {
        MvcTestResult tard = sendLate("same-origin", "104,5");
        Connecte autre = Connecte.to(mvc, comptes, chantier.structure(), Role.FACILITATEUR);
        redirection(autre.post(adresse, champ, "98"));
        Document page = html(resume(moi, session(tard)));
        assertThat(page.select(".remarks").text()).contains("a enregistré 98 h");
        assertThat(page.select("input[name=" + champ + "]").attr("value")).isEqualTo("104,5");
        assertThat(chantier.hours()).containsExactly("2021-06 98.00 VALIDEE");
    }

    @Test
    void another_account_that_signs_in_does_not_see_it() {
        MvcTestResult tard = sendLate("same-origin", "104,5");
        Connecte autre = Connecte.to(mvc, comptes, chantier.structure(), Role.FACILITATEUR);
        assertThat(redirection(resume(autre, session(tard)))).isEqualTo("/heures");
        assertThat(redirection(resume(moi, session(tard))))
                .as("and it is forgotten")
                .isEqualTo("/heures");
    }

    @Test
    void another_site_is_refused_and_leaves_nothing() {
        MvcTestResult refus = sendLate("cross-site", "104,5");
        assertThat(refus).hasStatus(403);
        assertThat(redirection(resume(moi, session(refus)))).isEqualTo("/heures");
        assertThat(chantier.hours()).isEmpty();
    }

    @Test
    void an_account_has_one_form_waiting_the_latest() {
        MvcTestResult premier = sendLate("same-origin", "1");
        for (int i = 2; i <= 20; i++) sendLate("same-origin", Integer.toString(i));
        MvcTestResult dernier = sendLate("same-origin", "104,5");
        assertThat(waiting()).isOne();
        assertThat(redirection(resume(moi, session(premier)))).isEqualTo("/heures");
        assertThat(html(resume(moi, session(dernier)))
                        .select("input[name=" + champ + "]")
                        .attr("value"))
                .isEqualTo("104,5");
    }

    @Test
    void sent_twice_from_one_browser_the_second_waits() {
        MvcTestResult premier = sendLate("same-origin", "1");
        mvc.post()
                .uri(adresse)
                .cookie(session(premier))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "navigate")
                .param("pour", mark())
                .param(champ, "104,5")
                .exchange();
        assertThat(html(resume(moi, session(premier)))
                        .select("input[name=" + champ + "]")
                        .attr("value"))
                .isEqualTo("104,5");
    }

    @Test
    void whoever_never_had_a_page_of_an_account_leaves_nothing_for_it() {
        for (String devine : List.of(Long.toString(moi.moi().id()), mark().replaceAll("[0-9a-f]$", "z"))) {
            MvcTestResult refus = mvc.post()
                    .uri(adresse)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("Sec-Fetch-Mode", "navigate")
                    .param("pour", devine)
                    .param(champ, "104,5")
                    .exchange();
            assertThat(refus).hasStatus(403);
        }
        assertThat(waiting()).isZero();
    }

    private String mark() {
        return moi.page(adresse).select("input[name=pour]").attr("value");
    }

    private long waiting() {
        return jdbc.sql("select count(*) from spring_session_attributes where attribute_name like :fin")
                .param("fin", "%.POUR." + moi.moi().id())
                .query(Long.class)
                .single();
    }
}
