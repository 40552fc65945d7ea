package fr.suiviclauses.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.HorlogeFixe;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class DemarrageTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void tests_run_on_a_real_postgresql_of_the_shipped_major_as_an_ordinary_role() {
        assertThat(jdbc.sql("show server_version").query(String.class).single()).startsWith("18");
        assertThat(jdbc.sql("select rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void tests_happen_on_the_morning_of_17_january_2022() {
        assertThat(clock).isSameAs(HorlogeFixe.MATIN_DU_17_JANVIER_2022);
    }
}
