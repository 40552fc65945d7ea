package fr.suiviclauses.beneficiaire;

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
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** People's records, entered and changed through their pages. The day is 17 January 2022. */
@ApplicationTest
class BeneficiaireTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("People", null), Role.FACILITATEUR);
    }

    private String create(String nom, String prenom, String naissance) {
        return redirection(moi.post(
                        "/beneficiaires/nouveau",
                        "nom",
                        nom,
                        "prenom",
                        prenom,
                        "naissance",
                        naissance,
                        "sexe",
                        "F",
                        "distinct",
                        "oui"))
                .replace("/entrees/nouvelle", "");
    }

    private void enter(String fiche, String debut, String critere) {
        redirection(moi.post(fiche + "/entrees/nouvelle", "debut", debut, "criteres", critere));
    }

    /** From a contract's form and back to it: her record, her entry, her contract. */
    @Test
    void a_person_entered_for_a_contract_is_led_back_to_it() {
        String contrat = "?contrat=lieu%3DChantier%2520%25C3%25A9cole%26lot%3D12%26beneficiaire%3D";
        URI adresse = URI.create("/beneficiaires/nouveau" + contrat);
        assertThat(html(moi.post(adresse, "nom", "")).select("main form.form").attr("action"))
                .isEqualTo(adresse.toString());
        URI entree = URI.create(redirection(
                moi.post(adresse, "nom", "Essai", "prenom", "Zoé", "naissance", "14/05/1990", "sexe", "F")));
        assertThat(entree.toString()).endsWith("/entrees/nouvelle" + contrat);
        assertThat(html(moi.post(entree, "debut", "")).select("main form.form").attr("action"))
                .isEqualTo(entree.toString());
        assertThat(redirection(moi.post(entree, "debut", "15/03/2021", "criteres", "DELD")))
                .isEqualTo("/contrats/nouveau?lieu=Chantier%20%C3%A9cole&lot=12&beneficiaire="
                        + entree.getPath().replaceAll("\\D", ""));
        for (String faux : new String[] {"lot=12", "//ailleurs.example/?a=", "a=b\n="})
            assertThat(moi.get("/beneficiaires/nouveau?contrat=" + faux))
                    .as(faux)
                    .hasStatus(404);
    }

    @Test
    void a_person_entered_with_her_address_is_on_her_sheet_and_in_the_list() {
        String fiche = redirection(moi.post(
                        "/beneficiaires/nouveau",
                        "nom",
                        " Dupond ",
                        "prenom",
                        "Benoîte",
                        "naissance",
                        "15/01/1990",
                        "sexe",
                        "F",
                        "reference",
                        "B12",
                        "adresse",
                        "12 rue des Lilas",
                        "codePostal",
                        "31000",
                        "commune",
                        "Toulouse",
                        "telephone",
                        "05 61 00 00 00",
                        "courriel",
                        "b.dupond@exemple.fr"))
                .replace("/entrees/nouvelle", "");

        Document page = moi.page(fiche);
        assertThat(page.select("h1").text()).isEqualTo("Dupond Benoîte Sans entrée");
        assertThat(page.select(".sheet dd").eachText())
                .containsExactly(
                        "15/01/1990, 32 ans",
                        "Femme",
                        "B12",
                        "12 rue des Lilas, 31000 Toulouse",
                        "05 61 00 00 00",
                        "b.dupond@exemple.fr");
        assertThat(moi.page("/beneficiaires").select("tbody th").eachText()).containsExactly("Dupond Benoîte");
    }

    @Test
    void what_is_missing_or_wrong_is_said_next_to_its_field() {
        var refus = moi.post(
                "/beneficiaires/nouveau",
                "nom",
                "",
                "prenom",
                "Benoîte",
                "naissance",
                "15/01/2023",
                "codePostal",
                "3100",
                "telephone",
                "abc",
                "courriel",
                "rien",
                "sexe",
                "X");

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "nom")).isEqualTo("Ce champ est obligatoire.");
        assertThat(error(refus, "naissance")).isEqualTo("Cette date est dans le futur.");
        assertThat(error(refus, "codePostal")).isEqualTo("Un code postal a 5 chiffres.");
        assertThat(error(refus, "telephone")).contains("illisible");
        assertThat(error(refus, "courriel")).contains("illisible");
        assertThat(error(refus, "sexe")).isEqualTo("Choisissez dans la liste.");
        assertThat(html(refus).select("#prenom").val()).isEqualTo("Benoîte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nom", "prenom", "reference", "adresse", "commune", "telephone", "courriel", "motifHomonyme"})
    void a_social_security_number_is_refused_wherever_it_is_typed(String champ) {
        for (String numero : List.of("185123155501212", "1 85 12 31 555 012 12", "1851231555012")) {
            var refus = moi.post(
                    "/beneficiaires/nouveau",
                    "nom",
                    champ.equals("nom") ? numero : "Dupond",
                    "prenom",
                    champ.equals("prenom") ? numero : "Benoîte",
                    "naissance",
                    "15/01/1990",
                    champ.equals("nom") || champ.equals("prenom") ? "commune" : champ,
                    champ.equals("nom") || champ.equals("prenom") ? "" : numero);
            assertThat(refus).as(champ + " " + numero).hasStatus(422);
        }
        assertThat(moi.page("/beneficiaires").select("tbody th")).isEmpty();
    }

    @Test
    void texts_that_no_record_can_hold_get_a_sentence() {
        for (String texte : List.of("\0", "\ud800", "a".repeat(1_000_000), "-1")) {
            assertThat(moi.post("/beneficiaires/nouveau", "nom", texte, "prenom", "A", "naissance", texte))
                    .hasStatus(422);
        }
    }

    @Test
    void whoever_comes_second_is_told_who_changed_what_and_may_still_save() {
        String fiche = create("Dupond", "Benoîte", "15/01/1990");
        String ouverte = moi.page(fiche + "/modifier").select("[name=version]").val();
        moi.post(
                fiche + "/modifier",
                "nom",
                "Dupond",
                "prenom",
                "Benoîte",
                "naissance",
                "15/01/1990",
                "commune",
                "Muret",
                "version",
                ouverte);

        String[] second = {
            "nom", "Dupond", "prenom", "Benoîte", "naissance", "15/01/1990", "commune", "Colomiers", "version", ouverte
        };
        var conflit = moi.post(fiche + "/modifier", second);

        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".conflict").text())
                .contains("par Camille Roux")
                .contains("– → Muret");
        assertThat(html(conflit).select("#commune").val()).isEqualTo("Colomiers");
        second[9] = html(conflit).select("[name=version]").val();
        assertThat(redirection(moi.post(fiche + "/modifier", second))).isEqualTo(fiche);
        assertThat(moi.page(fiche).select(".sheet").text()).contains("Colomiers");
    }

    @Test
    void whoever_comes_second_is_told_of_labels_not_of_codes() {
        String adresse = create("Dupond", "Benoîte", "15/01/1990") + "/modifier";
        Document ouverte = moi.page(adresse);
        String avant = ouverte.select("#sexe option[selected]").text();
        redirection(moi.post(adresse, filled(ouverte, "sexe", "H")));

        var conflit = moi.post(adresse, filled(ouverte, "commune", "Muret"));

        assertThat(told(conflit)).containsExactly("Sexe : " + avant + " → Homme");
    }

    @Test
    void a_person_with_an_entry_is_deactivated_never_deleted() {
        String fiche = create("Dupond", "Benoîte", "15/01/1990");
        enter(fiche, "15/01/2021", "DELD");

        moi.post(fiche + "/suppression");
        assertThat(moi.get(fiche)).hasStatusOk();
        moi.post(fiche + "/activation", "actif", "non");

        assertThat(moi.page("/beneficiaires").select("tbody th")).isEmpty();
        assertThat(moi.page("/beneficiaires?etat=inactifs").select("tbody th")).hasSize(1);
    }

    @Test
    void a_record_that_nothing_depends_on_is_deleted_though_its_sheet_was_read() {
        String fiche = create("Dupond", "Benoîte", "15/01/1990");
        moi.page(fiche);

        assertThat(redirection(moi.post(fiche + "/suppression"))).isEqualTo("/beneficiaires");
        assertThat(moi.get(fiche)).hasStatus(404);
    }

    @Test
    void reading_a_sheet_is_kept_with_who_and_when_and_nothing_else_is() {
        String fiche = create("Dupond", "Benoîte", "15/01/1990");
        moi.page("/beneficiaires");
        moi.page(fiche + "/modifier");
        assertThat(readings(fiche)).isEmpty();

        moi.page(fiche);
        moi.page(fiche);

        assertThat(readings(fiche)).containsExactly(moi.moi().id(), moi.moi().id());
    }

    private List<Long> readings(String fiche) {
        return jdbc.sql("select utilisateur_id from consultation where structure_id = ? and beneficiaire_id = ?")
                .params(moi.structure(), Long.valueOf(fiche.replaceAll("\\D", "")))
                .query(Long.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eligibilite=cours | Bientôt Finie, En Cours",
                "eligibilite=bientot | Bientôt Finie",
                "eligibilite=finie | Plus Éligible",
                "eligibilite=aucune | Sans Entrée",
                "critere=SENIOR_50 | Plus Éligible",
                "sexe=H | ",
                "q=ELIGIBLE plus | Plus Éligible",
                "q=100%25 | "
            })
    void the_list_is_filtered_and_found(String requete, String attendus) {
        enter(create("En", "Cours", "15/01/1990"), "15/01/2021", "DELD");
        enter(create("Bientôt", "Finie", "16/02/1991"), "01/02/2020", "DELD");
        enter(create("Plus", "Éligible", "17/03/1962"), "01/02/2018", "SENIOR_50");
        create("Sans", "Entrée", "18/04/1993");

        assertThat(String.join(
                        ", ",
                        moi.page("/beneficiaires?" + requete).select("tbody th").eachText()))
                .isEqualTo(attendus == null ? "" : attendus);
        assertThat(moi.get("/beneficiaires?format=csv&" + requete)).hasStatusOk();
    }

    @Test
    void another_structures_person_does_not_exist() {
        String fiche = create("Dupond", "Benoîte", "15/01/1990");
        enter(fiche, "15/01/2021", "DELD");
        String entree =
                moi.page(fiche).select("a[href*=prolongation]").attr("href").replace("/prolongation", "");
        Connecte autre = Connecte.to(mvc, comptes, comptes.openStructure("Ailleurs", null), Role.FACILITATEUR);

        for (String adresse : List.of(
                fiche,
                fiche + "/modifier",
                fiche + "/entrees/nouvelle",
                entree + "/modifier",
                entree + "/prolongation")) {
            assertThat(autre.get(adresse)).as(adresse).hasStatus(404);
        }
        for (String adresse : List.of(
                fiche + "/modifier",
                fiche + "/suppression",
                fiche + "/activation",
                fiche + "/entrees/nouvelle",
                entree + "/modifier",
                entree + "/prolongation",
                entree + "/suppression",
                entree + "/prolongations/1/suppression")) {
            assertThat(autre.post(adresse, "actif", "non")).as(adresse).hasStatus(404);
        }
        assertThat(autre.page("/beneficiaires").text()).doesNotContain("Dupond");
        assertThat(moi.get("/beneficiaires/99999999999999999999")).hasStatus(404);
        assertThat(moi.get(fiche + "/entrees/99999999999999999999/modifier")).hasStatus(404);
    }

    @Test
    void list_and_sheet_take_as_many_statements_for_one_row_as_for_many() {
        String fiche = create("Dupond", "Benoîte", "15/01/1990");
        enter(fiche, "15/01/2019", "DELD");
        long liste = RequetesComptees.during(() -> moi.page("/beneficiaires"));
        long une = RequetesComptees.during(() -> moi.page(fiche));
        for (int i = 1; i < 10; i++) {
            create("Autre " + i, "Personne " + i, "0" + i + "/0" + i + "/198" + i);
            enter(fiche, "1" + i + "/01/2021", "DELD");
        }

        assertThat(RequetesComptees.during(() -> moi.page("/beneficiaires"))).isEqualTo(liste);
        assertThat(RequetesComptees.during(() -> moi.page(fiche))).isEqualTo(une);
    }
}
