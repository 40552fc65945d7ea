package fr.suiviclauses.liste;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.commun.grille.Coupure;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** The file of what has more rows than a file holds says so on its last line; the page of a list, before. */
@ApplicationTest
class FichierCoupeTest {

    private static final String FIN = "Ce fichier ne contient que les 100\u202f000 premières lignes sur 100\u202f001."
            + " Pour avoir les autres, cherchez un mot ou choisissez un filtre, puis téléchargez de nouveau.";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;

    @BeforeEach
    void open() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Longue", null), Role.FACILITATEUR);
    }

    /** One more than a file holds, of the plainest records that there are; one alone is of 2020. */
    private void declarations() {
        jdbc.sql("""
                        insert into agregat_declare (structure_id, libelle, annee, heures)
                        select :s, to_char(n, 'FM000000'), case n when 1 then 2020 else 2021 end, 1 from generate_series(1, :n) n""").param("s", moi.structure()).param("n", Coupure.LIGNES + 1).update();
        // As an import does: a query that thinks them few reads each of them for each of them.
        jdbc.sql("analyze agregat_declare").update();
    }

    private byte[] file(String requete) {
        return moi.get("/agregats?" + requete).getResponse().getContentAsByteArray();
    }

    private List<String> csv(String requete) {
        return new String(file(requete), StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void the_page_says_so_before_the_download_and_the_csv_on_its_last_line() {
        declarations();
        Document page = moi.page("/agregats");
        assertThat(page.select(".list-count strong").text()).isEqualTo("100\u202f001 déclarations");
        assertThat(page.select("#liste-coupure").text())
                .isEqualTo(
                        "Un fichier n’en contient que les 100\u202f000 premières lignes, dans l’ordre affiché."
                                + " Pour avoir les autres, cherchez un mot ou choisissez un filtre, puis téléchargez de nouveau.");
        assertThat(page.select(".list-files a").eachAttr("aria-describedby"))
                .containsExactly("liste-coupure", "liste-coupure");

        List<String> lignes = csv("format=csv");

        assertThat(lignes.get(lignes.size() - 1)).isEqualTo(FIN);
        assertThat(lignes.stream().filter(ligne -> ligne.contains(";2021;"))).hasSize(100_000);
        assertThat(lignes)
                .as("the last in the order shown is the one left out")
                .noneMatch(ligne -> ligne.contains(";2020;"));
    }

    @Test
    void a_narrower_list_is_whole_and_says_nothing() {
        declarations();
        Document page = moi.page("/agregats?annee=2021");
        assertThat(page.select(".list-count strong").text()).isEqualTo("100\u202f000 déclarations");
        assertThat(page.select("#liste-coupure")).isEmpty();
        assertThat(page.select(".list-files a").eachAttr("aria-describedby")).isEmpty();

        List<String> lignes = csv("annee=2021&format=csv");

        assertThat(lignes.stream().filter(ligne -> ligne.contains(";2021;"))).hasSize(100_000);
        assertThat(lignes).noneMatch(ligne -> ligne.contains("premières lignes"));
    }

    @Test
    void the_workbook_says_so_in_the_first_column_of_its_last_line() throws IOException {
        declarations();
        try (ReadableWorkbook classeur = new ReadableWorkbook(new ByteArrayInputStream(file("format=xlsx")));
                Stream<Row> lignes = classeur.getFirstSheet().openStream()) {
            assertThat(lignes.reduce((avant, apres) -> apres).orElseThrow().getCellText(0))
                    .isEqualTo(FIN);
        }
    }

    @Test
    @Transactional
    void so_does_the_file_of_a_control() {
        jdbc.sql("""
                        insert into donneur_ordre (structure_id, nom, nature)
                        select :s, to_char(n, 'FM000000'), 'PUBLIC' from generate_series(1, :n) n""").param("s", moi.structure()).param("n", Coupure.LIGNES + 1).update();
        jdbc.sql("analyze donneur_ordre").update();

        assertThat(last("/controles/siret-donneurs?format=csv"))
                .isEqualTo("Ce fichier ne contient que les 100\u202f000 premières lignes sur 100\u202f001."
                        + " Les autres y seront quand ceux-là seront corrigés.");
    }

    /** Some eight thousand people with a year each. */
    @Test
    @Transactional
    void so_does_the_file_of_the_hours_to_decide_on() {
        Chantier chantier = Chantier.in(jdbc, moi.structure());
        long contrat = chantier.person("Modèle");
        jdbc.sql("""
                        with b as (insert into beneficiaire (structure_id, nom, prenom, naissance)
                                   select :s, to_char(n, 'FM000000'), 'Camille', '1990-01-01' from generate_series(1, 8334) n
                                   returning id),
                        c as (insert into contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, debut)
                              select :s, b.id, m.employeur_id, m.modalite, '2021-01-01' from b, contrat_insertion m
                               where m.id = :contrat returning id)
                        insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut)
                        select :s, c.id, :lot, make_date(2021, m, 1), 10, 'DECLAREE' from c, generate_series(1, 12) m
                         order by c.id, m limit :n""")
                .param("s", moi.structure())
                .param("contrat", contrat)
                .param("lot", chantier.lot())
                .param("n", Coupure.LIGNES + 1)
                .update();
        jdbc.sql("analyze beneficiaire, contrat_insertion, releve_heures").update();

        assertThat(last("/heures/validation?annee=2021&format=csv"))
                .isEqualTo("Ce fichier ne contient que les 100\u202f000 premières lignes sur 100\u202f001."
                        + " Pour avoir les autres, choisissez un mois, puis téléchargez de nouveau.");
    }

    private String last(String adresse) {
        List<String> lignes = new String(moi.get(adresse).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lignes.get(lignes.size() - 1);
    }
}
