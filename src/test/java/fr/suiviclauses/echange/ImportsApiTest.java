package fr.suiviclauses.echange;

import static fr.suiviclauses.securite.Role.FACILITATEUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The answers of the API, word for word where other programs rely on them. */
@ApplicationTest
@Transactional
class ImportsApiTest {

    private static final Path EXEMPLE = Path.of("src/test/resources/exemples/petite-histoire.csv");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private UtilisateurConnecte moi = new UtilisateurConnecte(0, 0, "", "", "", null, EnumSet.of(FACILITATEUR));

    @BeforeEach
    void structure() {
        long structure = jdbc.sql("insert into structure (nom) values ('API') returning id")
                .query(Long.class)
                .single();
        long utilisateur = jdbc.sql(
                        "insert into utilisateur (structure_id, email, nom) values (?, 'api-imports@exemple.fr', 'Api') returning id")
                .param(structure)
                .query(Long.class)
                .single();
        moi = new UtilisateurConnecte(
                utilisateur, structure, "api-imports@exemple.fr", "Api", "API", null, EnumSet.of(FACILITATEUR));
    }

    @Test
    void the_example_is_imported_with_its_counts_and_warnings() throws IOException {
        assertThat(post("/api/v1/reprises", Files.readAllBytes(EXEMPLE)))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"essai":false,"lignes":7,"nouvelles":7,"modifiees":0,"inchangees":0,
                         "avertissements":[
                           {"ligne":5,"colonne":"criteres","valeur":"SENIOR_50|RSA_MINIMA_SOCIAUX","message":"Critère SENIOR_50 (plus de 50 ans) pour une personne de 48 ans à l’entrée."},
                           {"ligne":5,"colonne":"mois","valeur":"2021-03","message":"Ces heures sont hors de la période d’éligibilité\u00a0: elles sont gardées mais ne comptent pas."}],
                         "erreurs":[]}""");
    }

    @Test
    void errors_are_a_problem_in_french_and_nothing_is_written() throws IOException {
        String faux = Files.readString(EXEMPLE).replace(";150\n", ";1.234\n");
        assertThat(post("/api/v1/reprises", faux.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"status":422,"title":"Fichier refusé","totalErreurs":1,
                         "erreurs":[{"ligne":5,"colonne":"heures","valeur":"1.234"}]}""");
        assertThat(jdbc.sql("select count(*) from marche where structure_id = ?")
                        .param(moi.structureId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_file_of_another_kind_is_refused_as_such() {
        assertThat(post("/api/v1/reprises", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(415)
                .bodyJson()
                .extractingPath("$.erreurs[0].ligne")
                .isNull();
    }

    @Test
    void without_a_file_the_request_is_invalid() {
        assertThat(mvc.post().uri("/api/v1/reprises").multipart().with(authentication(new Identification(moi))))
                .hasStatus(400)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(mvc.post().uri("/api/v1/reprises").with(authentication(new Identification(moi))))
                .hasStatus(400);
    }

    @Test
    void follow_ups_need_people_that_are_known() {
        assertThat(post(
                        "/api/v1/suivis",
                        "beneficiaire_ref;cohorte;jalon;situation\nB1;2020;12;CDI\n".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.erreurs[0].colonne")
                .isEqualTo("beneficiaire_ref");
    }

    private MvcTestResult post(String adresse, byte[] contenu) {
        return mvc.post()
                .uri(adresse)
                .multipart()
                .file(new MockMultipartFile("fichier", "n-importe.dat", "application/octet-stream", contenu))
                .with(authentication(new Identification(moi)))
                .exchange();
    }
}
