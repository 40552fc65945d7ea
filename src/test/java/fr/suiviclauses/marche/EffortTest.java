package fr.suiviclauses.marche;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The effort calculator: it proposes, explains, and writes what is retained. */
class EffortTest extends EssaiMarche {

    private static final String FORMULE = "?mode=FORMULE&montant=1 000 000&part=50 %&taux=5&cout=30";

    @Test
    void it_proposes_and_explains_each_factor_before_a_marche_exists() {
        Document page = moi.page("/marches/effort" + FORMULE);

        assertThat(page.select(".details-total").text()).isEqualTo("833 h");
        assertThat(page.select(".steps strong").eachText())
                .containsExactly(
                        "1\u202f000\u202f000 €",
                        "50\u202f%",
                        "500\u202f000 €",
                        "5\u202f%",
                        "25\u202f000 €",
                        "30 €",
                        "833,33 h");
        assertThat(page.select("section .note").get(0).text()).startsWith("Valeur exacte : 833,33 h");
        assertThat(page.select("#clause").text()).contains("au moins 833 heures de travail", "« Essai »");

        Document form = moi.page(decoded(page.select(".onward a").attr("href")));
        assertThat(form.select("#obligation").val()).isEqualTo("833");
        assertThat(form.select("[name=montant]").val()).isEqualTo("1 000 000");
        assertThat(form.text()).contains("× 5\u202f% ÷ 30 € = 833,33 h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 000 | 50 | 5 | 30 | 83 | 83,33",
                "1 000 | 100 | 100 | 2000 | 1 | 0,5",
                "999,99 | 100 | 100 | 2000 | 0 | 0,5",
                "333 | 33,33 | 7,5 | 27,85 | 0 | 0,3",
                "999 999 999 999,99 | 100 | 100 | 0,01 | 99 999 999 999 999 | "
            })
    void the_proposal_is_rounded_once_half_up_from_the_exact_ratio(
            String montant, String part, String taux, String cout, String propose, String exact) {
        Document page =
                moi.page("/marches/effort?montant=" + montant + "&part=" + part + "&taux=" + taux + "&cout=" + cout);

        assertThat(page.select(".details-total").text()).isEqualTo(propose.replace(' ', '\u202f') + " h");
        if (exact != null)
            assertThat(page.select(".steps dd:last-child strong").text()).isEqualTo(exact + " h");
    }

    @Test
    void what_is_missing_or_makes_no_sense_is_said_next_to_its_field() {
        var refus = moi.get("/marches/effort?montant=0&part=150&taux=&cout=abc");

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "montant")).startsWith("Un nombre plus grand que zéro");
        assertThat(error(refus, "part")).isEqualTo("Au plus 100.");
        assertThat(error(refus, "taux")).isEqualTo("Ce champ est obligatoire.");
        assertThat(error(refus, "cout")).startsWith("Nombre illisible");
        assertThat(html(refus).select("#part").val()).isEqualTo("150");
        assertThat(moi.get("/marches/effort")).hasStatusOk();
    }

    @Test
    void the_value_retained_becomes_the_initial_obligation_whatever_was_proposed() {
        String marche = marche("obligation", "");
        String lot = lot(marche);
        assertThat(moi.page(lot + "/clause").select(".empty h2").text())
                .isEqualTo("Ce lot ne doit encore aucune heure.");
        Document page = moi.page(lot + "/effort" + FORMULE);
        assertThat(page.select("#heures").val()).isEqualTo("833");
        assertThat(page.select("#dateEffet").val()).isEqualTo("01/01/2021");
        assertThat(page.select("#clause").text()).contains("Pour le lot 1", "condition d’exécution, article L. 2112-2");

        redirection(retain(lot, "850", "01/01/2021", "0"));

        Document fiche = moi.page(marche);
        assertThat(fiche.select(".objective-name").text()).isEqualTo("Objectif du lot : 850 h");
        assertThat(fiche.select(".movements tbody tr").text())
                .contains("Obligation initiale, 1\u202f000\u202f000,00 €", "÷ 30 € = 833,33 h");
        // The documents say what the contract says, not what was proposed.
        assertThat(moi.page(lot + "/clause").select("#clause").text())
                .contains("Pour le lot 1", "au moins 850 heures de travail", "article L. 2112-2");

        object(lot, "Gros œuvre");
        assertThat(moi.page(lot + "/clause").select("#clause").text())
                .contains("Pour le lot 1 (Gros œuvre), le titulaire");
        object(lot, "Lot 1 – Gros œuvre");
        assertThat(moi.page(lot + "/clause").select("#clause").text())
                .contains("Pour le lot 1 – Gros œuvre, le titulaire");
    }

    private void object(String lot, String objet) {
        jdbc.sql("update lot set objet = ? where id = ?::bigint")
                .params(objet, lot.replace("/lots/", ""))
                .update();
    }

    @Test
    void where_there_is_an_obligation_an_avenant_brings_it_to_the_value_retained() {
        String marche = marche();
        String lot = lot(marche);
        redirection(retain(lot, "833", "01/06/2021", "1"));

        assertThat(moi.page(marche).select(".movements td.n").eachText())
                .containsExactly("+1\u202f000,00", "1\u202f000,00", "−167,00", "833,00");
        assertThat(error(retain(lot, "833", "01/07/2021", "2"), "heures"))
                .isEqualTo("L’obligation du lot est déjà de 833 h à cette date.");
        assertThat(error(retain(lot, "900", "01/12/2020", "2"), "dateEffet")).contains("commence le 01/01/2021");
        assertThat(retain(lot, "900", "01/07/2021", "1")).hasStatus(409);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult retain(
            String lot, String heures, String date, String presents) {
        return moi.post(
                lot + "/effort",
                "mode",
                "FORMULE",
                "montant",
                "1 000 000",
                "part",
                "50",
                "taux",
                "5",
                "cout",
                "30",
                "heures",
                heures,
                "dateEffet",
                date,
                "mouvements",
                presents);
    }

    /** 17 000 € at one hour for 2 000 € are 8.5 h; what is retained is the price of the hour. */
    @Test
    void an_accord_cadre_retains_the_price_of_an_hour() {
        String lot = lot(marche("forme", "ACCORD_CADRE", "obligation", ""));
        assertThat(moi.page(lot + "/effort").select("[aria-current=page]").text())
                .startsWith("Accord-cadre");
        Document page = moi.page(lot + "/effort?mode=COMMANDES&montant=17000&euros=2000");
        assertThat(page.select(".details-total").text()).isEqualTo("8,5 h");
        assertThat(page.select("#clause").text()).contains("une heure de travail pour 2000 € HT commandés");

        String marche = redirection(
                moi.post(lot + "/euros-par-heure", "mode", "COMMANDES", "montant", "17000", "euros", "2 000"));

        assertThat(moi.page(marche).select(".objective .sentence").text())
                .contains("Une heure pour 2\u202f000,00 € commandés");
        assertThat(moi.page(lot + "/clause").select("#clause").text())
                .contains("une heure de travail pour 2\u202f000 € HT commandés");
        assertThat(moi.post(lot + "/euros-par-heure", "mode", "COMMANDES", "euros", "0"))
                .hasStatus(422);
    }
}
