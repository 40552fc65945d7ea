package fr.suiviclauses.bilan.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.bilan.Histoire;
import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The tables as files: the figures, what they are about, and no formula of a stranger's making. */
@ApplicationTest
@Transactional
class ExportControllerTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    Histoire histoire;

    @BeforeEach
    void history() {
        histoire = new Histoire(jdbc);
        histoire.update(
                "update structure set date_demonstration = ? where id = ?",
                LocalDate.of(2022, 1, 17),
                histoire.structureId);
        long piege = histoire.donneurOrdre("=HYPERLINK(\"http://exemple\")", "PUBLIC");
        long port = histoire.donneurOrdre("Port ; dit « le Sud »", "PRIVE");
        histoire.charte(port, "SBA", null, null);
        histoire.heuresDe(histoire.lot(histoire.marche(piege, "TRAVAUX", "2021-01-01", null)), "2021-02", "744");
        histoire.heuresDe(histoire.lot(histoire.marche(piege, "TRAVAUX", "2021-01-01", null)), "2021-02", "600.50");
        histoire.heuresDe(histoire.lot(histoire.marche(port, "SERVICES", "2021-01-01", null)), "2021-03", "0.25");
    }

    @Test
    void a_csv_opens_in_a_french_spreadsheet_with_exact_figures_and_says_what_they_are() {
        MvcTestResult csv = get("/bilan/2021/donneurs-ordres?format=csv&table=donneurs-ordres");

        assertThat(csv)
                .hasStatus(200)
                .hasContentType("text/csv;charset=UTF-8")
                .headers()
                .hasValue(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bilan-2021-donneurs-ordres.csv\"");
        String[] lignes = text(csv).split("\r\n");
        assertThat(lignes)
                .startsWith(
                        "\ufeffDonneur d’ordres;Nature;Heures;Part des heures (%);Bénéficiaires;Marchés suivis;Signataire du Small Business Act",
                        "\"'=HYPERLINK(\"\"http://exemple\"\")\";Public;1344,50;99,98;2;2;non",
                        "\"Port ; dit « le Sud »\";Privé;0,25;0,02;1;1;oui",
                        "Total;;1344,75;100,00;3;3;")
                .contains(Rubrique.DONNEURS_ORDRES.definition(), "Essai · Bilan 2021 · Provisoire")
                .anyMatch(ligne -> ligne.startsWith("Données de démonstration"));
    }

    @Test
    void filters_are_those_of_the_page_and_are_printed() {
        String csv = text(get("/bilan/2021/donneurs-ordres?format=csv&nature=PRIVE"));
        assertThat(csv)
                .contains("Port")
                .contains("Bilan 2021 · Donneurs d’ordres privés")
                .doesNotContain("exemple");
    }

    @Test
    void a_workbook_has_a_sheet_a_table_and_its_numbers_are_numbers() throws IOException {
        MvcTestResult xlsx = get("/bilan/2021/donneurs-ordres?format=xlsx");
        try (ReadableWorkbook classeur =
                new ReadableWorkbook(new ByteArrayInputStream(xlsx.getResponse().getContentAsByteArray()))) {
            assertThat(classeur.getSheets().map(s -> s.getName()))
                    .containsExactly("Donneurs d’ordres", "Dix premiers donneurs d’ordres", "Chartes");
            List<Row> lignes = classeur.getFirstSheet().read();
            Row piege = lignes.stream()
                    .filter(l -> l.getCellCount() > 0 && l.getCellText(0).startsWith("=HYPERLINK"))
                    .findFirst()
                    .orElseThrow();
            assertThat(piege.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(piege.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("1344.50");
            assertThat(piege.getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("0.999814");
            assertThat(lignes.get(0).getCellText(0)).isEqualTo("Bilan 2021 – Donneurs d’ordres");
            assertThat(lignes.get(3).getCellText(0)).startsWith("Données de démonstration");
        }
    }

    @Test
    void every_table_of_every_page_is_exported_in_both_formats() {
        Perimetre perimetre =
                new Perimetre(histoire.structureId, 2021, 2021, Filtres.AUCUN.avecNature(NatureDonneurOrdre.PUBLIC));
        for (Rubrique rubrique : Rubrique.values()) {
            String csv = text(get(Partie.export(perimetre, rubrique, "csv")));
            assertThat(csv.lines().findFirst().orElseThrow())
                    .as(rubrique.code())
                    .contains(";");
            assertThat(csv).contains(rubrique.definition().substring(0, 20));
            assertThat(get(Partie.export(perimetre, rubrique, "xlsx"))).hasStatus(200);
        }
        assertThat(get("/bilan/evolution?annee=2021&format=xlsx")).hasStatus(200);
    }

    @Test
    void an_unknown_format_is_refused_and_an_unknown_table_not_found() {
        assertThat(get("/bilan/2021?format=pdf")).hasStatus(400);
        assertThat(get("/bilan/2021?format=csv&table=diplomes")).hasStatus(404);
        assertThat(get("/bilan/2021?format=csv&nature=AUTRE")).hasStatus(400);
    }

    @Test
    void no_file_holds_the_name_of_a_person() {
        for (String partie :
                List.of("", "/donneurs-ordres", "/familles", "/beneficiaires", "/parcours", "/perimetres")) {
            assertThat(text(get("/bilan/2021" + partie + "?format=csv"))).doesNotContain("Nom", "Prénom");
        }
    }

    private MvcTestResult get(String adresse) {
        return mvc.get()
                .uri(URI.create(adresse))
                .with(authentication(new Identification(new UtilisateurConnecte(
                        1, histoire.structureId, "a@b.fr", "A", "Essai", null, EnumSet.of(Role.RESPONSABLE)))))
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatus(200);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
