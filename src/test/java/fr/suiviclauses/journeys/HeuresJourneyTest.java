package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hours grid in a browser: typed, pasted, disputed, lost and found again. */
@JourneyTest
class HeuresJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Chantier chantier;
    private String email = "";
    private String adresse = "";

    @BeforeEach
    void openStructure() {
        chantier = Chantier.open(jdbc, comptes);
        email = account("Camille Roux");
        adresse = "/heures?annee=2021&marche=" + chantier.marche();
    }

    private String account(String nom) {
        String courriel = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(chantier.structure(), courriel, nom, MOT_DE_PASSE, EnumSet.of(Role.FACILITATEUR));
        return courriel;
    }

    private String name(long contrat, String mois) {
        return "input[name='h_" + contrat + "_" + chantier.lot() + "_" + mois + "']";
    }

    private List<Long> people(int combien) {
        List<Long> contrats = new ArrayList<>();
        for (int i = 0; i < combien; i++) contrats.add(chantier.person("Personne %02d".formatted(i)));
        return contrats;
    }

    /** Opens a grid and waits for its script: nobody types as fast as a test. */
    private static void grid(Page page, String adresse) {
        page.navigate(adresse);
        assertThat(page.locator("#annuler")).isVisible();
    }

    /** A block as a spreadsheet copies it. */
    static void paste(Locator champ, String texte) {
        champ.evaluate(
                "(e, t) => { const d = new DataTransfer(); d.setData('text/plain', t);"
                        + " e.dispatchEvent(new ClipboardEvent('paste', { clipboardData: d, bubbles: true, cancelable: true })) }",
                texte);
    }

    @Test
    void a_month_of_forty_people_is_typed_by_keyboard_alone_then_a_block_is_pasted(Navigateur navigateur) {
        List<Long> contrats = people(40);
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        grid(page, "/heures/mois?mois=2021-12&marche=" + chantier.marche());
        page.locator(name(contrats.get(0), "2021-12")).focus();
        for (int i = 0; i < 40; i++) {
            page.keyboard().type("1" + i % 10 + ",5");
            page.keyboard().press("Enter");
        }
        assertThat(page.locator("#nouvelles")).containsText("40\u00a0nouvelles valeurs");
        page.keyboard().press("Control+s");
        assertThat(page.locator(".flash-good")).hasText("40 cases sont enregistrées.");
        assertThat(chantier.count("releve_heures")).isEqualTo(40);

        grid(page, adresse);
        StringBuilder bloc = new StringBuilder();
        for (int i = 0; i < 40; i++) bloc.append("100,25\t7h30\n");
        paste(page.locator(name(contrats.get(0), "2021-10")), bloc.toString());
        assertThat(page.locator("#nouvelles")).containsText("80\u00a0nouvelles valeurs");
        page.locator(name(contrats.get(0), "2021-12")).fill("20");
        assertThat(page.locator("td.cell-changed")).hasAttribute("data-avant", "10,5 →");
        navigateur.assertAccessible();
        page.locator("#annuler").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("td.cell-changed")).hasCount(0);
        assertThat(chantier.count("releve_heures"))
                .as("nothing is saved before it is asked")
                .isEqualTo(40);
        page.keyboard().press("Control+s");
        assertThat(page.locator(".flash-good")).hasText("80 cases sont enregistrées.");
        assertThat(chantier.count("releve_heures")).isEqualTo(120);
        navigateur.assertFitsAllWidths();
    }

    @Test
    void what_is_refused_of_a_block_says_why_and_ctrl_d_fills_down(Navigateur navigateur) {
        long court = chantier.person("Aubry", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 6, 30));
        long zoe = chantier.person("Lefèvre");
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        grid(page, adresse);
        paste(page.locator(name(court, "2021-06")), "98\t12\n1.234\t220");
        assertThat(page.locator("#nouvelles")).containsText("1\u00a0valeur refusée hors contrat");
        assertThat(page.locator(".remarks").first()).containsText("Le contrat a pris fin en juin 2021.");
        assertThat(page.locator(".remarks").last()).containsText("ambigu");
        assertThat(page.locator(".remarks").last()).containsText("Indiquez une justification");
        navigateur.assertAccessible();
        navigateur.assertFitsAllWidths();
        page.locator(name(zoe, "2021-06")).focus();
        page.keyboard().press("Control+d");
        assertThat(page.locator(name(zoe, "2021-06"))).hasValue("98");
        page.locator(".reason input").fill("Chantier de nuit");
        page.keyboard().press("Control+s");
        assertThat(page.locator(".flash-good")).hasText("3 cases sont enregistrées.");
        // The reason is asked for no more: its cell has the focus, not the top of the page.
        assertThat(page.locator(name(zoe, "2021-07"))).isFocused();
    }

    @Test
    void two_people_on_one_cell_and_the_second_chooses(Navigateur navigateur) {
        long zoe = chantier.person("Lefèvre");
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        grid(page, adresse);
        Browser browser = page.context().browser();
        String autre = account("Dominique Petit");
        try (BrowserContext ailleurs = browser.newContext()) {
            Page seconde = ailleurs.newPage();
            String racine = page.url().replaceFirst("/heures.*", "");
            seconde.navigate(racine + "/connexion");
            seconde.locator("#identifiant").fill(autre);
            seconde.locator("#mot_de_passe").fill(MOT_DE_PASSE);
            seconde.locator("main form [type=submit]").first().click();
            grid(seconde, racine + adresse);
            seconde.locator(name(zoe, "2021-06")).fill("98");
            seconde.keyboard().press("Control+s");
            assertThat(seconde.locator(".flash-good")).hasText("Une case est enregistrée.");
        }
        page.locator(name(zoe, "2021-06")).fill("104,5");
        page.keyboard().press("Control+s");
        assertThat(page.locator("#refus")).containsText("changée par quelqu’un d’autre");
        assertThat(page.locator(".remarks")).containsText("Dominique Petit a enregistré 98\u00a0h");
        assertThat(page.locator(name(zoe, "2021-06"))).hasValue("104,5");
        navigateur.assertAccessible();
        navigateur.assertFitsAllWidths();
        page.getByText("Garder la mienne").click();
        page.keyboard().press("Control+s");
        assertThat(page.locator(".flash-good")).hasText("Une case est enregistrée.");
        assertThat(chantier.hours()).containsExactly("2021-06 104.50 VALIDEE");
    }

    @Test
    void a_lost_session_loses_nothing_and_signing_out_leaves_nothing(Navigateur navigateur) {
        long zoe = chantier.person("Lefèvre");
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        grid(page, adresse);
        page.locator(name(zoe, "2021-06")).fill("104,5");
        assertThat(page.locator("td.cell-new")).hasCount(1);
        page.context().clearCookies();
        page.keyboard().press("Control+s");
        assertThat(page.locator("#liaison")).containsText("Votre session a pris fin");
        navigateur.assertAccessible();
        page.locator("#liaison-lien").click();
        page.locator("#identifiant").fill(email);
        page.locator("#mot_de_passe").fill(MOT_DE_PASSE);
        page.locator("main form [type=submit]").first().click();
        assertThat(page.locator("#brouillon")).containsText("Une case n’était pas enregistrée");
        assertThat(page.locator(name(zoe, "2021-06"))).hasValue("104,5");
        navigateur.assertAccessible();
        page.locator(".account summary").click();
        page.getByText("Se déconnecter").click();
        assertThat(page.locator(".flash-good")).hasText("Vous êtes déconnecté.");
        page.waitForFunction("Object.keys(localStorage).length === 0");
    }

    @Test
    void what_was_typed_on_a_page_that_was_left_is_kept_said_and_saved_from_there(Navigateur navigateur) {
        List<Long> contrats = new ArrayList<>();
        for (int i = 0; i < 203; i++) contrats.add(chantier.person("Personne %03d".formatted(i)));
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        grid(page, adresse);
        page.locator(name(contrats.get(0), "2021-06")).fill("104,5");
        page.locator("#comme").selectOption("DECLAREE");
        assertThat(page.locator("td.cell-new")).hasCount(1);
        assertThat(page.locator("[data-role=general]")).hasText("105");
        assertThat(page.locator(".without-script")).isHidden();
        assertThat(page.getByText("Enregistrez avant de suivre un lien")).hasCount(0);
        page.locator("nav.pager button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#tranche")).containsText("Lignes 201 à 203 sur 203");
        assertThat(page.locator("#ailleurs"))
                .containsText("Une case n’est pas enregistrée sur une autre page de cette grille (page 1)");
        navigateur.assertAccessible();
        navigateur.assertFitsAllWidths();
        assertThat(page.locator("#comme")).hasValue("DECLAREE");
        page.locator(name(contrats.get(202), "2021-06")).fill("50");
        page.keyboard().press("Control+s");
        assertThat(page.locator(".flash-good")).hasText("Une case est enregistrée.");
        assertThat(chantier.hours()).containsExactly("2021-06 50.00 DECLAREE");
        assertThat(page.locator("#ailleurs")).isVisible();
        page.locator("#ailleurs-lien").click();
        assertThat(page.locator("#brouillon")).containsText("Une case n’était pas enregistrée");
        assertThat(page.locator(name(contrats.get(0), "2021-06"))).hasValue("104,5");
        assertThat(page.locator("[data-role=general]")).hasText("155");
        assertThat(page.locator("#comme")).hasValue("DECLAREE");
        page.keyboard().press("Control+s");
        assertThat(page.locator(".flash-good")).hasText("Une case est enregistrée.");
        assertThat(chantier.hours()).containsExactlyInAnyOrder("2021-06 50.00 DECLAREE", "2021-06 104.50 DECLAREE");
        assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
        // Who declares hours for others goes on declaring them.
        assertThat(page.locator("#comme")).hasValue("DECLAREE");
        page.reload();
        assertThat(page.locator("#comme")).hasValue("DECLAREE");
    }

    @Test
    void a_double_click_saves_once(Navigateur navigateur) {
        long zoe = chantier.person("Lefèvre");
        navigateur.signIn(email, MOT_DE_PASSE);
        Page page = navigateur.page();
        grid(page, adresse);
        page.locator(name(zoe, "2021-06")).fill("104,5");
        page.locator("#enregistrer").dblclick();
        assertThat(page.locator(".flash-good")).isVisible();
        assertThat(chantier.hours()).containsExactly("2021-06 104.50 VALIDEE");
        assertThat(chantier.count("journal")).isZero();
        assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
    }

    @Test
    void without_a_script_it_is_a_plain_form(Navigateur navigateur) {
        long zoe = chantier.person("Lefèvre");
        navigateur.signIn(email, MOT_DE_PASSE);
        navigateur.open(adresse);
        Page avec = navigateur.page();
        Browser browser = avec.context().browser();
        try (BrowserContext sans = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setStorageState(avec.context().storageState()))) {
            Page page = sans.newPage();
            page.navigate(avec.url());
            page.locator(name(zoe, "2021-06")).fill("1.234");
            page.locator("#enregistrer").click();
            assertThat(page.locator(".remarks")).containsText("ambigu");
            assertThat(page.locator(name(zoe, "2021-06"))).hasValue("1.234");
            page.locator(name(zoe, "2021-06")).fill("123,4");
            page.locator("#enregistrer").click();
            assertThat(page.locator(".flash-good")).hasText("Une case est enregistrée.");
        }
        assertThat(chantier.hours()).containsExactly("2021-06 123.40 VALIDEE");
    }

    @Test
    void without_a_script_a_page_is_left_with_all_that_was_typed(Navigateur navigateur) {
        List<Long> contrats = new ArrayList<>();
        for (int i = 0; i < 203; i++) contrats.add(chantier.person("Personne %03d".formatted(i)));
        navigateur.signIn(email, MOT_DE_PASSE);
        navigateur.open(adresse);
        Page avec = navigateur.page();
        Browser browser = avec.context().browser();
        try (BrowserContext sans = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setStorageState(avec.context().storageState()))) {
            Page page = sans.newPage();
            page.navigate(avec.url());
            assertThat(page.locator("#tranche")).containsText("Changer de page enregistre d’abord");
            page.locator(name(contrats.get(0), "2021-06")).fill("1.234");
            page.locator("nav.pager button").press("Enter");
            assertThat(page.locator("#refus")).containsText("toujours sur la même page");
            page.locator(name(contrats.get(0), "2021-06")).fill("104,5");
            page.locator("nav.pager button").press("Enter");
            assertThat(page.locator(".flash-good")).hasText("Une case est enregistrée.");
            assertThat(page.locator("#tranche")).containsText("Lignes 201 à 203 sur 203");
            page.locator(name(contrats.get(202), "2021-06")).fill("50");
            page.locator(name(contrats.get(202), "2021-06")).press("Enter");
            // The key saves, and stays.
            assertThat(page.locator(".flash-good")).hasText("Une case est enregistrée.");
            assertThat(page.locator("#tranche")).containsText("Lignes 201 à 203");
        }
        assertThat(chantier.hours()).containsExactlyInAnyOrder("2021-06 104.50 VALIDEE", "2021-06 50.00 VALIDEE");
    }

    private void declared(long contrat, String mois) {
        chantier.insert("releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut) values (:s, " + contrat
                + ", " + chantier.lot() + ", '" + mois + "', 80, 'DECLAREE')");
    }

    @Test
    void declared_hours_are_ticked_all_at_once_and_validated(Navigateur navigateur) {
        long zoe = chantier.person("Lefèvre");
        declared(zoe, "2021-03-01");
        declared(zoe, "2021-04-01");
        navigateur.signIn(email, MOT_DE_PASSE);
        navigateur.open("/heures/validation?annee=2021&marche=" + chantier.marche());
        Page page = navigateur.page();
        assertThat(page.locator(".list-count")).hasText("2 relevés à valider, 160\u00a0h");
        page.getByLabel("Lefèvre Zoé, mars 2021").check();
        assertThat(page.locator("#coches")).hasText("Un relevé coché.");
        page.getByText("Tout cocher").click();
        assertThat(page.locator("#coches")).hasText("2 relevés cochés.");
        page.getByText("Rejeter la sélection").click();
        assertThat(page.locator("#motif-erreur")).hasText("Dites pourquoi ces heures sont rejetées.");
        navigateur.assertAccessible();
        assertThat(page.locator("#coches")).hasText("2 relevés cochés.");
        page.getByText("Valider la sélection").click();
        assertThat(page.locator(".flash-good")).hasText("2 relevés sont validés.");
        assertThat(page.locator(".empty h2")).hasText("Rien à valider.");
        assertThat(chantier.hours()).containsExactly("2021-03 80.00 VALIDEE", "2021-04 80.00 VALIDEE");
    }

    @Test
    void declared_hours_are_found_by_keyboard_and_a_decision_comes_back_to_the_search(Navigateur navigateur) {
        declared(chantier.person("Lefèvre"), "2021-03-01");
        declared(chantier.person("Lefebvre"), "2021-03-01");
        declared(chantier.person("Martin"), "2021-03-01");
        navigateur.signIn(email, MOT_DE_PASSE);
        navigateur.open("/heures/mois?mois=2021-03&marche=" + chantier.marche());
        Page page = navigateur.page();
        navigateur.enter("À valider (3)");
        assertThat(page.locator("h1")).hasText("Validation des heures de mars 2021");
        page.locator("#motif").fill("Sans bulletin");
        // What is found changes under the search as it is typed; what is being written stays.
        navigateur.type("q", "lefe zoé");
        assertThat(page.locator(".who")).hasText(new String[] {"Lefebvre Zoé", "Lefèvre Zoé"});
        assertThat(page.locator("#q")).isFocused();
        assertThat(page.locator("#motif")).hasValue("Sans bulletin");
        assertThat(page.locator("#tout")).isVisible();
        assertThat(page.locator(".years a").first()).hasAttribute("href", Pattern.compile(".*q=lefe.*"));
        navigateur.assertReadable();
        page.locator("#mois").selectOption("2021-04");
        assertThat(page.locator("h1")).hasText("Validation des heures d’avril 2021");
        assertThat(page.locator(".who")).hasCount(0);
        page.locator("#mois").selectOption("2021-03");
        assertThat(page.locator(".who")).hasCount(2);
        navigateur.type("q", "lefèv");
        navigateur.send();
        assertThat(page.locator(".list-count strong")).hasText("1 relevé à valider, 80\u00a0h");
        page.getByLabel("Lefèvre Zoé, mars 2021").focus();
        page.keyboard().press("Space");
        navigateur.enter("Valider la sélection");
        assertThat(page.locator(".flash-good")).hasText("Un relevé est validé.");
        assertThat(page.locator("#q")).hasValue("lefèv");
        assertThat(page.locator("#mois")).hasValue("2021-03");
        assertThat(page.locator(".empty h2")).hasText("Rien ne correspond.");
        navigateur.enter("Effacer la recherche");
        assertThat(page.locator(".who")).hasText(new String[] {"Lefebvre Zoé", "Martin Zoé"});
        navigateur.enter("Toute l’année 2021");
        assertThat(page.locator("h1")).hasText("Validation des heures 2021");
    }

    /** And a page of two hundred rows, each with a field a month, which is more than a server takes unless it is told to. */
    @Test
    void without_a_script_a_lost_session_loses_nothing(Navigateur navigateur) {
        List<Long> contrats = new ArrayList<>();
        for (int i = 0; i < 203; i++) contrats.add(chantier.person("Personne %03d".formatted(i)));
        navigateur.signIn(email, MOT_DE_PASSE);
        navigateur.open(adresse);
        Page avec = navigateur.page();
        Browser browser = avec.context().browser();
        try (BrowserContext sans = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setStorageState(avec.context().storageState()))) {
            Page page = sans.newPage();
            page.navigate(avec.url());
            assertThat(page.locator(".hours-tools .note")).containsText("Enregistrez avant de suivre un lien");
            page.locator(name(contrats.get(0), "2021-06")).fill("104,5");
            page.locator(name(contrats.get(199), "2021-12")).fill("33,25");
            sans.clearCookies();
            page.locator("#enregistrer").press("Enter");
            assertThat(page.locator(".flash-info")).containsText("Votre saisie est gardée");
            page.locator("#identifiant").fill(email);
            page.locator("#mot_de_passe").fill(MOT_DE_PASSE);
            page.locator("main form [type=submit]").first().click();
            assertThat(page.locator("#refus")).containsText("Votre session avait pris fin");
            assertThat(page.locator(name(contrats.get(0), "2021-06"))).hasValue("104,5");
            assertThat(page.locator(name(contrats.get(199), "2021-12"))).hasValue("33,25");
            assertThat(chantier.hours()).isEmpty();
            page.locator("#enregistrer").press("Enter");
            assertThat(page.locator(".flash-good")).hasText("2 cases sont enregistrées.");
        }
        assertThat(chantier.hours()).containsExactly("2021-06 104.50 VALIDEE", "2021-12 33.25 VALIDEE");
    }

    @Test
    void the_other_pages_of_hours_are_readable_by_all(Navigateur navigateur) {
        declared(chantier.person("Lefèvre"), "2021-03-01");
        navigateur.signIn(email, MOT_DE_PASSE);
        for (String une : new String[] {
            adresse,
            "/heures/choix",
            "/heures/validation?annee=2021",
            "/heures/validation?mois=2021-03&q=lefevre",
            "/heures/validation?mois=2021-03&q=inconnue",
            "/suivis?etat=TOUS",
            "/suivis?q=inconnue",
            "/heures?annee=2019&marche=" + chantier.marche()
        }) {
            navigateur.open(une);
            navigateur.assertAccessible();
            navigateur.assertFitsAllWidths();
        }
    }
}
