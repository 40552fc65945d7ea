package fr.suiviclauses.heures;

import static fr.suiviclauses.Connecte.html;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A month above the plausible, stored without a reason as a reprise stores it, is seen over all contracts and justified. */
@ApplicationTest
class MoisPersonneTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Chantier chantier;
    private Connecte moi;
    private long zoe;
    private String adresse;

    /** 140 h with one employer, 85 h on another lot with a second contract, and 12 h that were rejected. */
    @BeforeEach
    void open() {
        chantier = Chantier.open(jdbc, comptes);
        moi = Connecte.to(mvc, comptes, chantier.structure(), Role.FACILITATEUR);
        zoe = chantier.person("Lefèvre");
        long personne = chantier.personOf(zoe);
        long autreLot = chantier.insert("lot (structure_id, marche_id, numero, objet, famille_id)"
                + " select :s, marche_id, '2', 'Peinture', famille_id from lot where id = " + chantier.lot());
        long second = chantier.contract(personne, autreLot, java.time.LocalDate.of(2021, 1, 1), null);
        chantier.hours(zoe, "2021-06-01", 140, "VALIDEE");
        chantier.insert("releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut) values (:s, " + second
                + ", " + autreLot + ", '2021-06-01', 85, 'DECLAREE')");
        chantier.insert("releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut, motif) values (:s, "
                + second + ", " + chantier.lot() + ", '2021-06-01', 12, 'REJETEE', 'Saisie deux fois')");
        chantier.hours(zoe, "2021-07-01", 100, "VALIDEE");
        adresse = "/heures/personnes/" + personne + "/2021-06";
    }

    private String state() {
        return moi.page(adresse).select("input[name=etat]").attr("value");
    }

    private List<String> reasons() {
        return jdbc.sql("""
                        select statut || ' ' || coalesce(justification, '-') from releve_heures
                         where structure_id = ? order by mois, heures""").param(chantier.structure()).query(String.class).list();
    }

    @Test
    void it_shows_all_contracts_of_the_month_and_what_the_rules_say_of_their_total() {
        Document page = moi.page(adresse);
        assertThat(page.select("main").text())
                .contains("Heures de juin 2021", "Lefèvre Zoé, tous contrats réunis : 225 h")
                .contains("225 h ce mois-ci sur l’ensemble de ses contrats, au-delà de 212,6 h.");
        assertThat(page.select("tbody tr").eachText())
                .hasSize(3)
                .anyMatch(ligne -> ligne.contains("lot 1 140 Validée"))
                .anyMatch(ligne -> ligne.contains("lot 2 85 Déclarée"))
                .anyMatch(ligne -> ligne.contains("12 Rejetée (hors du total) Saisie deux fois"));
        assertThat(page.select("tbody td a").eachAttr("href"))
                .containsOnly("/heures/mois?mois=2021-06&marche=" + chantier.marche());
    }

    @Test
    void the_mark_in_the_grid_and_the_control_lead_to_it_and_a_reason_settles_the_control() {
        assertThat(moi.page("/heures?annee=2021&marche=" + chantier.marche())
                        .select(".mark a")
                        .eachAttr("href"))
                .contains(adresse);
        assertThat(moi.page("/controles/mois-justifier").select("tbody a").eachAttr("href"))
                .contains(adresse);
        assertThat(moi.post(adresse, "justification", " Deux équipes, accord du 3 mai. ", "etat", state()))
                .hasStatus(302)
                .hasRedirectedUrl(adresse);
        assertThat(reasons())
                .containsExactly(
                        "REJETEE -",
                        "DECLAREE Deux équipes, accord du 3 mai.",
                        "VALIDEE Deux équipes, accord du 3 mai.",
                        "VALIDEE -");
        assertThat(moi.page("/controles/mois-justifier").select("tbody a")).isEmpty();
        assertThat(moi.page(adresse).select("input[name=justification]").attr("value"))
                .isEqualTo("Deux équipes, accord du 3 mai.");
    }

    /** As files gave them, another to each contract; that of rejected hours explains nothing. */
    @Test
    void the_reasons_that_it_has_already_are_there_each_once() {
        jdbc.sql("""
                        update releve_heures set justification = case statut when 'REJETEE' then 'Erreur de paie'
                                                                 when 'VALIDEE' then 'Deux équipes' else ' Astreintes ' end
                         where structure_id = ?""").param(chantier.structure()).update();
        chantier.insert("releve_heures (structure_id, contrat_id, lot_id, mois, heures, justification) select :s, "
                + zoe + ", id, '2021-06-01', 5, 'Deux équipes' from lot where structure_id = :s and numero = '2'");
        assertThat(moi.page(adresse).select("input[name=justification]").attr("value"))
                .isIn("Deux équipes\u00a0; Astreintes", "Astreintes\u00a0; Deux équipes");
    }

    @Test
    void a_reason_is_neither_empty_nor_a_social_security_number() {
        assertThat(moi.post(adresse, "justification", " ", "etat", state()))
                .hasStatus(422)
                .bodyText()
                .contains("justification-erreur");
        assertThat(moi.post(adresse, "justification", "Dossier 1 85 12 31 555 012 12", "etat", state()))
                .hasStatus(422)
                .bodyText()
                .contains("Dossier 1 85 12 31 555 012 12", "justification-erreur");
        assertThat(reasons()).allMatch(raison -> raison.endsWith(" -"));
    }

    /** Somebody wrote hours of the month meanwhile: the second sees them, and keeps what she typed. */
    @Test
    void hours_that_changed_meanwhile_are_shown_first() {
        String ouvert = state();
        jdbc.sql("update releve_heures set heures = 150 where structure_id = ? and heures = 140")
                .param(chantier.structure())
                .update();
        assertThat(moi.post(adresse, "justification", "Deux équipes", "etat", ouvert))
                .hasStatus(409)
                .bodyText()
                .contains("Ces heures ont changé", "235", "value=\"Deux équipes\"");
        assertThat(reasons()).allMatch(raison -> raison.endsWith(" -"));
        assertThat(moi.post(adresse, "justification", "Deux équipes", "etat", state()))
                .hasStatus(302);
    }

    @Test
    void a_plain_month_and_one_of_a_closed_year_are_read_but_take_no_reason() {
        String juillet = adresse.replace("2021-06", "2021-07");
        assertThat(moi.page(juillet).select("main form, main .note")).isEmpty();
        assertThat(moi.post(
                        juillet,
                        "justification",
                        "Deux équipes",
                        "etat",
                        jdbc.sql("select id || ':0' from releve_heures where structure_id = ? and heures = 100")
                                .param(chantier.structure())
                                .query(String.class)
                                .single()))
                .hasStatus(422)
                .bodyText()
                .contains("Ce mois ne demande pas de justification.");
        String ouvert = state();
        chantier.close(2021);
        assertThat(moi.page(adresse).select("main form")).isEmpty();
        MvcTestResult close = moi.post(adresse, "justification", "Deux équipes", "etat", ouvert);
        assertThat(close).hasStatus(422);
        assertThat(html(close).select(".flash-bad[role=alert]").text())
                .isEqualTo("L’année 2021 est arrêtée : ses heures ne changent plus.");
        assertThat(reasons()).allMatch(raison -> raison.endsWith(" -"));
    }

    @Test
    void its_title_is_french_whatever_the_month() {
        chantier.hours(zoe, "2021-04-01", 80, "VALIDEE");
        assertThat(moi.page(adresse).select("h1").text()).isEqualTo("Heures de juin 2021");
        assertThat(moi.page(adresse.replace("2021-06", "2021-04")).select("h1").text())
                .isEqualTo("Heures d’avril 2021");
    }

    @Test
    void who_is_not_of_the_structure_a_month_without_hours_and_nonsense_are_not_found() {
        Chantier autre = Chantier.open(jdbc, comptes);
        long contrat = autre.person("Ailleurs");
        autre.hours(contrat, "2021-06-01", 230, "VALIDEE");
        String ailleurs = "/heures/personnes/" + autre.personOf(contrat) + "/2021-06";
        assertThat(moi.get(ailleurs)).hasStatus(404);
        assertThat(moi.post(ailleurs, "justification", "Deux équipes", "etat", ""))
                .hasStatus(404);
        assertThat(moi.get(adresse.replace("2021-06", "2021-08"))).hasStatus(404);
        assertThat(moi.get(adresse.replace("2021-06", "2021-13"))).hasStatus(404);
        assertThat(moi.get(adresse.replace("2021-06", "juin"))).hasStatus(404);
    }
}
