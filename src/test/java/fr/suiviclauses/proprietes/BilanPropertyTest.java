package fr.suiviclauses.proprietes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.compte.CompteService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Random small histories, posted as files: every figure of every answer equals the oracle's. A failure prints the seed,
 * which {@code -Dproprietes.graine=…} plays again, and the history made as small as it still fails.
 */
@ApplicationTest
class BilanPropertyTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CompteService comptes;

    @Test
    void every_figure_equals_the_oracle_s() {
        Long replayed = Long.getLong("proprietes.graine");
        if (replayed != null) {
            verify(replayed, 40);
            return;
        }
        for (long seed = 1; seed <= Questions.HISTOIRES; seed++) {
            verify(seed, Questions.DRAWN);
        }
    }

    @Tag("endurance")
    @ParameterizedTest
    @ValueSource(longs = {1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000})
    void every_figure_equals_the_oracle_s_in_hundreds_of_histories(long first) {
        for (long seed = first; seed < first + 100; seed++) {
            verify(seed, 15);
        }
    }

    @Test
    void the_small_history_gives_the_figures_worked_out_by_hand() {
        assertThat(verification()
                        .differences(
                                PetiteHistoire.read(),
                                List.of(Question.year(2019), Question.year(2020), Question.year(2021))))
                .isEmpty();
    }

    private void verify(long seed, int drawn) {
        Histoire histoire = Generateur.histoire(seed);
        List<Question> questions = Questions.of(histoire, seed, drawn);
        List<String> differences = verification().differences(histoire, questions);
        if (!differences.isEmpty()) {
            fail(report(seed, histoire, questions, differences));
        }
    }

    private String report(long seed, Histoire histoire, List<Question> questions, List<String> differences) {
        boolean refused = isRefused(differences);
        List<Question> failing = refused
                ? questions.subList(0, 1)
                : questions.stream()
                        .filter(question -> differences.get(0).startsWith(Produit.address(question) + " "))
                        .toList();
        Histoire smallest = Reduction.smallest(histoire, smaller -> {
            List<String> still = verification().differences(smaller, failing);
            return !still.isEmpty() && isRefused(still) == refused;
        });
        return "seed " + seed + "\n" + lines(differences) + "\nsmallest:\n"
                + new String(smallest.reprise(), StandardCharsets.UTF_8)
                + new String(smallest.fichierSuivi(), StandardCharsets.UTF_8)
                + lines(verification().differences(smallest, failing));
    }

    private static boolean isRefused(List<String> differences) {
        return differences.get(0).startsWith("refused");
    }

    private static String lines(List<String> differences) {
        return String.join("\n", differences.subList(0, Math.min(30, differences.size())));
    }

    private Verification verification() {
        return new Verification(mvc, comptes);
    }
}
