package fr.suiviclauses.contact;

import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whom to call, changed by two people at once. */
@ApplicationTest
class ContactTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;
    private String entreprise;
    private String contact;

    @BeforeEach
    void seed() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Contacts", null), Role.FACILITATEUR);
        entreprise = redirection(moi.post("/entreprises/nouvelle", "nom", "Maçons", "type", "CLASSIQUE"));
        redirection(
                moi.post("/contacts/entreprise/" + entreprise.replaceAll("\\D", "") + "/nouveau", "nom", "Anne Essai"));
        contact = moi.page(entreprise).select(".lines a:contains(Modifier)").attr("href");
    }

    private String version() {
        return moi.page(contact).select("[name=version]").val();
    }

    private MvcTestResult change(String version, String telephone) {
        return moi.post(contact, "nom", "Anne Essai", "telephone", telephone, "version", version);
    }

    @Test
    void whoever_comes_second_is_told_who_changed_what_and_may_still_save() {
        String ouverte = version();
        redirection(change(ouverte, "05 00 00 00 01"));

        var conflit = change(ouverte, "05 00 00 00 02");

        assertThat(conflit).hasStatus(409);
        Document page = html(conflit);
        assertThat(page.select(".conflict").text()).contains("par Camille Roux", "Téléphone : – → 05 00 00 00 01");
        assertThat(page.select("#telephone").val()).isEqualTo("05 00 00 00 02");
        assertThat(moi.page(entreprise).text()).contains("05 00 00 00 01");
        redirection(change(page.select("[name=version]").val(), "05 00 00 00 02"));
        assertThat(moi.page(entreprise).text()).contains("05 00 00 00 02").doesNotContain("05 00 00 00 01");
    }

    @Test
    void saving_what_it_is_already_is_no_change() {
        String ouverte = version();
        redirection(change(ouverte, "05 00 00 00 01"));
        String presente = version();
        redirection(change(presente, "05 00 00 00 01"));

        assertThat(version()).isEqualTo(presente).isNotEqualTo(ouverte);
    }

    @Test
    void the_same_form_sent_twice_saves_one_contact() {
        String nouveau = "/contacts/entreprise/" + entreprise.replaceAll("\\D", "") + "/nouveau";
        String[] champs = {"nom", "Zoé Essai", "telephone", "05 00 00 00 01", "debut", "01/03/2021"};
        assertThat(redirection(moi.post(nouveau, champs))).isEqualTo(entreprise);
        assertThat(redirection(moi.post(nouveau, champs))).isEqualTo(entreprise);
        assertThat(redirection(moi.post(nouveau, "nom", "Anne Essai"))).isEqualTo(entreprise);
        assertThat(contacts()).containsExactly("Zoé Essai", "Anne Essai");

        redirection(moi.post(nouveau, "nom", "Zoé Essai", "telephone", "05 00 00 00 02"));

        assertThat(contacts()).hasSize(3);
    }

    private List<String> contacts() {
        return moi.page(entreprise)
                .select("section[aria-labelledby=contacts-titre] strong")
                .eachText();
    }

    @Test
    void a_contact_that_is_not_there_or_is_another_structures_does_not_exist() {
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);
        assertThat(autre.get(contact)).hasStatus(404);
        assertThat(autre.post(contact, "nom", "X", "version", "0")).hasStatus(404);
        assertThat(autre.post(contact + "/suppression")).hasStatus(404);
        String ouverte = version();
        redirection(moi.post(contact + "/suppression"));

        assertThat(change(ouverte, "05 00 00 00 03")).hasStatus(404);
        assertThat(moi.get(contact)).hasStatus(404);
    }
}
