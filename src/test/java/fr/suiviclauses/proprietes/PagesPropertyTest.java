package fr.suiviclauses.proprietes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.bilan.chiffres.AnneeBilan;
import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.BilanService;
import fr.suiviclauses.compte.CompteService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same histories written straight into the tables: a figure that is wrong here is the bilan's fault, one that is only
 * wrong in {@link BilanPropertyTest} the import's. Here too what the pages show and the API does not.
 */
@ApplicationTest
@Transactional
class PagesPropertyTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CompteService comptes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BilanService bilans;

    @Test
    void every_figure_of_the_pages_equals_the_oracle_s() {
        verify(1, 10, 4);
    }

    @Tag("endurance")
    @Test
    void every_figure_of_the_pages_equals_the_oracle_s_in_hundreds_of_histories() {
        verify(10_000, 10_200, 10);
    }

    private void verify(long firstSeed, long lastSeed, int drawn) {
        for (long seed = firstSeed; seed <= lastSeed; seed++) {
            Histoire histoire = Generateur.histoire(seed);
            Produit produit = new Produit(mvc, comptes, "Histoire");
            Faits faits = new Faits(histoire);
            new Tables(jdbc, produit.structureId).write(faits);
            for (Question question : Questions.of(histoire, seed, drawn)) {
                List<String> differences = Verification.differences(produit, faits, List.of(question));
                differences.addAll(onPages(faits, produit.structureId, question));
                assertThat(differences).as("seed %d, %s", seed, question).isEmpty();
            }
        }
    }

    private List<String> onPages(Faits faits, long structureId, Question question) {
        Regles regles = new Regles();
        Bilan bilan = bilans.bilan(Pages.perimetre(structureId, question));
        List<String> differences =
                new ArrayList<>(Comparaison.differences(OracleBilan.pages(faits, regles, question), Pages.of(bilan)));
        for (AnneeBilan annee : bilan.trajectoire().annees()) {
            Question alone = new Question(annee.annee(), null, question.filtre());
            Map<String, @Nullable Object> expected = OracleBilan.bilan(faits, regles, alone);
            Map<String, @Nullable Object> actual = Pages.of(annee);
            Map<?, ?> indicateurs = (Map<?, ?>) Verification.present(expected, "indicateurs");
            actual.keySet()
                    .forEach(code -> Comparaison.differences(indicateurs.get(code), actual.get(code))
                            .forEach(difference -> differences.add(annee.annee() + " " + code + difference)));
            for (Map<String, @Nullable Object> groupe :
                    ((Lignes) Verification.present(expected, "groupes_familles")).sorted()) {
                String nom = String.valueOf(groupe.get("groupe"));
                Comparaison.differences(
                                groupe.get("heures"),
                                bilan.trajectoire().heures(nom, annee.annee()).valeur())
                        .forEach(difference -> differences.add(annee.annee() + " " + nom + difference));
            }
        }
        return differences;
    }
}
