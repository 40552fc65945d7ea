package fr.suiviclauses.commun.grille;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoupureTest {

    @Test
    void a_file_that_holds_all_says_nothing() {
        assertThat(Coupure.fichier(100_000, "Choisissez un mois.")).isEmpty();
        assertThat(Coupure.page(100_000, "Choisissez un mois.")).isEmpty();
    }

    @Test
    void one_line_more_and_it_says_how_many_there_are_and_how_to_have_them() {
        assertThat(Coupure.fichier(100_001, "Choisissez un mois."))
                .isEqualTo(
                        "Ce fichier ne contient que les 100\u202f000 premières lignes sur 100\u202f001. Choisissez un mois.");
        assertThat(Coupure.page(100_001, "Choisissez un mois."))
                .isEqualTo(
                        "Un fichier n’en contient que les 100\u202f000 premières lignes, dans l’ordre affiché. Choisissez un mois.");
    }
}
