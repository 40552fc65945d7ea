package fr.suiviclauses.heures;

import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriUtils;

/** A year's hours to decide on: page by page, with the address telling the filters, and decided page by page. */
@ApplicationTest
class ValidationTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Chantier chantier;
    private Connecte moi;
    private String adresse;

    /** Ten people with twelve months each, declared. */
    @BeforeEach
    void declare() {
        chantier = Chantier.open(jdbc, comptes);
        moi = Connecte.to(mvc, comptes, chantier.structure(), Role.FACILITATEUR);
        adresse = "/heures/validation?annee=2021&marche=" + chantier.marche() + "&statut=DECLAREE";
        List<String> champs = new ArrayList<>(List.of("comme", "DECLAREE"));
        for (int i = 0; i < 10; i++) {
            long contrat = chantier.person("Personne" + i);
            for (int mois = 1; mois <= 12; mois++) {
                champs.add("h_" + contrat + "_" + chantier.lot() + "_2021-%02d".formatted(mois));
                champs.add("10,5");
            }
        }
        redirection(moi.post("/heures?annee=2021&marche=" + chantier.marche(), champs.toArray(String[]::new)));
    }

    private static List<String> boxes(Document page) {
        return page.select("input[name=choix]").eachAttr("value");
    }

    /** What was rejected was not worked: taken back, it counts in its person's month again. */
    @Test
    void hours_taken_back_are_judged_as_if_they_were_typed() {
        String autre = Long.toString(chantier.insert("lot (structure_id, marche_id, numero, famille_id) select :s, "
                + chantier.marche() + ", '2', min(id) from famille_achat where structure_id = :s"));
        String rejetees = adresse.replace("DECLAREE", "REJETEE");
        jdbc.sql("update releve_heures set heures = 200, statut = 'VALIDEE' where structure_id = ?")
                .param(chantier.structure())
                .update();
        jdbc.sql("insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut, motif)"
                        + " select structure_id, contrat_id, ?, mois, 30, 'REJETEE', 'doublon' from releve_heures"
                        + " where structure_id = ? and mois = '2021-03-01'")
                .params(Long.valueOf(autre), chantier.structure())
                .update();
        List<String> choix = boxes(moi.page(rejetees));
        assertThat(choix).hasSize(10);
        String[] champs = {"choix", choix.get(0), "decision", "DECLAREE"};

        MvcTestResult refus = moi.post(rejetees, champs);

        assertThat(refus).hasStatus(422);
        assertThat(html(refus).text()).contains("mars 2021 : 230 h", "212,6 h", "justification");
        assertThat(boxes(moi.page(rejetees))).hasSize(10);
        jdbc.sql(
                        "update releve_heures set justification = 'Deux équipes' where structure_id = ? and statut = 'VALIDEE'")
                .param(chantier.structure())
                .update();
        redirection(moi.post(rejetees, champs));
        assertThat(boxes(moi.page(rejetees))).hasSize(9);
        jdbc.sql("update releve_heures set heures = 600 where structure_id = ? and mois = '2021-03-01'")
                .param(chantier.structure())
                .update();
        assertThat(html(moi.post(rejetees, "choix", choix.get(1), "decision", "VALIDEE"))
                        .text())
                .contains("744 h");
    }

    @Test
    void what_the_rules_say_against_hours_is_read_where_they_are_decided_on() {
        jdbc.sql("update releve_heures set heures = 160 where structure_id = ? and mois = '2021-02-01'")
                .param(chantier.structure())
                .update();
        jdbc.sql(
                        "update releve_heures set heures = 225, justification = 'Deux équipes' where structure_id = ? and mois = '2021-01-01'")
                .param(chantier.structure())
                .update();
        jdbc.sql("update entree set fin = '2021-10-31' where structure_id = ?")
                .param(chantier.structure())
                .update();
        jdbc.sql("update marche set date_fin = '2021-11-30' where structure_id = ?")
                .param(chantier.structure())
                .update();

        assertThat(remarks(moi.page(adresse), "janvier 2021"))
                .containsOnly("Deux équipes 225 h ce mois-ci sur l’ensemble de ses contrats, au-delà de 212,6 h.");
        assertThat(remarks(moi.page(adresse), "février 2021"))
                .containsOnly("160 h ce mois-ci sur l’ensemble de ses contrats, au-delà de 151,67 h.");
        assertThat(remarks(moi.page(adresse), "mars 2021")).containsOnly("");
        assertThat(remarks(moi.page(adresse + "&page=3"), "novembre 2021"))
                .containsOnly("Hors de la période d’éligibilité : ces heures sont gardées, mais ne comptent pas.");
        assertThat(remarks(moi.page(adresse + "&page=3"), "décembre 2021"))
                .containsOnly("Hors de la période d’éligibilité : ces heures sont gardées, mais ne comptent pas."
                        + " Hors des dates du marché : ces heures comptent, et figurent dans les contrôles.");
    }

    @Test
    void fifty_releves_take_as_many_statements_as_ten() {
        long rien = RequetesComptees.during(() -> moi.page(adresse.replace("annee=2021", "annee=2022")));
        jdbc.sql("update releve_heures set mois = '2022-01-01' where structure_id = ? and mois = '2021-01-01'")
                .param(chantier.structure())
                .update();
        assertThat(boxes(moi.page(adresse.replace("annee=2021", "annee=2022")))).hasSize(10);
        long quelques = RequetesComptees.during(() -> moi.page(adresse.replace("annee=2021", "annee=2022")));

        assertThat(quelques).isEqualTo(rien + 1);
        assertThat(RequetesComptees.during(() -> moi.page(adresse))).isEqualTo(quelques);
        assertThat(RequetesComptees.during(() -> moi.page(adresse + "&q=personne zoe")))
                .isEqualTo(quelques);
    }

    /** Who works for another company, on another buyer's marché: declared in March, validated in April. */
    private void elsewhere() {
        long jardins =
                chantier.insert("entreprise (structure_id, nom, siren) values (:s, 'Jardins Clairs', '999000011')");
        long region = chantier.insert("donneur_ordre (structure_id, nom, nature) values (:s, 'Région Sud', 'PUBLIC')");
        long gare = chantier.insert("marche (structure_id, donneur_ordre_id, reference, type, date_debut) values (:s, "
                + region + ", 'GARE-07', 'TRAVAUX', '2021-01-01')");
        long lot = chantier.insert("lot (structure_id, marche_id, numero, famille_id) select :s, " + gare
                + ", '3', min(id) from famille_achat where structure_id = :s");
        long personne = chantier.insert(
                "beneficiaire (structure_id, nom, prenom, naissance) values (:s, 'Le Goff', 'Éloïse', '1991-01-02')");
        chantier.insert("entree (structure_id, beneficiaire_id, debut, fin) values (:s, " + personne
                + ", '2021-01-15', '2023-01-14')");
        long contrat = chantier.insert(
                "contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, debut) values (:s, "
                        + personne + ", " + jardins + ", 'EI', '2021-01-01')");
        String releve =
                "releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut, justification) values (:s, "
                        + contrat + ", " + lot;
        chantier.insert(releve + ", '2021-03-01', 160.25, 'DECLAREE', 'Deux équipes')");
        chantier.insert(releve + ", '2021-04-01', 12.5, 'VALIDEE', null)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le goff",
                "ELOISE",
                "éloïse goff",
                "jardins",
                "999000011",
                "9990000",
                "gare-07",
                "region",
                "sud eloise"
            })
    void hours_are_found_by_person_employer_marche_and_buyer_whatever_accents_and_case(String q) {
        elsewhere();

        Document page = moi.page("/heures/validation?annee=2021&q=" + q);

        assertThat(page.select(".who").eachText()).containsExactly("Le Goff Éloïse");
        assertThat(page.select(".list-count strong").text()).isEqualTo("1 relevé à valider, 160,25 h");
        assertThat(page.select(".chips .chip").eachText())
                .containsExactly("À valider 1", "Brouillons 0", "Rejetées 0", "Validées 1");
        assertThat(moi.page("/heures/validation?annee=2021&q=macons riviere")
                        .select(".chips .chip")
                        .eachText())
                .contains("À valider 120");
    }

    @Test
    void a_search_stays_from_page_to_page_in_the_statuses_the_years_and_after_a_decision() {
        elsewhere();
        String cherche = adresse + "&q=personne%20zo%C3%A9";
        Document premiere = moi.page(URI.create(cherche));
        assertThat(premiere.select("[role=search]")).hasSize(1);
        assertThat(premiere.select("[role=search] #q").val()).isEqualTo("personne zoé");
        assertThat(premiere.select("[role=search] label").eachAttr("for")).containsExactly("q", "mois");
        assertThat(premiere.select("[role=search] [type=hidden]").stream()
                        .map(champ -> champ.attr("name") + "=" + champ.val()))
                .containsExactly("annee=2021", "marche=" + chantier.marche(), "statut=DECLAREE");
        assertThat(premiere.select(".chips a").eachAttr("href"))
                .allMatch(lien -> lien.endsWith("&q=personne%20zo%C3%A9"));
        assertThat(premiere.select(".years a").eachAttr("href"))
                .contains(cherche.replace("annee=2021", "annee=2022"))
                .allMatch(lien -> lien.endsWith("&q=personne%20zo%C3%A9"));
        String deuxieme = premiere.select(".pager a[rel=next]").attr("href");
        assertThat(deuxieme).isEqualTo(cherche + "&page=2");
        List<String> choix = boxes(moi.page(URI.create(deuxieme)));
        assertThat(choix).hasSize(50);

        MvcTestResult sansMotif = moi.post(URI.create(deuxieme), "choix", choix.get(3), "decision", "REJETEE");
        assertThat(sansMotif).hasStatus(422);
        assertThat(html(sansMotif).select("#q").val()).isEqualTo("personne zoé");
        assertThat(html(sansMotif).select("main form[method=post]").attr("action"))
                .isEqualTo(deuxieme);
        assertThat(redirection(moi.post(URI.create(deuxieme), "choix", choix.get(3), "decision", "VALIDEE")))
                .isEqualTo(deuxieme);
        assertThat(moi.page(URI.create(deuxieme)).select(".list-count strong").text())
                .startsWith("119 relevés à valider");
        assertThat(moi.page(URI.create(deuxieme))
                        .select(".list-count a:contains(Effacer)")
                        .attr("href"))
                .isEqualTo(adresse);
    }

    @Test
    void a_month_is_decided_on_from_its_grid_and_leads_back_to_the_year() {
        String mois = "/heures/validation?mois=2021-03&marche=" + chantier.marche();
        Element puce = moi.page("/heures/mois?mois=2021-03&marche=" + chantier.marche())
                .expectFirst(".chip:contains(À valider)");
        assertThat(puce.text()).isEqualTo("À valider (10)");
        assertThat(puce.attr("href")).isEqualTo(mois);
        assertThat(moi.page("/heures?annee=2021&marche=" + chantier.marche())
                        .select(".chip:contains(À valider)")
                        .text())
                .isEqualTo("À valider (120)");

        Document page = moi.page(mois);
        assertThat(page.select("h1").text()).isEqualTo("Validation des heures de mars 2021");
        assertThat(page.select(".list-count strong").text()).isEqualTo("10 relevés à valider, 105 h");
        assertThat(page.select("tbody td:nth-child(3)").eachText()).hasSize(10).containsOnly("mars 2021");
        assertThat(page.select("#mois option[selected]").text()).isEqualTo("mars 2021");
        assertThat(page.select(".list-count a:contains(Toute l’année 2021)").attr("href"))
                .isEqualTo(adresse);
        assertThat(page.select(".back a").attr("href"))
                .isEqualTo("/heures/mois?mois=2021-03&marche=" + chantier.marche());
        assertThat(boxes(moi.page(adresse + "&mois=2021-03")))
                .as("as the form sends it")
                .hasSize(10);
        assertThat(moi.page(adresse + "&mois=").select("#mois option[selected]").text())
                .isEqualTo("Toute l’année");

        String choix = boxes(page).get(0);
        assertThat(redirection(moi.post(mois, "choix", choix, "decision", "VALIDEE")))
                .isEqualTo(mois + "&statut=DECLAREE");
        assertThat(moi.page(mois + "&q=inconnue").select(".empty a").eachAttr("href"))
                .containsExactly(mois + "&statut=DECLAREE", adresse + "&q=inconnue");
        for (String inconnu : List.of("2021-13", "mars", "2021", "0000-01"))
            assertThat(moi.get(mois.replace("2021-03", inconnu))).as(inconnu).hasStatus(400);
    }

    @Test
    void what_is_shown_is_a_file_of_all_pages() throws Exception {
        elsewhere();
        Document page = moi.page(adresse + "&page=2");
        assertThat(page.select(".files a").eachAttr("href"))
                .containsExactly(adresse + "&format=xlsx", adresse + "&format=csv");
        assertThat(lines(moi.get(adresse + "&page=2&format=csv")))
                .filteredOn(ligne -> ligne.startsWith("Personne") && ligne.endsWith(";Déclarée;;"))
                .hasSize(120)
                .contains("Personne4 Zoé;mars 2021;10,50;Maçons Réunis;2020-07;1;Déclarée;;");

        List<String> cherche = lines(moi.get("/heures/validation?annee=2021&q=goff&format=csv"));
        assertThat(cherche)
                .startsWith(
                        "Personne;Mois;Heures;Employeur;Marché;Lot;Statut;Remarque;Avertissements",
                        "Le Goff Éloïse;mars 2021;160,25;Jardins Clairs;GARE-07;3;Déclarée;Deux équipes;"
                                + "160,25 h ce mois-ci sur l’ensemble de ses contrats, au-delà de 151,67 h.")
                .contains("Recherche : goff", "Statut : Déclarée")
                .noneMatch(ligne -> ligne.startsWith("Personne0"));
        assertThat(moi.get("/heures/validation?annee=2021&statut=VALIDEE&q=goff&format=csv"))
                .bodyText()
                .contains(";12,50;Jardins Clairs;");
        assertThat(moi.get(adresse + "&format=xlsx")).hasStatusOk();
        assertThat(moi.get("/heures/validation?mois=2021-03&format=csv")
                        .getResponse()
                        .getHeader("Content-Disposition"))
                .contains("validation-2021-03.csv");
        assertThat(moi.get(adresse + "&format=pdf")).hasStatus(400);
    }

    private static List<String> lines(MvcTestResult fichier) throws Exception {
        return fichier.getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .replace('\u00a0', ' ')
                .lines()
                .toList();
    }

    @Test
    void nothing_found_is_said_with_a_way_back_and_nonsense_finds_nothing() {
        Document page = moi.page(adresse + "&q=inconnue");
        assertThat(page.select(".empty h2").text()).isEqualTo("Rien ne correspond.");
        assertThat(page.select(".empty a").attr("href")).isEqualTo(adresse);
        assertThat(page.select(".list-count strong").text()).startsWith("0 relevé à valider");
        assertThat(page.select(".files")).isEmpty();
        for (String q : List.of("%", "\\", "😀", "' or 1=1 --", "{x}", "a".repeat(5_000), "<b>")) {
            Document rien = moi.page(URI.create(adresse + "&q=" + UriUtils.encode(q, StandardCharsets.UTF_8)));
            assertThat(rien.select(".empty h2").text()).as(q).isEqualTo("Rien ne correspond.");
        }
        assertThat(boxes(moi.page(URI.create(adresse + "&q=%00%ED%A0%BD")))).isNotNull();
        assertThat(boxes(moi.page(URI.create(adresse + "&q=%00personne0%00")))).hasSize(12);
    }

    /** A redirection's address waits in the session, which the database keeps. */
    @Test
    void a_social_security_number_that_is_searched_is_kept_nowhere() throws Exception {
        String nir = "1%2085%2005%2078%20006%20084%2091";
        String choix = boxes(moi.page(adresse)).get(0);
        assertThat(moi.page(URI.create(adresse + "&q=" + nir))
                        .select(".empty h2")
                        .text())
                .isEqualTo("Rien ne correspond.");
        assertThat(redirection(moi.post(URI.create(adresse + "&q=" + nir), "choix", choix, "decision", "VALIDEE")))
                .isEqualTo(adresse);
        assertThat(lines(moi.get(adresse + "&q=1 85 05 78 006 084 91&format=csv")))
                .contains("Recherche : ••••••")
                .noneMatch(ligne -> ligne.contains("084"));
        assertThat(moi.get("/contrats?q=1 85 05 78 006 084 91&format=csv"))
                .bodyText()
                .contains("••••••")
                .doesNotContain("084");
    }

    private static List<String> remarks(Document page, String mois) {
        List<String> remarques = page.select("tr:has(td:containsOwn(" + mois + ")) td:last-child").stream()
                .map(cellule -> cellule.text().replace('\u00a0', ' '))
                .toList();
        assertThat(remarques).as(mois).isNotEmpty();
        return remarques;
    }

    @Test
    void each_releve_is_on_one_page_and_the_filters_stay_in_the_address() {
        Document premiere = moi.page(adresse);
        assertThat(premiere.select(".list-count").text()).isEqualTo("120 relevés à valider, 1\u202f260 h");
        assertThat(premiere.select(".chip[aria-current]").text()).isEqualTo("À valider 120");
        assertThat(premiere.select(".lead-note").text()).isEqualTo("Ville de Rivière · marché 2020-07");
        assertThat(premiere.select(".pager span").text()).isEqualTo("Page 1 sur 3");
        String suite = premiere.select(".pager a[rel=next]").attr("href");
        assertThat(suite).isEqualTo(adresse + "&page=2");

        Document deuxieme = moi.page(suite);
        assertThat(deuxieme.select(".pager a[rel=prev]").attr("href")).isEqualTo(adresse);
        Document derniere = moi.page(deuxieme.select(".pager a[rel=next]").attr("href"));
        List<String> tous = new ArrayList<>(boxes(premiere));
        tous.addAll(boxes(deuxieme));
        tous.addAll(boxes(derniere));
        assertThat(boxes(premiere)).hasSize(50);
        assertThat(tous).hasSize(120).doesNotHaveDuplicates();
        assertThat(moi.page(adresse + "&page=99").select(".pager span").text()).isEqualTo("Page 3 sur 3");
        for (String page : List.of("0", "-1", "x", "1e3", "9999999999"))
            assertThat(moi.get(adresse + "&page=" + page)).as(page).hasStatus(400);
    }

    @Test
    void a_decision_is_for_the_page_that_was_ticked_and_comes_back_to_it() {
        String deuxieme = adresse + "&page=2";
        List<String> choix = boxes(moi.page(deuxieme));

        MvcTestResult sansMotif = moi.post(deuxieme, "choix", choix.get(3), "decision", "REJETEE");
        assertThat(sansMotif).hasStatus(422);
        assertThat(html(sansMotif).select(".pager span").text()).isEqualTo("Page 2 sur 3");
        assertThat(html(sansMotif).select("input[name=choix][checked]").eachAttr("value"))
                .containsExactly(choix.get(3));

        List<String> champs = new ArrayList<>(List.of("decision", "VALIDEE"));
        choix.forEach(un -> champs.addAll(List.of("choix", un)));
        assertThat(redirection(moi.post(deuxieme, champs.toArray(String[]::new))))
                .isEqualTo(deuxieme);
        Document apres = moi.page(deuxieme);
        assertThat(apres.select(".list-count").text()).startsWith("70 relevés à valider");
        assertThat(boxes(apres)).hasSize(20).doesNotContainAnyElementsOf(choix);
        assertThat(apres.select(".chips .chip").eachText())
                .containsExactly("À valider 70", "Brouillons 0", "Rejetées 0", "Validées 50");

        MvcTestResult tard =
                moi.post(deuxieme, "choix", choix.get(3), "decision", "REJETEE", "motif", "Saisi deux fois");
        assertThat(tard.getMvcResult().getFlashMap().get("erreur"))
                .asString()
                .startsWith("Un relevé n’a pas changé\u00a0: quelqu’un l’a modifié");
    }

    @Test
    void nothing_to_decide_is_said_and_a_closed_year_has_nothing_to_tick() {
        Document vide = moi.page("/heures/validation?annee=2020");
        assertThat(vide.select(".empty h2").text()).isEqualTo("Rien à valider.");
        assertThat(vide.select(".pager")).isEmpty();
        chantier.close(2021);
        Document close = moi.page(adresse);
        assertThat(close.select(".flash").text()).contains("Cette année est arrêtée");
        assertThat(close.select("tbody tr")).hasSize(50);
        assertThat(close.select("input[name=choix], button[name=decision]")).isEmpty();
    }
}
