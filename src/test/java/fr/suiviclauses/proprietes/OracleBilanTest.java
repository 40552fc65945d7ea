package fr.suiviclauses.proprietes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The oracle itself, against a history worked out by hand. */
class OracleBilanTest {

    @Test
    void the_small_history_gives_the_figures_worked_out_by_hand() {
        assertThat(differences(PetiteHistoire.BILAN_2021, bilan(2021))).isEmpty();
    }

    @Test
    void the_small_history_gives_the_figures_of_the_year_before() {
        assertThat(differences(PetiteHistoire.BILAN_2020, bilan(2020))).isEmpty();
    }

    private static Map<String, @Nullable Object> bilan(int annee) {
        Histoire histoire = PetiteHistoire.read();
        return OracleBilan.bilan(new Faits(histoire), new Regles(), Question.year(annee));
    }

    /** Only what was worked out is compared. */
    private static List<String> differences(Map<String, Object> expected, Map<String, @Nullable Object> actual) {
        List<String> all = new ArrayList<>(Comparaison.differences(expected, actual));
        all.removeIf(difference -> difference.endsWith("should not be there"));
        return all;
    }
}
