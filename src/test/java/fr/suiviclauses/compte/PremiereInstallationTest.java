package fr.suiviclauses.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.TestPropertySource;

/** A new installation on a database of one's own, set up by its settings alone. */
@ApplicationTest
@TestPropertySource(
        properties = {
            "suivi.structure=PLIE des Coteaux",
            "suivi.admin.email=Chef@Exemple.fr",
            "suivi.admin.mot-de-passe=quatre mots faciles à retenir",
            "suivi.api-jeton=0123456789abcdef0123456789abcdef"
        })
class PremiereInstallationTest {

    @Autowired
    PremiereInstallation installation;

    @Autowired
    IdentificationService identification;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_settings_give_the_first_structure_its_administrator() {
        Identification moi =
                (Identification) identification.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                        "chef@exemple.fr", "quatre mots faciles à retenir"));
        assertThat(moi.getPrincipal().structure()).isEqualTo("PLIE des Coteaux");
        assertThat(moi.getPrincipal().roles()).containsExactly(Role.ADMINISTRATEUR);
    }

    @Test
    void the_settings_give_its_first_token_of_which_only_the_hash_is_kept() {
        assertThat(identification.find("0123456789abcdef0123456789abcdef"))
                .hasValueSatisfying(moi ->
                        assertThat(moi.roles()).containsExactlyInAnyOrder(Role.ADMINISTRATEUR, Role.FACILITATEUR));
        assertThat(jdbc.sql("select count(*) from jeton_api j where j::text like '%0123456789abcdef0123456789abcdef%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_later_start_with_the_same_settings_adds_nothing() {
        installation.run(new DefaultApplicationArguments());
        assertThat(jdbc.sql("select count(*) from structure")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from utilisateur")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from jeton_api")
                        .query(Integer.class)
                        .single())
                .isOne();
    }
}
