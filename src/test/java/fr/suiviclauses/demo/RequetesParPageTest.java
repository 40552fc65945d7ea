package fr.suiviclauses.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.echange.RepriseService;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** The SQL statements of each page: a fixed number, whether a structure has seven rows or eighty thousand. */
@DemonstrationTest
@Transactional
class RequetesParPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    RepriseService reprises;

    @ParameterizedTest
    @CsvSource({
        "/bilan/2021, 4",
        "/bilan/2021/donneurs-ordres, 4",
        "/bilan/2021/familles, 4",
        "/bilan/2021/beneficiaires, 4",
        "/bilan/2021/parcours, 4",
        "/bilan/2021/perimetres, 4",
        "/bilan/evolution, 5",
        "/bilan/2021?nature=PRIVE&depuis=2020, 4",
        "/bilan/2021/details/beneficiaires, 3",
        "/bilan/2021/details/heures, 3",
        "/bilan/2021/familles?format=xlsx, 1",
        "/imports, 3"
    })
    void a_page_asks_the_database_as_often_for_many_rows_as_for_few(String adresse, long attendues) {
        long demonstration = comptes.demonstration().orElseThrow();
        long petite = comptes.openStructure("Petite", null);
        reprises.importerReprise(Path.of("src/test/resources/exemples/petite-histoire.csv"), petite, null, false);

        assertThat(statements(adresse, petite)).as("few rows").isEqualTo(attendues);
        assertThat(statements(adresse, demonstration)).as("many rows").isEqualTo(attendues);
    }

    private long statements(String adresse, long structure) {
        UtilisateurConnecte moi = new UtilisateurConnecte(
                1, structure, "requetes@exemple.fr", "Requêtes", "Requêtes", null, EnumSet.of(Role.FACILITATEUR));
        return RequetesComptees.during(
                () -> assertThat(mvc.get().uri(adresse).with(authentication(new Identification(moi))))
                        .hasStatusOk());
    }
}
