package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.suiviclauses.compte.CompteService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hours grid by real keys alone, as in a spreadsheet: nothing here is clicked or dispatched by a script. */
@JourneyTest
class ClavierGrilleJourneyTest {

    /** What is seen where the focused cell begins and ends, unless it is that cell. */
    private static final String CACHE = """
            (() => { const cell = document.activeElement, r = cell.getBoundingClientRect()
              return [[r.left + 4, r.top + 4], [r.right - 4, r.bottom - 4]].map(([x, y]) => [x, y, document.elementFromPoint(x, y)])
                .filter(([x, y, seen]) => seen !== cell).map(([x, y, seen]) => Math.round(x) + ' ' + Math.round(y) + ' ' + seen?.outerHTML.slice(0, 80))
                .join() })()""";

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Feuille sheet(Navigateur navigateur) {
        return Feuille.of(navigateur, jdbc, comptes, 4);
    }

    @Test
    void arrows_go_from_cell_to_cell_and_through_what_is_being_typed(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        Page page = feuille.page();
        feuille.goTo(0, 6);
        feuille.press("ArrowRight");
        feuille.assertIn(0, 7);
        feuille.press("ArrowDown");
        feuille.assertIn(1, 7);
        feuille.press("ArrowLeft");
        feuille.assertIn(1, 6);
        feuille.press("ArrowUp");
        feuille.assertIn(0, 6);
        feuille.press("ArrowUp");
        feuille.assertIn(0, 6);

        page.keyboard().type("10");
        feuille.press("ArrowLeft");
        page.keyboard().type("2");
        assertThat(feuille.cell(0, 6)).hasValue("120");
        feuille.press("ArrowRight");
        feuille.assertIn(0, 6);
        feuille.press("ArrowRight");
        feuille.assertIn(0, 7);

        feuille.press("ArrowLeft", "F2");
        page.keyboard().type(",5");
        assertThat(feuille.cell(0, 6)).hasValue("120,5");
        feuille.press("ArrowDown", "ArrowUp");
        page.keyboard().type("98");
        // Typed over, not after.
        assertThat(feuille.cell(0, 6)).hasValue("98");
    }

    @Test
    void tab_and_enter_go_on_and_back_and_enter_ends_a_run_of_tabs_under_its_beginning(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        feuille.goTo(0, 6);
        feuille.press("Tab");
        feuille.assertIn(0, 7);
        feuille.press("Shift+Tab");
        feuille.assertIn(0, 6);
        feuille.press("ArrowDown", "ArrowUp", "Enter");
        feuille.assertIn(1, 6);
        feuille.press("Shift+Enter");
        feuille.assertIn(0, 6);

        feuille.page().keyboard().type("10");
        feuille.press("Tab");
        feuille.page().keyboard().type("21");
        feuille.press("Backspace", "Tab");
        feuille.page().keyboard().type("30");
        feuille.press("Enter");
        feuille.assertIn(1, 6);
        feuille.press("Enter");
        feuille.assertIn(2, 6);
        assertThat(feuille.row(0, 6, 8)).containsExactly("10", "2", "30");
    }

    @Test
    void a_block_is_chosen_filled_down_emptied_and_each_is_undone(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        Page page = feuille.page();
        feuille.type(0, 1, "10", "7h30");
        feuille.goTo(0, 1);
        feuille.press("Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown");
        assertThat(page.locator("td.chosen")).hasCount(6);
        feuille.press("Control+d");
        assertThat(feuille.row(2, 1, 3)).containsExactly("10", "7h30", "");
        assertThat(page.locator("#nouvelles")).containsText("6\u00a0nouvelles valeurs");
        feuille.press("Delete");
        assertThat(feuille.row(0, 1, 2)).containsExactly("", "");
        assertThat(page.locator("td.cell-new")).hasCount(0);
        feuille.press("Control+z");
        assertThat(feuille.row(0, 1, 2)).containsExactly("10", "7h30");
        assertThat(feuille.row(2, 1, 2)).containsExactly("10", "7h30");
        feuille.press("Control+z");
        assertThat(feuille.row(1, 1, 2)).containsExactly("", "");
        assertThat(feuille.row(0, 1, 2)).containsExactly("10", "7h30");
        feuille.press("Control+z");
        assertThat(feuille.row(0, 1, 2)).containsExactly("10", "");
        feuille.press("Escape");
        assertThat(page.locator("td.chosen")).hasCount(0);

        feuille.press("Shift+ArrowDown");
        page.keyboard().type("125");
        feuille.press("Backspace");
        // A letter, not the block.
        assertThat(feuille.cell(0, 1)).hasValue("12");
        feuille.press("ArrowDown", "Control+d");
        assertThat(feuille.cell(1, 1)).hasValue("12");
    }

    @Test
    void what_was_just_typed_is_an_action_of_its_own_before_a_fill_or_a_paste(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        Page page = feuille.page();
        feuille.goTo(0, 1);
        page.keyboard().type("12");
        feuille.press("Control+z");
        assertThat(feuille.cell(0, 1)).hasValue("");
        page.keyboard().type("15");
        feuille.press("Shift+ArrowDown", "Control+d", "Control+z");
        assertThat(feuille.cell(0, 1)).hasValue("15");
        assertThat(feuille.cell(1, 1)).hasValue("");
        feuille.press("Control+z");
        assertThat(feuille.cell(0, 1)).hasValue("");
        page.keyboard().type("7");
        assertThat(feuille.cell(0, 1)).hasValue("7");
        feuille.press("Enter", "Control+z");
        assertThat(feuille.cell(0, 1)).hasValue("");
        assertThat(page.locator("#annuler")).isDisabled();
    }

    @Test
    void a_block_is_copied_cut_and_pasted_by_the_real_clipboard(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        Page page = feuille.page();
        feuille.type(0, 1, "10", "20,5");
        feuille.type(1, 1, "30", "7h30");
        feuille.goTo(0, 1);
        feuille.press("Shift+ArrowRight", "Shift+ArrowDown", "Control+c");
        feuille.goTo(2, 5);
        feuille.press("Control+v");
        assertThat(feuille.row(2, 5, 6)).containsExactly("10", "20,5");
        assertThat(feuille.row(3, 5, 6)).containsExactly("30", "7h30");
        assertThat(page.locator("#nouvelles")).containsText("Collage depuis un tableur");
        feuille.press("Control+z");
        assertThat(feuille.row(2, 5, 6)).containsExactly("", "");
        feuille.press("Control+v");

        feuille.goTo(0, 1);
        feuille.press("Shift+ArrowRight", "Control+x");
        assertThat(feuille.row(0, 1, 2)).containsExactly("", "");
        feuille.goTo(0, 8);
        feuille.press("Control+v");
        assertThat(feuille.row(0, 8, 9)).containsExactly("10", "20,5");
        feuille.press("Control+z", "Control+z");
        assertThat(feuille.row(0, 1, 2)).containsExactly("10", "20,5");

        // One value fills the block that is chosen, an empty one too; two lines fill four.
        feuille.goTo(0, 1);
        feuille.press("Control+c");
        feuille.goTo(0, 11);
        feuille.press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight", "Control+v");
        assertThat(feuille.row(0, 11, 12)).containsExactly("10", "10");
        assertThat(feuille.row(2, 11, 12)).containsExactly("10", "10");
        feuille.goTo(0, 1);
        feuille.press("Shift+ArrowDown", "Control+c");
        feuille.goTo(0, 10);
        feuille.press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Control+v");
        assertThat(feuille.cell(3, 10)).hasValue("30");
        feuille.goTo(3, 12);
        feuille.press("Shift+ArrowUp", "Control+c");
        feuille.goTo(1, 11);
        feuille.press("Control+v");
        assertThat(feuille.cell(1, 11)).hasValue("10");
        assertThat(feuille.cell(2, 11)).hasValue("");
    }

    @Test
    void a_cell_that_is_only_clicked_is_copied_whole_and_what_is_pasted_is_typed_over(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        feuille.type(0, 1, "20,5");
        feuille.cell(0, 1).click();
        feuille.press("End", "Control+c", "ArrowDown", "Control+v");
        assertThat(feuille.cell(1, 1)).hasValue("20,5");
        feuille.press("ArrowUp", "End", "Control+x");
        assertThat(feuille.cell(0, 1)).hasValue("");
        feuille.press("Control+z");
        assertThat(feuille.cell(0, 1)).hasValue("20,5");
        feuille.page().keyboard().type("9");
        assertThat(feuille.cell(0, 1)).hasValue("9");
    }

    @Test
    void escape_gives_up_what_is_being_typed_and_ctrl_s_saves_from_the_cell_and_stays_there(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        Page page = feuille.page();
        feuille.goTo(1, 3);
        page.keyboard().type("104");
        feuille.press("Escape");
        assertThat(feuille.cell(1, 3)).hasValue("");
        feuille.assertIn(1, 3);
        page.keyboard().type("98");
        feuille.press("Control+s");
        feuille.assertSaved("Une case est enregistrée.");
        assertThat(feuille.chantier().hours()).containsExactly("2021-03 98.00 VALIDEE");
        feuille.assertIn(1, 3);
        page.keyboard().type("99");
        assertThat(feuille.cell(1, 3)).hasValue("99");
        assertThat(page.locator("td.cell-changed")).hasAttribute("data-avant", "98 →");
        feuille.press("Escape");
        assertThat(feuille.cell(1, 3)).hasValue("98");
        assertThat(page.locator("td.cell-changed")).hasCount(0);
        page.keyboard().type("100");
        page.locator("#enregistrer").press("Enter");
        feuille.assertSaved("Une case est enregistrée.");
        // The sentence is the one of before: only the cell tells that this page is the one after.
        assertThat(feuille.cell(1, 3)).hasAttribute("data-v", "100");
        assertThat(page.locator("#enregistrer")).isFocused();
        assertThat(feuille.chantier().hours()).containsExactly("2021-03 100.00 VALIDEE");
    }

    /** Heads and totals stay while the rest is scrolled: where one goes is never behind them. */
    @Test
    void the_cell_that_has_the_focus_is_seen_whole_at_all_widths(Navigateur navigateur) {
        Feuille feuille = Feuille.of(navigateur, jdbc, comptes, 40);
        for (int largeur : Navigateur.LARGEURS) {
            feuille.page().setViewportSize(largeur, 700);
            feuille.goTo(0, 1);
            for (String touche : new String[] {"ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"}) {
                for (int i = 0; i < (touche.length() == 7 || touche.equals("ArrowDown") ? 36 : 11); i++) {
                    feuille.press(touche);
                    // The page scrolls gently to where it goes.
                    for (int j = 0; j < 20 && !feuille.page().evaluate(CACHE).equals(""); j++)
                        feuille.page().waitForTimeout(50);
                    assertThat(feuille.page().evaluate(CACHE))
                            .as("%s %d at %d pixels: what hides it", touche, i, largeur)
                            .isEqualTo("");
                }
            }
        }
    }

    @Test
    void what_falls_on_a_month_that_takes_no_hours_is_shown_there_refused_with_the_reason(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        Page page = feuille.page();
        feuille.type(0, 6, "98", "12,5");
        feuille.goTo(0, 6);
        feuille.press("Shift+ArrowRight", "Control+c");
        jdbc.sql("update contrat_insertion set fin = '2021-06-30' where id = ?")
                .param(feuille.contrats().get(1))
                .update();
        feuille.open();
        feuille.goTo(1, 6);
        feuille.press("Control+v");
        assertThat(page.locator("td.shut.cell-refused")).hasCount(1);
        assertThat(page.locator("td.shut.cell-refused .pasted"))
                .hasText("12,5 refusée. Le contrat a pris fin en juin 2021.");
        assertThat(page.locator("#nouvelles")).containsText("1\u00a0valeur refusée hors contrat, non reprise (rouge)");
        assertThat(page.locator("#nouvelles")).not().containsText("à corriger");
        assertThat(page.locator(".remarks")).containsText("Le contrat a pris fin en juin 2021.");
        navigateur.assertReadableByAll();
        feuille.press("Control+z");
        assertThat(page.locator("td.shut.cell-refused")).hasCount(0);
        assertThat(feuille.cell(1, 6)).hasValue("");
        assertThat(page.locator(".remarks")).hasCount(0);
    }

    @Test
    void a_conflict_is_reached_and_settled_by_keys_alone(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        Page page = feuille.page();
        feuille.type(2, 6, "104,5");
        feuille.type(3, 6, "50");
        for (int rang = 2; rang < 4; rang++)
            feuille.chantier().hours(feuille.contrats().get(rang), "2021-06-01", 98, "VALIDEE");
        feuille.press("Control+s");
        assertThat(page.locator("#refus")).isFocused();
        assertThat(page.locator("#refus")).containsText("2 cases ont été changées par quelqu’un d’autre");
        navigateur.assertAccessible();
        feuille.press("Control+s");
        assertThat(page.locator(".flash-good")).hasCount(0);
        page.locator("#refus a").focus();
        feuille.press("Enter", "Tab", "Space");
        assertThat(page.locator("[value=mien]").first()).isChecked();
        feuille.press("Tab");
        feuille.assertIn(3, 1);
        page.locator("[value=mien]").last().focus();
        feuille.press("ArrowDown");
        assertThat(page.locator("[value=autre]").last()).isChecked();
        feuille.press("Control+s");
        feuille.assertSaved("Une case est enregistrée.");
        assertThat(feuille.chantier().hours()).containsExactly("2021-06 104.50 VALIDEE", "2021-06 98.00 VALIDEE");
    }

    @Test
    void a_selection_is_rejected_and_the_rest_validated_by_keys_alone(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        Page page = feuille.page();
        for (long contrat : feuille.contrats()) feuille.chantier().hours(contrat, "2021-06-01", 80, "DECLAREE");
        navigateur.open(
                "/heures/validation?annee=2021&marche=" + feuille.chantier().marche());
        page.locator("input[name=choix]").first().focus();
        feuille.press("Space");
        assertThat(page.locator("#coches")).hasText("Un relevé coché.");
        page.locator("#motif").focus();
        page.keyboard().type("Feuille illisible");
        feuille.press("Enter");
        feuille.assertSaved("Un relevé est rejeté.");
        page.locator("#tout").focus();
        feuille.press("Space");
        assertThat(page.locator("#coches")).hasText("3 relevés cochés.");
        page.locator("#motif").focus();
        feuille.press("Tab", "Enter");
        feuille.assertSaved("3 relevés sont validés.");
        assertThat(feuille.chantier().hours().stream().filter(une -> une.endsWith("VALIDEE")))
                .hasSize(3);
        feuille.open();
        assertThat(page.getByTitle("Motif\u00a0: Feuille illisible"))
                .hasText("rejetée. Motif\u00a0: Feuille illisible");
        navigateur.assertAccessible();
    }

    @Test
    void a_closed_year_has_nothing_to_save_or_to_undo_and_shows_what_was_left_unsaved(Navigateur navigateur) {
        Feuille feuille = sheet(navigateur);
        Page page = feuille.page();
        feuille.type(0, 6, "98");
        feuille.chantier().close(2021);
        navigateur.open(feuille.address());
        assertThat(page.locator("td.shut.cell-refused .pasted"))
                .hasText("98 refusée. L’année 2021 est arrêtée\u00a0: ses heures ne changent plus.");
        assertThat(page.locator("#brouillon")).isVisible();
        navigateur.assertAccessible();
        feuille.press("Control+z", "Control+s");
        page.locator("#brouillon-oublier").press("Enter");
        assertThat(page.locator("td.shut.cell-refused")).hasCount(0);
        assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
        assertThat(feuille.chantier().hours()).isEmpty();
    }
}
