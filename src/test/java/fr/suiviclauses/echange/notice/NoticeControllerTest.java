package fr.suiviclauses.echange.notice;

import static fr.suiviclauses.securite.Role.FACILITATEUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.echange.RepriseService;
import fr.suiviclauses.echange.ResultatImport;
import fr.suiviclauses.echange.format.ColonneHeures;
import fr.suiviclauses.echange.format.ColonneReprise;
import fr.suiviclauses.echange.format.ColonneSuivi;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The templates are what the import reads, and the page says what they hold. */
@ApplicationTest
@Transactional
class NoticeControllerTest {

    /** As the contract lists them, in its order. */
    private static final String EN_TETE =
            "donneur_ordre;donneur_ordre_nature;charte_sba;charte_sba_debut;charte_sba_fin;marche;marche_objet;marche_type;marche_notification;marche_fin;operation;operation_type;operation_objectif;lot;lot_objet;famille;groupe_famille;clauses;obligation;entreprise;entreprise_siren;entreprise_type;entreprise_role;beneficiaire_ref;nom;prenom;naissance;sexe;entree;commune_insee;metropole;qpv;diplome;criteres;prescripteur;contrat_ref;employeur;employeur_siren;employeur_type;modalite;contrat_type;contrat_debut;contrat_fin;mois;heures;statut";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RepriseService reprises;

    @TempDir
    Path dossier;

    private long structure;

    @BeforeEach
    void openStructure() {
        structure = jdbc.sql("insert into structure (nom) values ('Notice') returning id")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void a_template_is_imported_as_it_is(String format) throws IOException {
        ResultatImport reprise = reprises.importerReprise(save("reprise", format), structure, null, false);
        assertThat(reprise.erreurs()).isEmpty();
        assertThat(reprise.avertissements()).isEmpty();
        assertThat(reprise.lignes()).isEqualTo(4);
        assertThat(jdbc.sql("select sum(heures) from heure_comptee where structure_id = ?")
                        .param(structure)
                        .query(String.class)
                        .single())
                .as("120.5 + 98.25 + 130")
                .isEqualTo("348.75");

        ResultatImport suivis = reprises.importerSuivis(save("suivis", format), structure, null, false);
        assertThat(suivis.erreurs()).isEmpty();
        assertThat(suivis.nouvelles()).isEqualTo(2);
    }

    @Test
    void a_csv_opens_in_a_french_spreadsheet() throws IOException {
        String texte = text(get("/imports/modele/reprise.csv"));
        assertThat(texte).startsWith("\ufeff" + EN_TETE + "\r\n");
        assertThat(get("/imports/modele/reprise.csv"))
                .hasHeader("Content-Disposition", "attachment; filename=\"modele-reprise.csv\"");
    }

    @Test
    void a_workbook_has_a_notice_of_every_column() throws IOException {
        try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(
                get("/imports/modele/reprise.xlsx").getResponse().getContentAsByteArray()))) {
            List<String> colonnes = classeur.findSheet("Notice").orElseThrow().read().stream()
                    .skip(1)
                    .map(ligne -> ligne.getCellText(0))
                    .toList();
            assertThat(String.join(";", colonnes)).isEqualTo(EN_TETE);
        }
    }

    @Test
    void the_page_tells_every_column_with_its_content_and_its_codes() {
        Document page = Jsoup.parse(text(get("/imports/aide")));
        assertThat(page.select(".columns dt code").eachText())
                .containsExactlyElementsOf(Stream.of(
                                Stream.of(EN_TETE.split(";", -1)),
                                Stream.of(ColonneHeures.values()).map(ColonneHeures::nom),
                                Stream.of("beneficiaire_ref", "cohorte", "jalon", "situation", "date"))
                        .flatMap(noms -> noms)
                        .toList());
        assertThat(page.select(".columns dd"))
                .allSatisfy(d -> assertThat(d.ownText().length()).isGreaterThan(5));
        assertThat(page.select(".columns > div:has(dt code:containsOwn(criteres)) .codes code")
                        .eachText())
                .hasSize(10)
                .contains("DELD", "FEMME_REPRISE");
        assertThat(page.select(".columns > div:has(dt code:containsOwn(groupe_famille)) .codes code"))
                .hasSize(14);
        assertThat(page.select(".notice-toc a[href^=#]").eachAttr("href"))
                .allSatisfy(ancre -> assertThat(page.select(ancre)).as(ancre).hasSize(1));
    }

    /** The page's parts hold all the columns, once each. */
    @Test
    void no_column_is_left_out() {
        assertThat(NoticeReprise.PARTIES.stream().flatMap(partie -> partie.colonnes().stream()))
                .containsExactly(ColonneReprise.values());
        assertThat(Stream.of(ColonneSuivi.values()).map(c -> NoticeSuivi.of(c).contenu()))
                .allSatisfy(contenu -> assertThat(contenu).isNotBlank());
    }

    @Test
    void an_unknown_template_is_not_found() {
        assertThat(get("/imports/modele/autre.csv")).hasStatus(404);
        assertThat(get("/imports/modele/reprise.ods")).hasStatus(404);
    }

    private Path save(String genre, String format) throws IOException {
        return Files.write(
                dossier.resolve(genre + "." + format),
                get("/imports/modele/" + genre + "." + format).getResponse().getContentAsByteArray());
    }

    private MvcTestResult get(String adresse) {
        UtilisateurConnecte moi = new UtilisateurConnecte(
                1, structure, "notice@exemple.fr", "Notice", "Notice", null, EnumSet.of(FACILITATEUR));
        return mvc.get()
                .uri(adresse)
                .with(authentication(new Identification(moi)))
                .exchange();
    }

    private static String text(MvcTestResult reponse) {
        return new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
