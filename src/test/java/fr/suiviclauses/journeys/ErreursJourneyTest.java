package fr.suiviclauses.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What went wrong can be read by everybody, as what went well. */
@JourneyTest
class ErreursJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    @Autowired
    CompteService comptes;

    private String email = "";

    @BeforeEach
    void openStructure() {
        email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(
                comptes.openStructure("Erreurs au navigateur", null),
                email,
                "Camille Roux",
                MOT_DE_PASSE,
                EnumSet.of(Role.FACILITATEUR));
    }

    @ParameterizedTest
    @CsvSource({
        "/marches/999999999, 404",
        "/nulle-part, 404",
        "/nomenclatures/familles/nouvelle, 403",
        "/heures?annee=bientot, 400"
    })
    void an_address_that_answers_nothing_says_so_to_everybody(String adresse, int statut, Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);

        assertThat(navigateur.open(adresse).status()).isEqualTo(statut);
        assertThat(navigateur.page().locator("main a").count()).as("ways on").isPositive();
        navigateur.assertReadableByAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/donneurs-ordres/nouveau",
                "/entreprises/nouvelle",
                "/operations/nouvelle",
                "/beneficiaires/nouveau",
                "/contrats/nouveau",
                "/agregats/nouveau"
            })
    void a_form_sent_empty_says_what_lacks_to_everybody(String adresse, Navigateur navigateur) {
        navigateur.signIn(email, MOT_DE_PASSE);
        assertThat(navigateur.open(adresse).status()).isEqualTo(200);
        navigateur.page().evaluate("document.querySelectorAll('main form').forEach(form => form.noValidate = true)");

        navigateur
                .page()
                .locator("main form[method=post] .btn-sc[type=submit]")
                .first()
                .click();

        assertThat(navigateur
                        .page()
                        .locator(".invalid-feedback, .field-error, [id$=-erreur]")
                        .count())
                .isPositive();
        navigateur.assertReadableByAll();
        navigateur.assertFieldsAligned();
    }
}
