package fr.suiviclauses.echange.depot;

import static fr.suiviclauses.securite.Role.ADMINISTRATEUR;
import static fr.suiviclauses.securite.Role.FACILITATEUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.suiviclauses.echange.fichier.Limites;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the upload to the report, as a facilitator lives it. */
class ImportsControllerTest extends EssaiDepot {

    private String exemple = "";

    @BeforeEach
    void readExample() throws IOException {
        exemple = Files.readString(Path.of("src/test/resources/exemples/petite-histoire.csv"));
    }

    @Test
    void a_file_is_checked_then_imported_when_she_says_so() {
        String adresse = deposit(exemple);

        Document verifie = settled(adresse);
        assertThat(verifie.select("h1 .state").text()).isEqualTo("À confirmer");
        assertThat(counts(verifie)).isEqualTo("Nouvelles 7, Modifiées 0, Inchangées 0, En erreur 0");
        assertThat(buttons(verifie)).containsExactly("Importer ces 7 lignes", "Abandonner");
        assertThat(findings(verifie))
                .containsExactly(
                        "5 | criteres | SENIOR_50|RSA_MINIMA_SOCIAUX | Critère SENIOR_50 (plus de 50 ans) pour une personne de 48 ans à l’entrée.",
                        "5 | mois | 2021-03 | Ces heures sont hors de la période d’éligibilité : elles sont gardées mais ne comptent pas.");
        assertThat(count("releve_heures")).isZero();

        assertThat(post(facilitateur, adresse + "/confirmation")).hasStatus(302);
        assertThat(post(facilitateur, adresse + "/confirmation")).hasStatus(302);

        Document importe = settled(adresse);
        assertThat(importe.select("h1 .state").text()).isEqualTo("Importé");
        assertThat(importe.select(".lead-note").text())
                .contains("Déposé le 17 janvier 2022 à 9 h 00 par Camille Roux")
                .contains("Confirmé le 17 janvier 2022 à 9 h 00 par Camille Roux");
        assertThat(counts(importe)).isEqualTo("Nouvelles 7, Modifiées 0, Inchangées 0, En erreur 0");
        assertThat(findings(importe)).hasSize(2);
        assertThat(count("releve_heures")).isEqualTo(6);
        assertThat(count("depot_contenu")).isZero();
        assertThat(page("/imports").select("table.records tbody tr").eachText())
                .containsExactly(
                        "historique 2021.csv Importé 7 nouvelles Historique 17 janvier 2022 à 9 h 00 Camille Roux");
    }

    @Test
    void the_same_file_again_has_nothing_to_confirm_and_is_known() {
        String premier = deposit(exemple);
        settled(premier);
        post(facilitateur, premier + "/confirmation");
        settled(premier);

        Document second = settled(deposit(exemple));

        assertThat(counts(second)).isEqualTo("Nouvelles 0, Modifiées 0, Inchangées 7, En erreur 0");
        assertThat(buttons(second)).containsExactly("Abandonner");
        assertThat(second.select(".outcome-words").text())
                .isEqualTo("Tout est déjà enregistré : ce fichier n’apporte rien de nouveau.");
        assertThat(second.select(".flash-warn").text())
                .isEqualTo("Ce fichier, au caractère près, a déjà été importé le 17 janvier 2022 à 9 h 00.");
    }

    @Test
    void a_changed_line_says_what_was_and_what_will_be() {
        String premier = deposit(exemple);
        settled(premier);
        post(facilitateur, premier + "/confirmation");
        settled(premier);

        String corrige = deposit(exemple.replace(";120,5\n", ";100\n"));
        Document change = settled(corrige);

        assertThat(counts(change)).isEqualTo("Nouvelles 0, Modifiées 1, Inchangées 6, En erreur 0");
        assertThat(findings(page(corrige + "?liste=changements")))
                .containsExactly("2 | heures | contrat C1, 12/2020 | Avant : 120,50 | Après : 100,00");
    }

    @Test
    void errors_are_listed_by_line_and_column_with_the_value_seen_and_can_be_filtered() {
        Document refuse = settled(
                deposit(exemple.replace(";150\n", ";1.234\n").replace("29/02/1996;NON_RENSEIGNE", "31/02/1996;?")));

        assertThat(refuse.select("h1 .state").text()).isEqualTo("Refusé");
        assertThat(counts(refuse)).endsWith("En erreur 3");
        assertThat(refuse.select(".outcome-words").text()).startsWith("Rien n’a été écrit : 5 erreurs sont");
        assertThat(findings(refuse)).hasSize(5).anyMatch(ligne -> ligne.startsWith("5 | heures | 1.234 | "));
        assertThat(refuse.select("#rapport .chip").eachText())
                .containsExactly("Toutes les colonnes 5", "naissance 2", "sexe 2", "heures 1");

        Document heures = page(
                refuse.select("#rapport .chip:contains(heures)").attr("href").replace("#rapport", ""));
        assertThat(findings(heures)).hasSize(1);
        assertThat(heures.select("#rapport .chip[aria-current]").text()).isEqualTo("heures 1");
        assertThat(count("marche")).isZero();
    }

    @Test
    void the_same_file_comes_back_with_its_errors_and_can_be_deposited_again() {
        String faux = exemple.replace(";150\n", ";1.234\n");
        String adresse = deposit("reprise", "été.csv", faux.getBytes(StandardCharsets.UTF_8));
        settled(adresse);

        var fichier = get(facilitateur, adresse + "/fichier");
        assertThat(fichier).hasStatusOk();
        assertThat(fichier.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment; ")
                .endsWith("filename*=UTF-8''%C3%A9t%C3%A9-erreurs.csv");
        List<String> lignes = text(fichier).replace("\ufeff", "").lines().toList();
        List<String> envoyees = faux.replace("\ufeff", "").lines().toList();
        assertThat(lignes).hasSize(envoyees.size());
        assertThat(lignes.get(0)).isEqualTo(envoyees.get(0) + ";Erreurs");
        assertThat(lignes.get(1)).isEqualTo(envoyees.get(1) + ";");
        assertThat(lignes.get(4)).startsWith(envoyees.get(4) + ";heures\u00a0: ");

        String rendu = text(fichier).replace(";1.234;", ";150;");
        assertThat(counts(settled(deposit(rendu)))).isEqualTo("Nouvelles 7, Modifiées 0, Inchangées 0, En erreur 0");
    }

    @Test
    void a_social_security_number_is_neither_shown_nor_kept() {
        String nir = "2 55 08 14 168 025 38";
        String adresse = deposit(exemple.replace("Rénovation de l’école", "École " + nir));

        Document refuse = settled(adresse);

        assertThat(refuse.text()).doesNotContain(nir).contains("••••••");
        assertThat(text(get(facilitateur, adresse + "/fichier")))
                .contains("••••••")
                .doesNotContain(nir);
        assertThat(jdbc.sql(
                                "select count(*) from depot_contenu where structure_id = ? and position(?::bytea in octets) > 0")
                        .param(structure)
                        .param(nir.getBytes(StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_no_spreadsheet_is_refused_in_one_sentence() {
        String adresse = deposit("reprise", "rapport.csv", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8));

        Document refuse = settled(adresse);

        assertThat(refuse.select("h1 .state").text()).isEqualTo("Refusé");
        assertThat(refuse.select(".outcome-words").text()).contains("PDF");
        assertThat(refuse.select(".outcome-actions a").attr("href")).isEqualTo("/imports");
        assertThat(count("depot_contenu")).isZero();
        assertThat(get(facilitateur, adresse + "/fichier")).hasStatus(404);
    }

    @Test
    void a_form_without_a_file_says_so_next_to_the_field_and_keeps_the_choice() {
        var reponse = mvc.post()
                .uri("/imports")
                .multipart()
                .param("genre", "suivis")
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .with(
                        org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                                .authentication(new fr.suiviclauses.securite.Identification(facilitateur)))
                .exchange();
        assertThat(reponse).hasStatus(422);
        Document page = Jsoup.parse(text(reponse));
        assertThat(page.select("#fichier-erreur").text()).isEqualTo("Choisissez un fichier.");
        assertThat(page.select("#fichier").attr("aria-describedby")).contains("fichier-erreur");
        assertThat(page.select("input[name=genre][checked]").val()).isEqualTo("suivis");
        assertThat(count("depot")).isZero();

        assertThat(Jsoup.parse(text(send(facilitateur, "reprise", "vide.csv", new byte[0])))
                        .select("#fichier-erreur")
                        .text())
                .isEqualTo("Ce fichier est vide.");
        assertThat(Jsoup.parse(text(send(facilitateur, "autre", "a.csv", "a".getBytes(StandardCharsets.UTF_8))))
                        .select("#genre-erreur")
                        .text())
                .isEqualTo("Choisissez ce que contient le fichier.");
    }

    @Test
    void a_checked_file_can_be_given_up() {
        String adresse = deposit(exemple);
        settled(adresse);

        assertThat(post(facilitateur, adresse + "/abandon")).hasStatus(302);
        post(facilitateur, adresse + "/confirmation");

        Document abandonne = settled(adresse);
        assertThat(abandonne.select("h1 .state").text()).isEqualTo("Abandonné");
        assertThat(count("depot_contenu")).isZero();
        assertThat(count("releve_heures")).isZero();
    }

    @Test
    void follow_ups_come_by_the_same_way() {
        String premier = deposit(exemple);
        settled(premier);
        post(facilitateur, premier + "/confirmation");
        settled(premier);

        Document suivis = settled(deposit(
                "suivis",
                "suivis.csv",
                "beneficiaire_ref;cohorte;jalon;situation\nB1;2020;12;CDI\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(counts(suivis)).isEqualTo("Nouvelles 1, Modifiées 0, Inchangées 0, En erreur 0");
        assertThat(buttons(suivis)).containsExactly("Importer cette ligne", "Abandonner");
    }

    @Test
    void the_report_is_kept_as_a_file() {
        String adresse = deposit(exemple.replace(";150\n", ";1.234\n"));
        settled(adresse);

        assertThat(text(get(facilitateur, adresse + "/rapport.csv")))
                .contains("Ligne;Colonne;Valeur;Message\r\n5;heures;1.234;");
        assertThat(get(facilitateur, adresse + "/rapport.xlsx"))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(get(facilitateur, adresse + "/rapport.pdf")).hasStatus(404);
    }

    @Test
    void names_in_someone_elses_file_are_for_facilitators() {
        String adresse = deposit(exemple.replace(";150\n", ";1.234\n"));
        settled(adresse);
        UtilisateurConnecte administrateur = account(ADMINISTRATEUR, "Alex Morel");

        Document page = Jsoup.parse(text(get(administrateur, adresse)));

        assertThat(page.select(".flash-warn").text()).contains("réservée aux facilitateurs");
        assertThat(page.select("#rapport")).isEmpty();
        assertThat(counts(page)).endsWith("En erreur 1");
        assertThat(get(administrateur, adresse + "/fichier")).hasStatus(404);
        assertThat(get(administrateur, adresse + "/rapport.csv")).hasStatus(404);
    }

    /** A guess in a file would otherwise show what is stored of the person whose reference it bears. */
    @Test
    void what_is_stored_is_not_shown_to_an_administrator_who_deposits_a_guess() {
        String premier = deposit(exemple);
        settled(premier);
        post(facilitateur, premier + "/confirmation");
        settled(premier);
        UtilisateurConnecte administrateur = account(ADMINISTRATEUR, "Alex Morel");

        String adresse = String.valueOf(send(
                        administrateur,
                        "reprise",
                        "devinette.csv",
                        exemple.replace("DELD|JEUNE_SANS_EXPERIENCE", "TH").getBytes(StandardCharsets.UTF_8))
                .getResponse()
                .getRedirectedUrl());
        settled(adresse);

        Document page = Jsoup.parse(text(get(administrateur, adresse)));
        assertThat(counts(page)).startsWith("Nouvelles 0, Modifiées");
        assertThat(page.select("#rapport")).isEmpty();
        assertThat(page.text()).doesNotContain("JEUNE_SANS_EXPERIENCE").contains("réservée aux facilitateurs");
        assertThat(text(get(administrateur, adresse + "?liste=changements"))).doesNotContain("JEUNE_SANS_EXPERIENCE");
        assertThat(get(administrateur, adresse + "/rapport.csv")).hasStatus(404);
        assertThat(findings(page(adresse + "?liste=changements"))).isNotEmpty();
    }

    @Test
    void an_import_of_another_structure_does_not_exist() {
        String adresse = deposit(exemple);
        settled(adresse);
        long autre = comptes.openStructure("Autre", null);
        UtilisateurConnecte etranger = new UtilisateurConnecte(
                facilitateur.id(), autre, "x@exemple.fr", "X", "Autre", null, EnumSet.of(FACILITATEUR));

        for (String suite : new String[] {"", "/avancement", "/fichier", "/rapport.csv"}) {
            assertThat(get(etranger, adresse + suite)).as(suite).hasStatus(404);
        }
        for (String suite : new String[] {"/confirmation", "/abandon", "/verification"}) {
            assertThat(post(etranger, adresse + suite)).as(suite).hasStatus(404);
        }
        for (String inconnue : new String[] {"/imports/0", "/imports/99999999999999999999", "/imports/un"}) {
            assertThat(get(facilitateur, inconnue)).as(inconnue).hasStatus(404);
        }
        assertThat(count("releve_heures")).isZero();
        assertThat(settled(adresse).select("h1 .state").text()).isEqualTo("À confirmer");
    }

    @Test
    void a_page_beyond_the_last_is_not_found() {
        assertThat(get(facilitateur, "/imports?page=2")).hasStatus(404);
        String adresse = deposit(exemple.replace(";150\n", ";1.234\n"));
        settled(adresse);
        assertThat(get(facilitateur, adresse + "?liste=erreurs&page=1")).hasStatusOk();
        assertThat(get(facilitateur, adresse + "?liste=erreurs&page=2")).hasStatus(404);
    }

    @Test
    void a_file_that_is_too_large_is_told_so_and_the_form_is_still_there() {
        MockMultipartFile enorme = new MockMultipartFile("fichier", "h.csv", "text/csv", new byte[] {1}) {
            @Override
            public long getSize() {
                return Limites.OCTETS + 1L;
            }
        };
        MvcTestResult reponse = mvc.post()
                .uri("/imports")
                .multipart()
                .file(enorme)
                .param("genre", "suivis")
                .with(csrf())
                .with(authentication(new Identification(facilitateur)))
                .exchange();
        assertThat(reponse).hasStatus(413);
        Document page = Jsoup.parse(text(reponse));
        assertThat(page.select("#fichier-erreur").text()).startsWith("Le fichier dépasse 100");
        assertThat(page.select("#genre-suivis[checked]")).hasSize(1);
        assertThat(count("depot")).isZero();
    }
}
