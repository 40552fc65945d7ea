package fr.suiviclauses.donneurordre;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.filled;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static fr.suiviclauses.Connecte.told;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Buyers, entered and changed through their pages; each test in a structure of its own, for a refusal ends a transaction. */
@ApplicationTest
class DonneurOrdreTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Buyers", null), Role.FACILITATEUR);
    }

    private String create(String nom, String... sirets) {
        return redirection(moi.post(
                "/donneurs-ordres/nouveau",
                "nom",
                nom,
                "nature",
                "PUBLIC",
                "sirets",
                String.join("\n", sirets),
                "distinct",
                "oui"));
    }

    @Test
    void a_buyer_entered_with_two_establishments_is_on_its_page_and_in_the_list() {
        String adresse = create("Ville de Rivière", "732 829 320 00074", "35600000000048");

        Document fiche = moi.page(adresse);
        assertThat(fiche.select("h1").text()).isEqualTo("Ville de Rivière Public");
        assertThat(fiche.select("dl.sheet dd").text()).isEqualTo("35600000000048 73282932000074");
        assertThat(moi.page("/donneurs-ordres").select("tbody th").eachText()).containsExactly("Ville de Rivière");
    }

    @Test
    void what_is_missing_or_wrong_is_said_next_to_its_field_and_what_was_typed_stays() {
        var refus = moi.post(
                "/donneurs-ordres/nouveau", "nom", " ", "nature", "AUTRE", "sirets", "73282932000079\n73282932000074");

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "nom")).isEqualTo("Ce champ est obligatoire.");
        assertThat(error(refus, "nature")).isEqualTo("Choisissez dans la liste.");
        assertThat(error(refus, "sirets")).startsWith("Ligne 1").contains("n’est pas valide");
        assertThat(html(refus).select("#sirets").text()).contains("73282932000079");
        assertThat(moi.page("/donneurs-ordres").select("h2").text()).contains("Rien n’est enregistré");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mairie de Toulouse | mairie  de-toulouse",
                "Toulouse Métropole | Toulouse Metropole Habitat",
                "Conseil départemental | Conseil départemental de la Haute-Garonne",
                "Office public de l’habitat | Office public de l habitat"
            })
    void likely_twins_are_shown_before_a_buyer_is_created(String existant, String nouveau) {
        create(existant);

        var reponse = moi.post("/donneurs-ordres/nouveau", "nom", nouveau, "nature", "PUBLIC");

        assertThat(reponse).hasStatus(422);
        assertThat(html(reponse).select(".flash-warn a").text()).isEqualTo(existant);
        assertThat(html(reponse).select("#nom").val()).isEqualTo(nouveau);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Mairie de Toulouse | Port de Bordeaux", "Région | Rectorat"})
    void different_names_are_nobodys_twins(String existant, String nouveau) {
        create(existant);

        assertThat(redirection(moi.post("/donneurs-ordres/nouveau", "nom", nouveau, "nature", "PRIVE")))
                .startsWith("/donneurs-ordres/");
    }

    @Test
    void two_active_buyers_never_bear_one_name_even_when_confirmed() {
        create("Ville de Rivière");

        var refus =
                moi.post("/donneurs-ordres/nouveau", "nom", "VILLE DE  RIVIERE", "nature", "PUBLIC", "distinct", "oui");

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "nom")).isEqualTo("Un autre donneur d’ordres actif porte ce nom.");
    }

    /** What people type may be a person's: the log of a refusal says nothing of it. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void what_the_database_refuses_is_not_written_to_the_log(CapturedOutput journal) {
        create("Ville de Rivière");

        moi.post("/donneurs-ordres/nouveau", "nom", "VILLE DE  RIVIERE", "nature", "PUBLIC", "distinct", "oui");

        assertThat(journal.getAll()).doesNotContainIgnoringCase("ville de");
    }

    @Test
    void an_establishment_belongs_to_one_buyer() {
        create("Ville de Rivière", "73282932000074");

        var refus = moi.post("/donneurs-ordres/nouveau", "nom", "Port", "nature", "PUBLIC", "sirets", "73282932000074");

        assertThat(error(refus, "sirets")).isEqualTo("Un autre donneur d’ordres a déjà ce SIRET.");
    }

    @Test
    void a_buyer_is_not_given_the_establishment_of_another_and_stays_as_it_was() {
        create("Ville de Rivière", "73282932000074");
        String port = create("Port", "35600000000048");
        String ouverte = moi.page(port + "/modifier").select("[name=version]").val();

        var refus = moi.post(
                port + "/modifier",
                "nom",
                "Port fluvial",
                "nature",
                "PRIVE",
                "sirets",
                "732 829 320 00074",
                "version",
                ouverte);

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "sirets")).isEqualTo("Un autre donneur d’ordres a déjà ce SIRET.");
        assertThat(html(refus).select("#sirets").text()).isEqualTo("732 829 320 00074");
        assertThat(html(refus).select("#nom").val()).isEqualTo("Port fluvial");
        Document fiche = moi.page(port);
        assertThat(fiche.select("h1").text()).isEqualTo("Port Public");
        assertThat(fiche.select("dl.sheet dd").text()).isEqualTo("35600000000048");
        assertThat(moi.page(port + "/modifier").select("[name=version]").val()).isEqualTo(ouverte);
        assertThat(html(refus).select("[name=version]").val()).isEqualTo(ouverte);
    }

    @Test
    void whoever_comes_second_is_told_who_changed_what_and_may_still_save() {
        String adresse = create("Ville de Rivière");
        String ouverte =
                moi.page(adresse + "/modifier").select("[name=version]").val();
        moi.post(adresse + "/modifier", "nom", "Rivière-Ville", "nature", "PUBLIC", "version", ouverte);

        var conflit = moi.post(adresse + "/modifier", "nom", "Rivière (ville)", "nature", "PUBLIC", "version", ouverte);

        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".conflict").text())
                .contains("par Camille Roux")
                .contains("Ville de Rivière → Rivière-Ville");
        assertThat(html(conflit).select("#nom").val()).isEqualTo("Rivière (ville)");
        moi.post(
                adresse + "/modifier",
                "nom",
                "Rivière (ville)",
                "nature",
                "PUBLIC",
                "version",
                html(conflit).select("[name=version]").val());
        assertThat(moi.page(adresse).select("h1").text()).startsWith("Rivière (ville)");
    }

    @Test
    void whoever_comes_second_is_told_of_every_field() {
        String adresse = create("Ville de Rivière", "732 829 320 00074", "35600000000048") + "/modifier";
        Document ouverte = moi.page(adresse);
        redirection(moi.post(adresse, filled(ouverte, "nature", "PRIVE", "sirets", "35600000000048")));

        var conflit = moi.post(adresse, filled(ouverte, "nom", "Rivière"));

        assertThat(told(conflit))
                .containsExactlyInAnyOrder(
                        "Nature : Public → Privé", "SIRET : 35600000000048 ; 73282932000074 → 35600000000048");
    }

    @Test
    void a_charter_has_dates_that_never_overlap() {
        String adresse = create("Ville de Rivière");
        moi.post(adresse + "/chartes/nouvelle", "charte", "SBA", "debut", "01/01/2020", "fin", "31/12/2021");

        var refus = moi.post(adresse + "/chartes/nouvelle", "charte", "SBA", "debut", "01/06/2021", "fin", "");

        assertThat(error(refus, "debut")).isEqualTo("Ces dates recouvrent une autre signature de la même charte.");
        Document fiche = moi.page(adresse);
        assertThat(fiche.select("section[aria-labelledby=chartes-titre] .lines li")
                        .text())
                .startsWith("Small Business Act toulousain du 01/01/2020 au 31/12/2021");
        // The day is 17 January 2022.
        assertThat(fiche.select(".lines .state").text()).isEmpty();
        moi.post(fiche.select(".lines form").attr("action"));
        assertThat(moi.page(adresse)
                        .select("section[aria-labelledby=chartes-titre] .lines li")
                        .text())
                .isEqualTo("Aucune charte signée.");
    }

    @Test
    void a_charter_is_changed_and_whoever_comes_second_is_told_what_changed() {
        String adresse = create("Ville de Rivière");
        redirection(moi.post(adresse + "/chartes/nouvelle", "charte", "SBA", "debut", "01/01/2020", "fin", ""));
        String charte = moi.page(adresse)
                .select("section[aria-labelledby=chartes-titre] .lines a")
                .attr("href");
        Document form = moi.page(charte);
        assertThat(form.select("#charte option[selected]").val()).isEqualTo("SBA");
        assertThat(form.select("#debut").val()).isEqualTo("01/01/2020");
        String ouverte = form.select("[name=version]").val();
        String[] champs = {"charte", "SBA", "debut", "01/01/2020", "fin", "31/12/2019", "version", ouverte};
        assertThat(error(moi.post(charte, champs), "fin")).isEqualTo("La fin est avant le début.");
        champs[5] = "31/12/2022";
        assertThat(redirection(moi.post(charte, champs))).isEqualTo(adresse);
        assertThat(chartes(adresse)).startsWith("Small Business Act toulousain du 01/01/2020 au 31/12/2022 en vigueur");

        champs[1] = "TRAVAIL_EN_JOURNEE";
        champs[5] = "";
        var conflit = moi.post(charte, champs);

        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".conflict").text())
                .contains("par Camille Roux", "Dernier jour : – → 31/12/2022")
                .doesNotContain("Signée le");
        assertThat(html(conflit).select("#charte option[selected]").val()).isEqualTo("TRAVAIL_EN_JOURNEE");
        champs[7] = html(conflit).select("[name=version]").val();
        redirection(moi.post(charte, champs));
        assertThat(chartes(adresse)).startsWith("Travail en journée depuis le 01/01/2020");
        champs[7] = moi.page(charte).select("[name=version]").val();
        redirection(moi.post(charte, champs));
        assertThat(moi.page(charte).select("[name=version]").val())
                .as("saving what it is already is no change")
                .isEqualTo(champs[7]);

        moi.post(adresse + "/chartes/nouvelle", "charte", "TRAVAIL_EN_JOURNEE", "debut", "", "fin", "31/12/2018");
        champs[3] = "01/06/2018";
        assertThat(error(moi.post(charte, champs), "debut"))
                .isEqualTo("Ces dates recouvrent une autre signature de la même charte.");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);
        assertThat(autre.get(charte)).hasStatus(404);
        assertThat(autre.post(charte, champs)).hasStatus(404);
        String ailleurs = charte.replace(adresse, create("Port autonome"));
        assertThat(moi.get(ailleurs)).hasStatus(404);
        assertThat(moi.post(ailleurs, champs)).hasStatus(404);
    }

    private String chartes(String adresse) {
        return moi.page(adresse)
                .select("section[aria-labelledby=chartes-titre] .lines li")
                .text();
    }

    @Test
    void a_buyer_with_a_marche_is_deactivated_never_deleted() {
        String adresse = create("Ville de Rivière");
        marche(id(adresse), "M1");

        moi.post(adresse + "/suppression");
        assertThat(moi.get(adresse)).hasStatusOk();
        moi.post(adresse + "/activation", "actif", "non");

        assertThat(moi.page("/donneurs-ordres").select("tbody th")).isEmpty();
        assertThat(moi.page("/donneurs-ordres?etat=inactifs").select("tbody th").eachText())
                .containsExactly("Ville de Rivière");
    }

    @Test
    void a_buyer_that_nothing_depends_on_is_deleted_with_its_charters() {
        String adresse = create("Ville de Rivière", "73282932000074");
        moi.post(adresse + "/chartes/nouvelle", "charte", "SBA", "debut", "", "fin", "");

        assertThat(redirection(moi.post(adresse + "/suppression"))).isEqualTo("/donneurs-ordres");
        assertThat(moi.get(adresse)).hasStatus(404);
    }

    @Test
    void a_list_is_found_by_name_siret_or_marche_whatever_accents_and_case() {
        String riviere = create("Ville de Rivière", "73282932000074");
        create("Port autonome");
        marche(id(riviere), "M-2021/14");

        for (String q : List.of("riviere", "RIVIÈRE vil", "73282932", "2021/14", "m 2021")) {
            assertThat(moi.page("/donneurs-ordres?q=" + q).select("tbody th").eachText())
                    .as(q)
                    .containsExactly("Ville de Rivière");
        }
        assertThat(moi.page("/donneurs-ordres?q=100%25").select(".empty h2").text())
                .isEqualTo("Rien ne correspond.");
    }

    @Test
    void a_list_is_sorted_filtered_and_kept_as_a_view_and_a_file() {
        create("Alpha");
        create("Zeta");
        moi.post("/donneurs-ordres/nouveau", "nom", "Midi", "nature", "PRIVE", "distinct", "oui");

        Document page = moi.page("/donneurs-ordres?nature=PUBLIC&tri=-nom");
        assertThat(page.select("tbody th").eachText()).containsExactly("Zeta", "Alpha");
        assertThat(page.select(".list-count strong").text()).isEqualTo("2 donneurs d’ordres");
        assertThat(redirection(moi.post(
                        "/vues",
                        "liste",
                        page.select(".views-card [name=liste]").val(),
                        "requete",
                        page.select(".views-card [name=requete]").val(),
                        "nom",
                        "Les publics")))
                .isEqualTo("/donneurs-ordres?nature=PUBLIC&tri=-nom");
        assertThat(moi.page("/donneurs-ordres").select(".views-list a").attr("href"))
                .isEqualTo("/donneurs-ordres?nature=PUBLIC&tri=-nom");
        assertThat(moi.get("/donneurs-ordres?nature=PUBLIC&tri=-nom&format=csv"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Nom", "Zeta", "Alpha")
                .doesNotContain("Midi");
    }

    @Test
    void a_view_keeps_no_social_security_number_that_was_searched() {
        for (String requete :
                List.of("q=1+85+05+78+006+084+91", "q=185057800608491", "q=1%2085%2005%2078%20006%20084%2091")) {
            moi.post("/vues", "liste", "/donneurs-ordres", "requete", requete, "nom", "Vue " + requete.length());
        }
        assertThat(moi.post("/vues", "liste", "/donneurs-ordres", "requete", "q=%zz", "nom", "Cassée"))
                .hasStatus(400);
        assertThat(moi.page("/donneurs-ordres").select(".views-list a")).isEmpty();
    }

    @Test
    void addresses_that_make_no_sense_are_refused_with_a_sentence() {
        for (String adresse : List.of("tri=inconnu", "page=0", "page=abc", "nature=AUTRE", "etat=%00", "format=pdf")) {
            assertThat(moi.get("/donneurs-ordres?" + adresse)).as(adresse).hasStatus(400);
        }
        assertThat(moi.get("/donneurs-ordres?q=%00%F0%9F%98%80")).hasStatusOk();
    }

    @Test
    void another_structures_buyer_does_not_exist() {
        String adresse = create("Ville de Rivière");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);

        assertThat(autre.get(adresse)).hasStatus(404);
        assertThat(autre.get(adresse + "/modifier")).hasStatus(404);
        assertThat(autre.post(adresse + "/suppression")).hasStatus(404);
        assertThat(autre.post(adresse + "/chartes/nouvelle", "charte", "SBA")).hasStatus(404);
        assertThat(autre.get(adresse + "/fusion")).hasStatus(404);
        assertThat(autre.page("/donneurs-ordres").text()).doesNotContain("Rivière");
        assertThat(moi.get("/donneurs-ordres/99999999999999999999")).hasStatus(404);
    }

    @Test
    void a_list_takes_as_many_statements_for_one_row_as_for_many() {
        create("Alpha");
        long une = RequetesComptees.during(() -> moi.page("/donneurs-ordres"));
        for (int i = 0; i < 30; i++) create("Donneur " + i);

        assertThat(RequetesComptees.during(() -> moi.page("/donneurs-ordres"))).isEqualTo(une);
    }

    private static long id(String adresse) {
        return Long.parseLong(adresse.substring(adresse.lastIndexOf('/') + 1));
    }

    private void marche(long donneur, String reference) {
        jdbc.sql("""
                        insert into marche (structure_id, donneur_ordre_id, reference, type, date_notification)
                        values (:structure, :donneur, :reference, 'SERVICES', date '2021-01-01')""")
                .param("structure", moi.structure())
                .param("donneur", donneur)
                .param("reference", reference)
                .update();
    }
}
