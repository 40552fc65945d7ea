package fr.suiviclauses.demarrage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class VerificationBaseTest {

    private static final AtomicInteger NUMERO = new AtomicInteger();

    private final ServeurDeTest.Base base = ServeurDeTest.instance().create("verification_" + NUMERO.incrementAndGet());

    private final MockEnvironment reglages = new MockEnvironment()
            .withProperty("spring.datasource.url", base.url())
            .withProperty("spring.datasource.username", base.utilisateur())
            .withProperty("spring.datasource.password", base.motDePasse());

    @Test
    void a_database_that_lets_us_in_passes() {
        assertThatCode(() -> VerificationBase.verify(reglages)).doesNotThrowAnyException();
    }

    @Test
    void no_database_in_the_settings_is_no_trouble() {
        assertThatCode(() -> VerificationBase.verify(new MockEnvironment().withProperty("spring.datasource.url", " ")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_wrong_password_names_the_settings_to_check() {
        reglages.setProperty("spring.datasource.password", "faux");

        assertRefused(
                "refuse le compte « suivi » : vérifiez SPRING_DATASOURCE_USERNAME et SPRING_DATASOURCE_PASSWORD.");
    }

    @Test
    void a_wrong_password_of_the_owner_names_its_own_settings() {
        reglages.setProperty("spring.flyway.user", "proprietaire");
        reglages.setProperty("spring.flyway.password", "faux");

        assertRefused("refuse le compte « proprietaire » : vérifiez SPRING_FLYWAY_USER et SPRING_FLYWAY_PASSWORD.");
    }

    @Test
    void a_database_that_does_not_exist_is_named() {
        reglages.setProperty("spring.datasource.url", base.url().replaceFirst("[^/]*$", "absente"));

        assertRefused("La base « absente » n'existe pas sur ");
    }

    @Test
    void a_server_that_does_not_answer_is_named() throws IOException {
        int libre;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            libre = socket.getLocalPort();
        }
        reglages.setProperty("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + libre + "/suivi");

        assertRefused("Aucun PostgreSQL ne répond à l'adresse 127.0.0.1:" + libre + " : démarrez-le, ou corrigez");
    }

    @Test
    void a_server_that_nobody_knows_is_named() {
        reglages.setProperty("spring.datasource.url", "jdbc:postgresql://nulle-part.invalid/suivi");

        assertRefused("Le serveur de base de données « nulle-part.invalid » est introuvable");
    }

    @Test
    void another_kind_of_database_is_refused() {
        reglages.setProperty("spring.datasource.url", "jdbc:mysql://localhost/suivi");

        assertRefused("écrivez-la comme jdbc:postgresql://serveur:5432/base.");
    }

    @Test
    void an_account_that_may_not_create_tables_is_told_before_the_migrations() throws Exception {
        try (Connection connection = DriverManager.getConnection(base.url(), base.utilisateur(), base.motDePasse());
                Statement statement = connection.createStatement()) {
            statement.execute("revoke create on schema public from pg_database_owner");
        }

        assertRefused("Le compte « suivi » n'a pas le droit de créer des tables");
    }

    @Test
    void postgresql_14_is_too_old_and_15_is_not() {
        assertThatCode(() -> VerificationBase.refuseOld(15)).doesNotThrowAnyException();
        assertThatExceptionOfType(DemarrageException.class)
                .isThrownBy(() -> VerificationBase.refuseOld(14))
                .withMessageStartingWith(
                        "Cette base tourne sous PostgreSQL 14, et Suivi Clauses demande PostgreSQL 15");
    }

    private void assertRefused(String phrase) {
        assertThatExceptionOfType(DemarrageException.class)
                .isThrownBy(() -> VerificationBase.verify(reglages))
                .withMessageContaining(phrase);
    }
}
