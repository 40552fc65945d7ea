package fr.suiviclauses.echange.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the tests of deposits share: a structure of their own, for the work is done outside the test's transaction. */
@ApplicationTest
abstract class EssaiDepot {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CompteService comptes;

    long structure;
    UtilisateurConnecte facilitateur;

    @BeforeEach
    void openStructure() {
        structure = comptes.openStructure("Dépôts", null);
        facilitateur = account(Role.FACILITATEUR, "Camille Roux");
    }

    UtilisateurConnecte account(Role role, String nom) {
        String email = UUID.randomUUID() + "@exemple.fr";
        long id = comptes.openAccount(structure, email, nom, null, EnumSet.of(role));
        return new UtilisateurConnecte(id, structure, email, nom, "Dépôts", null, EnumSet.of(role));
    }

    /** Sends a file; gives the address of its page. */
    String deposit(String genre, String nom, byte[] contenu) {
        MvcTestResult reponse = send(facilitateur, genre, nom, contenu);
        assertThat(reponse).hasStatus(302);
        String adresse = String.valueOf(reponse.getResponse().getRedirectedUrl());
        assertThat(adresse).matches("/imports/\\d+");
        return adresse;
    }

    String deposit(String texte) {
        return deposit("reprise", "historique 2021.csv", texte.getBytes(StandardCharsets.UTF_8));
    }

    MvcTestResult send(UtilisateurConnecte moi, String genre, String nom, byte[] contenu) {
        return mvc.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("fichier", nom, "application/octet-stream", contenu))
                .param("genre", genre)
                .with(csrf())
                .with(authentication(new Identification(moi)))
                .exchange();
    }

    /** The page, once nobody is at work on the import any more. */
    Document settled(String adresse) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> page(adresse).select("progress").isEmpty());
        return page(adresse);
    }

    Document page(String adresse) {
        MvcTestResult reponse = get(facilitateur, adresse);
        assertThat(reponse).hasStatusOk();
        return Jsoup.parse(text(reponse));
    }

    MvcTestResult get(UtilisateurConnecte moi, String adresse) {
        return mvc.get()
                .uri(adresse)
                .with(authentication(new Identification(moi)))
                .exchange();
    }

    MvcTestResult post(UtilisateurConnecte moi, String adresse) {
        return mvc.post()
                .uri(adresse)
                .with(csrf())
                .with(authentication(new Identification(moi)))
                .exchange();
    }

    static String text(MvcTestResult reponse) {
        return new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The four counts, as "Nouvelles 7, Modifiées 0, Inchangées 0, En erreur 0". */
    static String counts(Document page) {
        return String.join(
                ", ",
                page.select("dl.counts > div").stream()
                        .map(c -> c.select("dt").text() + " " + c.select("dd").text())
                        .toList());
    }

    /** The lines of the list that the page shows, a cell after the other. */
    static List<String> findings(Document page) {
        return page.select("table.findings tbody tr").stream()
                .map(ligne -> String.join(
                        " | ", ligne.children().stream().map(Element::text).toList()))
                .toList();
    }

    static List<String> buttons(Document page) {
        return page.select("main .outcome-actions").select("button, a").stream()
                .map(Element::text)
                .toList();
    }

    int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where structure_id = ?")
                .param(structure)
                .query(Integer.class)
                .single();
    }
}
