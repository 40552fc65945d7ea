package fr.suiviclauses.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.securite.ComptesDemonstration.Compte;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnonceDemarrageTest {

    @Test
    void a_demonstration_says_how_to_come_in() {
        String text = AnnonceDemarrage.text(
                "http://localhost:8080",
                List.of(
                        new Compte("a@demo.example", "secret-1", "Anne", "Responsable"),
                        new Compte("facilitateur@demo.example", "secret-2", "Luc", "Facilitateur")));

        assertThat(text)
                .contains("Suivi Clauses est prêt : http://localhost:8080\n")
                .contains("  a@demo.example             mot de passe : secret-1  (Responsable)\n")
                .contains("  facilitateur@demo.example  mot de passe : secret-2  (Facilitateur)\n");
    }

    @Test
    void a_real_installation_names_no_account() {
        assertThat(AnnonceDemarrage.text("http://localhost:8080", List.of())).doesNotContain("mot de passe");
    }
}
