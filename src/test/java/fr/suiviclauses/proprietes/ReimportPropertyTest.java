package fr.suiviclauses.proprietes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.compte.CompteService;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The last file decides, whatever was imported before; and again it changes nothing. */
@ApplicationTest
class ReimportPropertyTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CompteService comptes;

    @Test
    void a_draft_imported_before_leaves_no_trace_in_the_figures() {
        verify(1, 8);
    }

    @Tag("endurance")
    @Test
    void hundreds_of_drafts_leave_no_trace_in_the_figures() {
        verify(20_000, 20_300);
    }

    private void verify(long firstSeed, long lastSeed) {
        for (long seed = firstSeed; seed <= lastSeed; seed++) {
            Histoire histoire = Brouillon.dated(Generateur.histoire(seed));
            Histoire brouillon = Brouillon.of(histoire, seed);
            Produit produit = new Produit(mvc, comptes, "Histoire");
            if (!brouillon.lignes().isEmpty()) {
                assertThat(produit.reprise(brouillon).corps())
                        .as("draft, seed %d", seed)
                        .containsEntry("lignes", brouillon.lignes().size())
                        .containsEntry("nouvelles", brouillon.lignes().size());
            }
            assertThat(produit.load(histoire).corps()).as("seed %d", seed).containsKey("lignes");
            assertThat(produit.reprise(histoire).corps())
                    .as("the same file again, seed %d", seed)
                    .containsEntry("nouvelles", 0)
                    .containsEntry("modifiees", 0)
                    .containsEntry("inchangees", histoire.lignes().size());
            List<Question> questions = Questions.of(histoire, seed, 3);
            assertThat(Verification.differences(produit, new Faits(histoire), questions))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
