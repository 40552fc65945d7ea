package fr.suiviclauses.marche;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What is owed on a lot: dated movements, added and never changed. */
class ObligationTest extends EssaiMarche {

    /** Scenario 4 of the field: 1 000 h, −200 h on 1 June, 850 h done. */
    @Test
    void an_avenant_changes_the_obligation_from_its_day_on() {
        String marche = marche();
        String lot = lot(marche);
        work(id(lot), "Ângel", "2021-01-01", 150, 150, 150, 150, 150, 100);
        redirection(move(lot, "AVENANT", "01/06/2021", "-200"));

        assertThat(objective(marche + "?au=31/05/2021")).isEqualTo("Objectif du lot : 1\u202f000 h");
        assertThat(objective(marche + "?au=2021-06-01")).isEqualTo("Objectif du lot : 800 h");
        assertThat(moi.page(marche + "?au=01/06/2021")
                        .select(".objective .state")
                        .text())
                .isEqualTo("850 h faites, 106\u202f%");
        assertThat(moi.page(marche).select(".objective .note").text()).startsWith("L’obligation est dépassée de 50 h.");
        assertThat(moi.get(marche + "?au=31/02/2021")).hasStatus(400);
    }

    private String objective(String adresse) {
        return moi.page(adresse).select(".objective-name").text();
    }

    /** 1 h for 2 000 €: 10 000 € then 7 000 € are 5 h then 8.5 h. */
    @Test
    void orders_of_an_accord_cadre_make_hours() {
        String marche = marche("forme", "ACCORD_CADRE", "eurosParHeure", "2 000", "obligation", "");
        String lot = lot(marche);
        Document form = moi.page(lot + "/mouvements/nouveau");
        assertThat(form.select("#nature option[selected]").val()).isEqualTo("BON_DE_COMMANDE");
        assertThat(html(moi.get(lot + "/mouvements/proposition?montant=7 000")).text())
                .startsWith("Ce montant fait 3,50 h");

        redirection(move(lot, "BON_DE_COMMANDE", "01/03/2021", "", "montant", "10 000"));
        redirection(move(lot, "BON_DE_COMMANDE", "01/04/2021", "", "montant", "7 000"));

        assertThat(moi.page(marche).select(".movements td.n").eachText())
                .containsExactly("+5,00", "5,00", "+3,50", "8,50");
        assertThat(moi.page(marche).select(".movements").text()).contains("7\u202f000,00 €");
    }

    @Test
    void an_order_without_a_price_of_the_hour_asks_for_its_hours() {
        String lot = lot(marche());

        var refus = move(lot, "BON_DE_COMMANDE", "01/03/2021", "", "montant", "10 000");

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "heures")).startsWith("Indiquez les heures");
        assertThat(html(refus).select("#montant").val()).isEqualTo("10 000");
    }

    @Test
    void an_obligation_is_never_below_zero_on_any_day() {
        String lot = lot(marche());
        redirection(move(lot, "TRANCHE", "01/06/2021", "500"));

        var refus = move(lot, "AVENANT", "01/05/2021", "-1 200");

        assertThat(refus).hasStatus(422);
        assertThat(error(refus, "heures")).startsWith("Avec ce mouvement, l’obligation du lot passerait sous zéro");
        assertThat(html(refus).select("#heures").val()).isEqualTo("-1 200");
        redirection(move(lot, "AVENANT", "01/06/2021", "-1 200"));
    }

    @Test
    void an_obligation_begins_once_and_a_movement_changes_something() {
        String lot = lot(marche());

        assertThat(error(move(lot, "INITIAL", "01/01/2021", "5"), "nature")).startsWith("Ce lot a déjà une obligation");
        assertThat(error(move(lot, "AVENANT", "01/01/2021", "0"), "heures")).startsWith("Un mouvement de 0 h");
        assertThat(error(move(lot, "AVENANT", "", "5"), "dateEffet")).isEqualTo("Ce champ est obligatoire.");
        assertThat(error(move(lot, "AVENANT", "01/01/2021", "99999999"), "heures"))
                .isEqualTo("Ce nombre est trop grand.");
        assertThat(moi.page(lot + "/mouvements/nouveau")
                        .select("#nature option")
                        .eachText())
                .doesNotContain("Obligation initiale");
    }

    @Test
    void a_wrong_movement_is_compensated_and_both_stay() {
        String marche = marche();
        String lot = lot(marche);
        redirection(move(lot, "TRANCHE", "01/06/2021", "250,5"));
        String compenser = moi.page(marche).select(".movements a").get(1).attr("href");

        Document form = moi.page(decoded(compenser));
        assertThat(form.select("#nature option[selected]").val()).isEqualTo("TRANCHE");
        assertThat(form.select("#heures").val()).isEqualTo("−250,50");
        redirection(moi.post(
                lot + "/mouvements/nouveau",
                "nature",
                "TRANCHE",
                "dateEffet",
                form.select("#dateEffet").val(),
                "heures",
                form.select("#heures").val(),
                "motif",
                form.select("#motif").val(),
                "mouvements",
                form.select("[name=mouvements]").val()));

        assertThat(moi.page(marche).select(".movements tbody tr")).hasSize(3);
        assertThat(moi.page(marche).select(".movements").text()).contains("Compense « Tranche » du 01/06/2021");
        assertThat(objective(marche)).isEqualTo("Objectif du lot : 1\u202f000 h");
    }

    @Test
    void a_button_pressed_twice_or_someone_elses_movement_meanwhile_is_noticed() {
        String marche = marche();
        String lot = lot(marche);
        String presents = moi.page(lot + "/mouvements/nouveau")
                .select("[name=mouvements]")
                .val();
        String[] champs = {"nature", "AVENANT", "dateEffet", "01/06/2021", "heures", "10", "mouvements", presents};
        redirection(moi.post(lot + "/mouvements/nouveau", champs));

        var conflit = moi.post(lot + "/mouvements/nouveau", champs);

        assertThat(conflit).hasStatus(409);
        assertThat(html(conflit).select(".conflict").text()).startsWith("Un mouvement a été ajouté à ce lot");
        assertThat(objective(marche)).isEqualTo("Objectif du lot : 1\u202f010 h");
        champs[7] = html(conflit).select("[name=mouvements]").val();
        redirection(moi.post(lot + "/mouvements/nouveau", champs));
        assertThat(objective(marche)).isEqualTo("Objectif du lot : 1\u202f020 h");
    }

    @Test
    void lots_are_added_changed_and_removed() {
        String marche = marche();
        assertThat(moi.page(marche + "/lots/nouveau").select("#numero").val()).isEqualTo("2");
        redirection(moi.post(
                marche + "/lots/nouveau",
                "numero",
                "2",
                "objetLot",
                "Lot 2 – Charpente",
                "famille",
                Long.toString(famille),
                "clauses",
                "VOLONTAIRE",
                "obligation",
                "500",
                "dateObligation",
                "01/02/2021"));

        Document fiche = moi.page(marche);
        assertThat(fiche.select("#total-titre").text()).isEqualTo("Objectif du marché : 1\u202f500 h");
        assertThat(fiche.select(".objective h2").eachText()).contains("Lot 1 Gros œuvre", "Lot 2 – Charpente");
        assertThat(moi.page(marche + "?au=31/01/2021").select("#total-titre").text())
                .isEqualTo("Objectif du marché : 1\u202f000 h");
        var double2 = moi.post(
                marche + "/lots/nouveau", "numero", "2", "famille", Long.toString(famille), "clauses", "VOLONTAIRE");
        assertThat(error(double2, "numero")).isEqualTo("Ce marché a déjà un lot de ce numéro.");

        String second =
                fiche.select(".onward a[href$=/effort]").get(1).attr("href").replace("/effort", "");
        Document form = moi.page(second + "/modifier");
        assertThat(form.select("[name=clauses][checked]").val()).isEqualTo("VOLONTAIRE");
        String version = form.select("[name=version]").val();
        String[] champs = {
            "numero",
            "2",
            "objetLot",
            "Charpente",
            "famille",
            Long.toString(famille),
            "clauses",
            "CONDITION_EXECUTION",
            "version",
            version
        };
        redirection(moi.post(second + "/modifier", champs));
        assertThat(moi.post(second + "/modifier", champs)).hasStatus(409);
        assertThat(moi.page(marche).select(".timeline").text())
                .contains("Clause retirée du lot 2 : Engagement volontaire");

        Document modifie = moi.page(second + "/modifier");
        assertThat(modifie.select("main form[action=" + second + "/suppression] button")
                        .text())
                .isEqualTo("Supprimer le lot");
        redirection(moi.post(second + "/suppression"));
        assertThat(moi.page(marche).select(".objective h2").eachText()).containsExactly("Lot 1 Gros œuvre");
        work(id(lot(marche)), "Ângel", "2021-01-01", 10);
        redirection(moi.post(lot(marche) + "/suppression"));
        assertThat(moi.page(marche).select(".objective h2")).hasSize(1);
    }

    /** Whatever movements are accepted, the obligation on any day is the sum of those effective by then. */
    @Test
    void the_obligation_on_a_day_is_the_sum_of_the_movements_by_then() {
        Random hasard = new Random(14);
        String marche = marche("obligation", "100");
        String lot = lot(marche);
        List<Pas> acceptes = new ArrayList<>(List.of(new Pas(LocalDate.of(2021, 1, 1), new BigDecimal("100"))));
        for (int i = 0; i < 14; i++) {
            LocalDate jour = LocalDate.of(2021, 1, 1).plusDays(hasard.nextInt(300));
            BigDecimal heures = new BigDecimal(hasard.nextInt(20_001) - 10_000).movePointLeft(2);
            Pas pas = new Pas(jour, heures);
            boolean permis = heures.signum() != 0 && neverNegative(acceptes, pas);
            var reponse =
                    move(lot, "AVENANT", jour.toString(), heures.toPlainString().replace('.', ','));
            assertThat(reponse.getResponse().getStatus())
                    .as("%s after %s", pas, acceptes)
                    .isEqualTo(permis ? 302 : 422);
            if (permis) acceptes.add(pas);
        }
        assertThat(acceptes).hasSizeBetween(4, 14);

        for (int i = 0; i < 12; i++) {
            LocalDate jour = LocalDate.of(2020, 12, 20).plusDays(hasard.nextInt(330));
            BigDecimal somme = acceptes.stream()
                    .filter(pas -> !pas.jour.isAfter(jour))
                    .map(Pas::heures)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(objective(marche + "?au=" + jour))
                    .as("%s of %s", jour, acceptes)
                    .isEqualTo("Objectif du lot : " + somme.setScale(0, java.math.RoundingMode.HALF_UP) + " h");
        }
    }

    private record Pas(LocalDate jour, BigDecimal heures) {}

    private static boolean neverNegative(List<Pas> acceptes, Pas ajoute) {
        List<Pas> tous = new ArrayList<>(acceptes);
        tous.add(ajoute);
        return tous.stream()
                .map(Pas::jour)
                .allMatch(jour -> tous.stream()
                                .filter(pas -> !pas.jour.isAfter(jour))
                                .map(Pas::heures)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .signum()
                        >= 0);
    }
}
