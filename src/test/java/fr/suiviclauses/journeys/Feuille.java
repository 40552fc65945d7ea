package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The grid of 2021, open in a browser: rows from 0, months from 1, and what is done to it by real keys. */
record Feuille(Page page, Chantier chantier, List<Long> contrats) {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    /** As many contracts that run the whole year, in a structure of the test's own. */
    static Feuille of(Navigateur navigateur, JdbcClient jdbc, CompteService comptes, int contrats) {
        Chantier chantier = Chantier.open(jdbc, comptes);
        List<Long> ouverts = new ArrayList<>();
        for (int i = 0; i < contrats; i++) ouverts.add(chantier.person("Personne %02d".formatted(i)));
        String email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(chantier.structure(), email, "Camille Roux", MOT_DE_PASSE, EnumSet.of(Role.FACILITATEUR));
        navigateur.signIn(email, MOT_DE_PASSE);
        Feuille feuille = new Feuille(navigateur.page(), chantier, ouverts);
        feuille.open();
        return feuille;
    }

    String address() {
        return "/heures?annee=2021&marche=" + chantier.marche();
    }

    /** Opens it, and waits for its script: nobody types as fast as a test. */
    void open() {
        page.navigate(address());
        assertThat(page.locator(".with-script").first()).isVisible();
    }

    Locator cell(int rang, int mois) {
        return page.locator("input[name='h_%d_%d_2021-%02d']".formatted(contrats.get(rang), chantier.lot(), mois));
    }

    /** What a row holds from a month to another. */
    List<String> row(int rang, int du, int au) {
        List<String> valeurs = new ArrayList<>();
        for (int mois = du; mois <= au; mois++) valeurs.add(cell(rang, mois).inputValue());
        return valeurs;
    }

    /** Goes to a cell as keys do: what it holds is chosen. */
    void goTo(int rang, int mois) {
        cell(rang, mois).focus();
        cell(rang, mois).selectText();
    }

    void press(String... touches) {
        for (String touche : touches) page.keyboard().press(touche);
    }

    /** Types over cells of a row, one after the other. */
    void type(int rang, int mois, String... textes) {
        goTo(rang, mois);
        for (String texte : textes) {
            page.keyboard().type(texte);
            press("Tab");
        }
    }

    void assertIn(int rang, int mois) {
        assertThat(cell(rang, mois)).isFocused();
    }

    void assertSaved(String phrase) {
        assertThat(page.locator(".flash-good")).hasText(phrase);
    }
}
