package fr.suiviclauses.heures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A closed year's hours don't change, whoever writes them, and also where both happen at the same moment. */
@ApplicationTest
class AnneeArreteeTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

    private Chantier chantier;
    private Connecte moi;
    private String adresse;
    private long zoe;

    @BeforeEach
    void open() {
        chantier = Chantier.open(jdbc, comptes);
        moi = Connecte.to(mvc, comptes, chantier.structure(), Role.FACILITATEUR);
        adresse = "/heures?annee=2021&marche=" + chantier.marche();
        zoe = chantier.person("Lefèvre");
    }

    private MvcTestResult type(String mois, String texte) {
        return moi.post(adresse, "h_" + zoe + "_" + chantier.lot() + "_" + mois, texte);
    }

    private String close() {
        return "insert into arrete_annuel (structure_id, annee, etat, arrete_le) values (%d, 2021, 'ARRETE', now())"
                .formatted(chantier.structure());
    }

    private String hours(String mois) {
        return "insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut) values (%d, %d, %d, '%s', 12, 'VALIDEE')"
                .formatted(chantier.structure(), zoe, chantier.lot(), mois);
    }

    /**
     * Does the first in a transaction that is still open while the second begins; ends it once the second waits.
     *
     * @return what became of the second
     */
    private <T> T during(String premier, Supplier<T> second) throws Exception {
        try (Connection connexion = source.getConnection();
                Statement statement = connexion.createStatement()) {
            connexion.setAutoCommit(false);
            statement.execute(premier);
            int pid = pid(statement);
            CompletableFuture<T> resultat = CompletableFuture.supplyAsync(second);
            for (int i = 0; i < 200 && !resultat.isDone() && !someoneWaitsFor(pid); i++) Thread.sleep(20);
            connexion.commit();
            connexion.setAutoCommit(true);
            return resultat.get(20, TimeUnit.SECONDS);
        }
    }

    private static int pid(Statement statement) throws SQLException {
        try (var lu = statement.executeQuery("select pg_backend_pid()")) {
            lu.next();
            return lu.getInt(1);
        }
    }

    private boolean someoneWaitsFor(int pid) {
        return jdbc.sql("select exists (select from pg_stat_activity where ? = any(pg_blocking_pids(pid)))")
                .param(pid)
                .query(Boolean.class)
                .single();
    }

    @Test
    void hours_saved_while_the_year_is_being_closed_are_refused_once_it_is() throws Exception {
        MvcTestResult reponse = during(close(), () -> type("2021-03", "120"));

        assertThat(reponse).hasStatus(422);
        assertThat(Connecte.html(reponse).text()).contains("L’année 2021 est arrêtée");
        assertThat(chantier.hours()).isEmpty();
    }

    @Test
    void a_closing_waits_for_the_hours_that_are_being_saved_and_counts_them() throws Exception {
        String counted = during(hours("2021-03-01"), () -> {
            jdbc.sql(close()).update();
            return jdbc.sql("select sum(heures) from releve_heures where structure_id = ?")
                    .param(chantier.structure())
                    .query(String.class)
                    .optional()
                    .orElse("none yet");
        });
        assertThat(counted).isEqualTo("12.00");
    }

    @Test
    void another_year_is_typed_in_while_one_is_being_closed() throws Exception {
        assertThat(during(close(), () -> jdbc.sql(hours("2022-01-01")).update()))
                .isEqualTo(1);
    }

    /** The database itself, for an import or a statement typed by hand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update releve_heures set heures = 11 where structure_id = ?",
                "delete from releve_heures where structure_id = ?",
                "delete from mois_sans_heure where structure_id = ?",
                "insert into mois_sans_heure (structure_id, contrat_id, lot_id, mois) select structure_id, contrat_id, lot_id, '2021-05-01' from releve_heures where structure_id = ?"
            })
    void whoever_writes_hours_of_a_closed_year_is_refused(String sql) {
        type("2021-03", "120");
        type("2021-04", "0");
        chantier.close(2021);

        assertThatThrownBy(() -> jdbc.sql(sql).param(chantier.structure()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("closed year 2021");
        assertThat(chantier.hours()).containsExactly("2021-03 120.00 VALIDEE");
        assertThat(chantier.count("mois_sans_heure")).isEqualTo(1);
    }
}
