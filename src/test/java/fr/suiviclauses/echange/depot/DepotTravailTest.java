package fr.suiviclauses.echange.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens outside requests: breakdowns, work done twice, files that nobody came back to. */
class DepotTravailTest extends EssaiDepot {

    private static final String EMPREINTE = "0".repeat(64);

    @Autowired
    DepotTravail travail;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void a_file_that_is_not_kept_any_more_is_asked_for_again() {
        long id = row("ANALYSE", "2022-01-17");

        travail.check(id);

        Document page = page("/imports/" + id);
        assertThat(page.select("h1 .state").text()).isEqualTo("Interrompu");
        assertThat(page.select(".outcome-words").text())
                .isEqualTo("Le fichier n’est plus conservé : déposez-le à nouveau.");
        assertThat(buttons(page)).containsExactly("Abandonner");
    }

    @Test
    void after_a_breakdown_it_can_be_tried_again() throws IOException {
        String adresse = deposit(example());
        settled(adresse);
        jdbc.sql("update depot set etat = 'ECHEC', refus = 'Une panne.' where structure_id = ?")
                .param(structure)
                .update();
        assertThat(buttons(page(adresse))).containsExactly("Réessayer", "Abandonner");

        assertThat(post(facilitateur, adresse + "/verification")).hasStatus(302);

        assertThat(settled(adresse).select("h1 .state").text()).isEqualTo("À confirmer");
    }

    @Test
    void work_that_was_done_is_not_done_again() throws IOException {
        String adresse = deposit(example());
        settled(adresse);
        long id = Long.parseLong(adresse.substring(adresse.lastIndexOf('/') + 1));

        travail.write(id);
        assertThat(count("releve_heures")).as("nobody confirmed").isZero();

        post(facilitateur, adresse + "/confirmation");
        settled(adresse);
        jdbc.sql("delete from releve_heures where structure_id = ?")
                .param(structure)
                .update();
        travail.write(id);
        travail.check(id);
        assertThat(count("releve_heures")).as("it was imported already").isZero();
        assertThat(page(adresse).select("h1 .state").text()).isEqualTo("Importé");
    }

    @Test
    void work_that_kills_the_program_is_not_begun_for_ever() {
        long id = row("ANALYSE", "2022-01-17");
        jdbc.sql("update depot set tentatives = 3 where id = ?").param(id).update();
        jdbc.sql("insert into depot_contenu (depot_id, rang, structure_id, octets) values (?, 0, ?, 'abc')")
                .param(id)
                .param(structure)
                .update();

        assertThat(travail.check(id)).isTrue();

        assertThat(page("/imports/" + id).select("h1 .state").text()).isEqualTo("Interrompu");
        assertThat(buttons(page("/imports/" + id))).containsExactly("Réessayer", "Abandonner");
    }

    @Test
    void an_import_waits_outside_while_its_structure_is_at_another() {
        long id = row("ANALYSE", "2022-01-17");
        transactions.executeWithoutResult(etat -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('reprise', ?))")
                    .param(structure)
                    .query()
                    .singleRow();

            assertThat(CompletableFuture.supplyAsync(() -> travail.check(id)).join())
                    .isFalse();
        });
        assertThat(page("/imports/" + id).select("[role=status]").text()).isEqualTo("En attente de son tour");
        assertThat(travail.check(id)).isTrue();
    }

    @Test
    void what_changed_since_the_check_can_still_refuse_the_import() throws IOException {
        String adresse = deposit(example());
        settled(adresse);
        List<String> lignes = example().lines().toList();
        // Meanwhile 700 hours of the same person and month come under another contract: 800.25 in all, over 744.
        String autre = deposit(
                lignes.get(0) + "\n" + lignes.get(2).replace(";C1;", ";C9;").replace(";100,25", ";700"));
        settled(autre);
        post(facilitateur, autre + "/confirmation");
        assertThat(settled(autre).select("h1 .state").text()).isEqualTo("Importé");

        post(facilitateur, adresse + "/confirmation");
        Document page = settled(adresse);

        assertThat(page.select("h1 .state").text()).isEqualTo("Refusé");
        assertThat(findings(page)).hasSize(1).allMatch(ligne -> ligne.contains("744"));
        assertThat(count("releve_heures")).isEqualTo(1);
    }

    @Test
    void files_that_nobody_came_back_to_are_forgotten_after_thirty_days() {
        long vieux = row("A_CONFIRMER", "2021-12-17");
        long recent = row("A_CONFIRMER", "2021-12-19");
        for (long id : List.of(vieux, recent)) {
            jdbc.sql("insert into depot_contenu (depot_id, rang, structure_id, octets) values (?, 0, ?, 'abc')")
                    .param(id)
                    .param(structure)
                    .update();
        }

        travail.clean();

        assertThat(page("/imports/" + vieux).select("h1 .state").text()).isEqualTo("Abandonné");
        assertThat(page("/imports/" + recent).select("h1 .state").text()).isEqualTo("À confirmer");
        assertThat(jdbc.sql("select depot_id from depot_contenu where structure_id = ?")
                        .param(structure)
                        .query(Long.class)
                        .list())
                .containsExactly(recent);
    }

    @Test
    void the_page_tells_how_far_the_work_is_and_asks_for_itself_again_when_it_has_ended() {
        long id = row("ANALYSE", "2022-01-17");
        jdbc.sql(
                        "update depot set etape = 'Lecture du fichier', lignes_lues = 3000, lignes_prevues = 12000 where id = ?")
                .param(id)
                .update();

        var enCours = get(facilitateur, "/imports/" + id + "/avancement");
        assertThat(enCours).hasStatusOk().doesNotContainHeader("HX-Refresh");
        Document fragment = Jsoup.parseBodyFragment(text(enCours));
        assertThat(fragment.body().children()).hasSize(1);
        assertThat(fragment.select("progress").attr("value")).isEqualTo("12");
        assertThat(fragment.select("[role=status]").text()).isEqualTo("Lecture du fichier · 3\u202f000 lignes lues");

        jdbc.sql("update depot set etat = 'ABANDONNE', fini_le = now() where id = ?")
                .param(id)
                .update();
        assertThat(get(facilitateur, "/imports/" + id + "/avancement"))
                .hasStatusOk()
                .hasHeader("HX-Refresh", "true");
    }

    @Test
    void a_workbook_comes_back_as_one_its_dates_and_numbers_as_they_were() throws IOException {
        String adresse = deposit("reprise", "histoire.xlsx", workbook());
        Document refuse = settled(adresse);
        assertThat(findings(refuse)).hasSize(1).allMatch(ligne -> ligne.startsWith("2 | sexe | ? | "));

        var fichier = get(facilitateur, adresse + "/fichier");
        assertThat(fichier.getResponse().getHeader("Content-Disposition")).contains("histoire-erreurs.xlsx");
        List<Row> lignes = rows(fichier.getResponse().getContentAsByteArray());
        assertThat(lignes.get(0).getCell(0).getText()).isEqualTo("donneur_ordre");
        Cell erreurs = lignes.get(0).getCell(lignes.get(0).getCellCount() - 1);
        assertThat(erreurs.getText()).isEqualTo("Erreurs");
        Row premiere = lignes.get(1);
        assertThat(premiere.getCell(erreurs.getColumnIndex()).getText()).startsWith("sexe\u00a0: ");
        int debut = position(lignes.get(0), "contrat_debut");
        assertThat(premiere.getCell(debut).asDate().toLocalDate()).isEqualTo(LocalDate.of(2020, 11, 2));
        assertThat(premiere.getCell(position(lignes.get(0), "heures")).asNumber())
                .isEqualByComparingTo(new BigDecimal("120.5"));
    }

    /** A small file whose 25 000 cells share one long text would be a copy of 250 million letters. */
    @Test
    void a_copy_far_larger_than_its_file_is_not_made() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook classeur = new Workbook(out, "essai", "1.0")) {
            Worksheet feuille = classeur.newWorksheet("Feuille 1");
            feuille.value(0, 0, "donneur_ordre");
            String texte = "x".repeat(10_000);
            for (int colonne = 1; colonne < 1_000; colonne++) {
                feuille.value(0, colonne, "c" + colonne);
                for (int ligne = 1; ligne <= 25; ligne++) feuille.value(ligne, colonne, texte);
            }
        }
        assertThat(out.size()).isLessThan(500_000);

        Document refuse = settled(deposit("reprise", "bombe.xlsx", out.toByteArray()));

        assertThat(refuse.select("h1 .state").text()).isEqualTo("Refusé");
        assertThat(findings(refuse)).isNotEmpty();
        assertThat(buttons(refuse)).as("no copy to download").containsExactly("Déposer un autre fichier");
        assertThat(count("depot_contenu")).isZero();
    }

    /** A header that lacks a column, and no line under it: the copy still says what is wrong. */
    @Test
    void a_file_without_lines_is_told_its_errors_too() throws IOException {
        String entete = example().replace("\ufeff", "").lines().findFirst().orElseThrow();
        String adresse = deposit(entete.replace("marche_type;", "marche_tipe;") + "\n");

        assertThat(settled(adresse).select("h1 .state").text()).isEqualTo("Refusé");
        assertThat(page("/imports").select("table.records tbody td").eachText()).contains("2 erreurs");
        assertThat(text(get(facilitateur, adresse + "/fichier")))
                .contains("en-tête, marche_tipe")
                .contains("marche_type");
    }

    /** The example's first line as a workbook, with an unknown sex. */
    private static byte[] workbook() throws IOException {
        List<String> lignes = example().replace("\ufeff", "").lines().toList();
        String[] noms = lignes.get(0).split(";", -1);
        String[] valeurs = lignes.get(1).split(";", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook classeur = new Workbook(out, "essai", "1.0")) {
            Worksheet feuille = classeur.newWorksheet("Feuille 1");
            for (int i = 0; i < noms.length; i++) {
                feuille.value(0, i, noms[i]);
                if (noms[i].equals("contrat_debut")) {
                    feuille.value(1, i, LocalDate.of(2020, 11, 2));
                    feuille.style(1, i).format("dd/mm/yyyy").set();
                } else if (noms[i].equals("heures")) {
                    feuille.value(1, i, new BigDecimal("120.5"));
                } else {
                    feuille.value(1, i, noms[i].equals("sexe") ? "?" : valeurs[i]);
                }
            }
        }
        return out.toByteArray();
    }

    private static List<Row> rows(byte[] contenu) throws IOException {
        try (ReadableWorkbook classeur = new ReadableWorkbook(new java.io.ByteArrayInputStream(contenu))) {
            return new ArrayList<>(classeur.getFirstSheet().read());
        }
    }

    private static int position(Row entete, String nom) {
        return entete.stream()
                .filter(c -> c.getText().equals(nom))
                .findFirst()
                .orElseThrow()
                .getColumnIndex();
    }

    private static String example() throws IOException {
        return Files.readString(Path.of("src/test/resources/exemples/petite-histoire.csv"), StandardCharsets.UTF_8);
    }

    private long row(String etat, String jour) {
        return jdbc.sql("""
                        insert into depot (structure_id, genre, nom, octets, empreinte, classeur, etat, depose_le, depose_par, fini_le)
                        values (?, 'REPRISE', 'histoire.csv', 3, ?, false, ?, ?, ?, case when ? then now() end) returning id""")
                .param(structure)
                .param(EMPREINTE)
                .param(etat)
                .param(OffsetDateTime.of(LocalDate.parse(jour).atTime(12, 0), ZoneOffset.UTC))
                .param(facilitateur.id())
                .param(!etat.equals("ANALYSE"))
                .query(Long.class)
                .single();
    }
}
