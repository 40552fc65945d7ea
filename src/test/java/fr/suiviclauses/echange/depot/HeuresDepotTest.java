package fr.suiviclauses.echange.depot;

import static fr.suiviclauses.securite.Role.ADMINISTRATEUR;
import static fr.suiviclauses.securite.Role.FACILITATEUR;
import static fr.suiviclauses.securite.Role.RESPONSABLE;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The file of hours, from the template to the import, and back as it was. */
class HeuresDepotTest extends EssaiDepot {

    private static final String ENTETE =
            "contrat;beneficiaire;nom;prenom;entreprise;donneur_ordre;marche;lot;mois;heures;statut;motif;justification";

    @Autowired
    TransactionTemplate transactions;

    /** C1 has hours from December 2020 to February 2021, C2 in March: the small example. */
    @BeforeEach
    void reprise() throws IOException {
        String adresse = deposit(Files.readString(Path.of("src/test/resources/exemples/petite-histoire.csv")));
        settled(adresse);
        post(facilitateur, adresse + "/confirmation");
        assertThat(settled(adresse).select("h1 .state").text()).isEqualTo("Importé");
        jdbc.sql("update contrat_insertion set fin = '2021-12-31' where structure_id = ? and reference = 'C1'")
                .param(structure)
                .update();
    }

    @Test
    void a_template_is_filled_with_what_is_there_and_comes_back_without_a_change() {
        for (String format : List.of("csv", "xlsx")) {
            for (String periode : List.of("annee=2021", "annee=2021&mois=2", "annee=2020&mois=12")) {
                byte[] modele = template(periode, format);
                Document page = settled(deposit("heures", "heures." + format, modele));
                assertThat(page.select("h1 .state").text()).as(format + periode).isEqualTo("À confirmer");
                assertThat(counts(page)).as(format + periode).startsWith("Nouvelles 0, Modifiées 0, Inchangées");
                assertThat(page.select("#rapport .parts a:contains(Changements)"))
                        .isEmpty();
            }
        }
    }

    @Test
    void its_rows_are_the_contracts_of_that_month_with_the_hours_stored_and_blank_elsewhere() {
        imported("C3;;;;;;;;2021-01;0;;;");
        List<String> janvier = lines(template("annee=2021&mois=1", "csv"));
        assertThat(janvier)
                .containsExactly(
                        ENTETE,
                        "C1;B1;Ângel;Zoé;Intérim Solidaire;Ville de Rivière;2020-07;1;2021-01;100,25;VALIDEE;;",
                        "C3;B2;Le Goff;Jean-Noël;Maçons Réunis;SCI du Port;P-1;1;2021-01;0;;;");
        assertThat(lines(template("annee=2021&mois=2", "csv")))
                .contains("C1;B1;Ângel;Zoé;Intérim Solidaire;Ville de Rivière;2020-07;1;2021-02;;;;");
    }

    @Test
    void it_holds_her_own_marches_or_all_of_them_when_none_is_hers_and_says_so() {
        assertThat(text(get(facilitateur, "/imports/heures"))).contains("Aucun marché ne vous est confié");
        int toutes = lines(template("annee=2021", "csv")).size();
        String marche = jdbc.sql(
                        "select m.reference from marche m join lot l on l.marche_id = m.id join releve_heures r on r.lot_id = l.id where m.structure_id = ? order by m.reference limit 1")
                .param(structure)
                .query(String.class)
                .single();
        jdbc.sql("update marche set facilitateur_id = ? where structure_id = ? and reference = ?")
                .param(facilitateur.id())
                .param(structure)
                .param(marche)
                .update();

        List<String> siennes = lines(template("annee=2021", "csv"));

        assertThat(siennes).hasSizeLessThan(toutes).hasSizeGreaterThan(1);
        assertThat(siennes.subList(1, siennes.size())).allMatch(l -> l.contains(";" + marche + ";"));
        assertThat(text(get(facilitateur, "/imports/heures")))
                .contains("les contrats en cours du marché qui vous est confié");
    }

    @Test
    void an_affectation_without_hours_yet_has_its_row_and_a_formula_stays_a_text() {
        jdbc.sql("""
                        insert into affectation (structure_id, contrat_id, lot_id)
                        select c.structure_id, c.id, l.id from contrat_insertion c
                          join marche m on m.structure_id = c.structure_id and m.reference = 'P-1'
                          join lot l on l.structure_id = c.structure_id and l.marche_id = m.id
                         where c.structure_id = ? and c.reference = 'C1'""").param(structure).update();
        jdbc.sql("update beneficiaire set nom = '=cmd|x' where structure_id = ? and reference = 'B1'")
                .param(structure)
                .update();

        List<String> lignes = lines(template("annee=2021&mois=2", "csv"));

        assertThat(lignes).filteredOn(l -> l.contains(";'=cmd|x;")).hasSize(2);
        assertThat(counts(settled(deposit("heures", "h.csv", template("annee=2021&mois=2", "csv")))))
                .startsWith("Nouvelles 0, Modifiées 0")
                .endsWith("En erreur 0");
    }

    @Test
    void a_period_without_a_contract_or_in_the_future_or_unreadable_is_told() {
        MvcTestResult vide = get(facilitateur, "/imports/heures?annee=1999&mois=1&format=csv");
        assertThat(vide).hasStatus(422);
        assertThat(text(vide)).contains("Aucun contrat n’est en cours sur cette période.");
        for (String adresse : List.of(
                "annee=2022&mois=2&format=csv",
                "annee=21&format=csv",
                "annee=2021&mois=13&format=csv",
                "annee=2021&mois=0&format=csv",
                "annee=2021&format=pdf",
                "format=csv")) {
            assertThat(get(facilitateur, "/imports/heures?" + adresse))
                    .as(adresse)
                    .hasStatus(400);
        }
    }

    @Test
    void the_preview_shows_what_is_new_what_changes_and_nothing_is_written_before_she_says_so() {
        String avant = rows();
        String adresse = deposit("heures", "h.csv", file("C1;;;;;;;;2021-03;90;;;", "C1;;;;;;;;2020-12;100;;;"));
        Document page = settled(adresse);

        assertThat(counts(page)).isEqualTo("Nouvelles 1, Modifiées 1, Inchangées 0, En erreur 0");
        assertThat(findings(page))
                .containsExactly(
                        "2 | heures | Ângel Zoé, contrat C1, marché 2020-07, lot 1, 03/2021 | Avant : vide | Après : 90,00",
                        "3 | heures | Ângel Zoé, contrat C1, marché 2020-07, lot 1, 12/2020 | Avant : 120,50 | Après : 100,00");
        assertThat(page.select(".row-new")).hasSize(1);
        assertThat(page.select(".row-changed")).hasSize(1);
        assertThat(rows()).isEqualTo(avant);

        post(facilitateur, adresse + "/confirmation");
        assertThat(settled(adresse).select("h1 .state").text()).isEqualTo("Importé");
        assertThat(rows()).isNotEqualTo(avant);
        assertThat(text(get(facilitateur, adresse + "/rapport.csv")))
                .contains("Ângel Zoé, contrat C1, marché 2020-07, lot 1, 03/2021");
    }

    @Test
    void one_error_refuses_all_and_the_file_comes_back_with_it() {
        String avant = rows();
        String adresse = deposit("heures", "h.csv", file("C1;;;;;;;;2021-03;90;;;", "C1;;;;;;;;2021-04;1.234;;;"));
        Document page = settled(adresse);

        assertThat(page.select("h1 .state").text()).isEqualTo("Refusé");
        assertThat(findings(page)).hasSize(1).allMatch(l -> l.startsWith("3 | heures | 1.234 | Nombre ambigu"));
        assertThat(page.select(".outcome-actions a:contains(Déposer un autre fichier)")
                        .attr("href"))
                .isEqualTo("/imports/heures");
        assertThat(rows()).isEqualTo(avant);
        assertThat(text(get(facilitateur, adresse + "/fichier"))).contains("1.234;;;;heures\u00a0: Nombre ambigu");
    }

    @Test
    void cancelling_puts_everything_back_as_it_was() {
        imported("C1;;;;;;;;2021-04;0;;;");
        String avant = rows();
        int journal = count("journal");
        // A new month, a changed one, one taken away, one confirmed without hours, one that had been and now has some.
        String adresse = imported(
                "C1;;;;;;;;2021-03;90;;;",
                "C1;;;;;;;;2020-12;100;DECLAREE;;Pourquoi pas",
                "C1;;;;;;;;2021-01;0;;;",
                "C1;;;;;;;;2021-05;0;;;",
                "C1;;;;;;;;2021-04;12;;;");
        assertThat(rows()).isNotEqualTo(avant);
        assertThat(page(adresse).select("details.more button").text()).isEqualTo("Annuler cet import");

        assertThat(post(facilitateur, adresse + "/annulation")).hasStatus(302);
        assertThat(post(facilitateur, adresse + "/annulation")).hasStatus(302);

        assertThat(rows()).isEqualTo(avant);
        Document page = page(adresse);
        assertThat(page.select("h1 .state").text()).isEqualTo("Annulé");
        assertThat(page.select(".lead-note").text())
                .contains("Importé le 17 janvier 2022 à 9 h 00")
                .endsWith("Annulé le 17 janvier 2022 à 9 h 00 par Camille Roux");
        assertThat(page.select("details.more")).isEmpty();
        assertThat(count("journal")).isGreaterThan(journal);
        assertThat(count("depot_releve")).as("the first import's alone").isEqualTo(1);
    }

    @Test
    void cancelling_is_refused_once_something_it_wrote_has_changed_and_says_what_by_whom_and_when() {
        String adresse = imported("C1;;;;;;;;2021-03;90;;;", "C1;;;;;;;;2021-04;80;;;", "C1;;;;;;;;2021-05;0;;;");
        UtilisateurConnecte lea = account(FACILITATEUR, "Léa Martin");
        sql("update releve_heures set heures = 91 where structure_id = ? and mois = '2021-03-01' and heures = 90", lea);
        sql("delete from releve_heures where structure_id = ? and mois = '2021-04-01' and heures = 80", lea);
        sql("delete from mois_sans_heure where structure_id = ? and mois = '2021-05-01'", lea);
        String avant = rows();

        MvcTestResult refus = post(facilitateur, adresse + "/annulation");

        assertThat(refus).hasStatus(409);
        List<String> obstacles = Jsoup.parse(text(refus)).select(".conflict li").eachText();
        assertThat(obstacles).hasSize(3);
        assertThat(obstacles.get(0))
                .startsWith("Ângel Zoé, contrat C1, marché ")
                .contains("03/2021 : 91,00 h depuis le ")
                .endsWith(", par Léa Martin.");
        assertThat(obstacles.get(1))
                .contains("04/2021 : Plus d’heures depuis le ")
                .endsWith(", par Léa Martin.");
        assertThat(obstacles.get(2))
                .contains("05/2021 : Plus d’heures depuis le ")
                .endsWith(", par Léa Martin.");
        assertThat(rows()).isEqualTo(avant);
        assertThat(page(adresse).select("h1 .state").text()).isEqualTo("Importé");
    }

    @Test
    void cancelling_never_leaves_a_closed_year_moved_nor_a_month_above_what_it_holds() {
        imported("C1;;;;;;;;2021-03;700;;;Astreintes");
        String adresse = imported("C1;;;;;;;;2021-03;10;;;");
        imported("C1;;;;;;;;2021-05;5;;;");
        jdbc.sql("""
                        insert into contrat_insertion (structure_id, reference, beneficiaire_id, employeur_id, modalite, debut)
                        select structure_id, 'C77', beneficiaire_id, employeur_id, modalite, debut from contrat_insertion where structure_id = ? and reference = 'C1'""").param(structure).update();
        jdbc.sql("""
                        insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures)
                        select r.structure_id, c.id, r.lot_id, r.mois, 50 from releve_heures r join contrat_insertion c on c.structure_id = r.structure_id and c.reference = 'C77'
                         where r.structure_id = ? and r.mois = '2021-03-01' and r.heures = 10""").param(structure).update();
        assertThat(text(post(facilitateur, adresse + "/annulation"))).contains("ce mois aurait plus de 744");

        jdbc.sql("insert into arrete_annuel (structure_id, annee, etat, arrete_le) values (?, 2021, 'ARRETE', now())")
                .param(structure)
                .update();
        assertThat(text(post(facilitateur, adresse + "/annulation"))).contains("L’année est arrêtée");
    }

    @Test
    void an_import_of_history_says_why_it_is_not_cancelled() {
        String adresse = page("/imports").select("table.records tbody a").attr("href");
        assertThat(page(adresse).select("main").text()).contains("Un import d’historique ne s’annule pas");
        String avant = rows();
        assertThat(post(facilitateur, adresse + "/annulation")).hasStatus(302);
        assertThat(rows()).isEqualTo(avant);
        assertThat(page(adresse).select("h1 .state").text()).isEqualTo("Importé");
    }

    @Test
    void hours_are_for_facilitateurs_and_each_structure_has_its_own() {
        String adresse = imported("C1;;;;;;;;2021-03;90;;;");
        UtilisateurConnecte administrateur = account(ADMINISTRATEUR, "Alex Petit");
        assertThat(send(administrateur, "heures", "h.csv", file("C1;;;;;;;;2021-03;91;;;")))
                .hasStatus(422);
        assertThat(Jsoup.parse(text(get(administrateur, "/imports"))).select("#genre-heures"))
                .isEmpty();
        assertThat(post(administrateur, adresse + "/annulation")).hasStatus(404);
        assertThat(get(administrateur, "/imports/heures")).hasStatus(403);
        Document vue = Jsoup.parse(text(get(administrateur, adresse)));
        assertThat(vue.select("details.more, table.findings")).isEmpty();
        assertThat(vue.text()).doesNotContain("Ângel");
        UtilisateurConnecte responsable = account(RESPONSABLE, "Dominique Roy");
        assertThat(post(responsable, adresse + "/annulation")).hasStatus(403);
        assertThat(get(responsable, "/imports/heures?annee=2021&format=csv")).hasStatus(403);

        long ailleurs = comptes.openStructure("Ailleurs", null);
        long id = comptes.openAccount(
                ailleurs, "ailleurs-" + ailleurs + "@exemple.fr", "Sam", null, EnumSet.of(FACILITATEUR));
        UtilisateurConnecte etranger = new UtilisateurConnecte(
                id, ailleurs, "x@exemple.fr", "Sam", "Ailleurs", null, EnumSet.of(FACILITATEUR));
        String avant = rows();
        assertThat(post(etranger, adresse + "/annulation")).hasStatus(404);
        assertThat(get(etranger, "/imports/heures?annee=2021&format=csv")).hasStatus(422);
        assertThat(rows()).isEqualTo(avant);
    }

    /** Deposits lines of hours and has them written; gives the address of the import. */
    private String imported(String... lignes) {
        String adresse = deposit("heures", "h.csv", file(lignes));
        assertThat(findings(settled(adresse)).toString() + counts(page(adresse)))
                .contains("En erreur 0");
        post(facilitateur, adresse + "/confirmation");
        assertThat(settled(adresse).select("h1 .state").text()).isEqualTo("Importé");
        return adresse;
    }

    private static byte[] file(String... lignes) {
        return (ENTETE + "\n" + String.join("\n", lignes) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] template(String periode, String format) {
        MvcTestResult reponse = get(facilitateur, "/imports/heures?" + periode + "&format=" + format);
        assertThat(reponse).hasStatusOk();
        return reponse.getResponse().getContentAsByteArray();
    }

    private static List<String> lines(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .lines()
                .toList();
    }

    /** Someone else at work, by name. */
    private void sql(String requete, UtilisateurConnecte moi) {
        transactions.executeWithoutResult(etat -> {
            jdbc.sql("select set_config('suivi.utilisateur', ?, true)")
                    .param(Long.toString(moi.id()))
                    .query(String.class)
                    .single();
            assertThat(jdbc.sql(requete).param(structure).update()).isPositive();
        });
    }

    /** Every figure and row of hours, versions and moments of change apart. */
    private String rows() {
        return String.join(
                "\n",
                jdbc.sql("""
                        select (to_jsonb(r) - 'version' - 'modifie_le' - 'modifie_par')::text from releve_heures r where structure_id = :structure
                        union all
                        select to_jsonb(z)::text from mois_sans_heure z where structure_id = :structure
                        union all
                        select 'counted ' || sum(heures) from heure_comptee where structure_id = :structure
                        order by 1""").param("structure", structure).query(String.class).list());
    }
}
