package fr.suiviclauses.echange;

import fr.suiviclauses.echange.format.Anomalie;
import fr.suiviclauses.echange.reprise.Constat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transaction of one import: alone in its structure, signed by its user, all or nothing. A savepoint of its own
 * takes everything back, so that a trial leaves the caller's transaction, if there is one, as it was.
 */
@Component
class TransactionImport {

    /** New lines from which the planner's idea of the tables is too old. */
    private static final int BEAUCOUP = 2_000;

    /** The lock that makes a structure's imports wait for each other. */
    private static final String VERROU = "hashtextextended('reprise', ?)";

    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TransactionImport(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        this.dataSource = dataSource;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What is done within. */
    interface Travail {
        Constat run(Connection connexion, LocalDate aujourdhui) throws IOException, SQLException;
    }

    /** Whether no import of the structure is under way: another would wait for it. */
    boolean isFree(long structureId) {
        AtomicBoolean libre = new AtomicBoolean();
        transactions.executeWithoutResult(etat -> libre.set(Boolean.TRUE.equals(new JdbcTemplate(dataSource)
                .queryForObject("select pg_try_advisory_xact_lock(" + VERROU + ")", Boolean.class, structureId))));
        return libre.get();
    }

    Constat run(long structureId, @Nullable Long utilisateurId, boolean essai, Travail travail) {
        Constat constat = transactions.execute(etat -> {
            Connection connexion = DataSourceUtils.getConnection(dataSource);
            try {
                return within(connexion, structureId, utilisateurId, essai, travail);
            } catch (SQLException broken) {
                throw new IllegalStateException("import of structure " + structureId, broken);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } finally {
                DataSourceUtils.releaseConnection(connexion, dataSource);
            }
        });
        if (constat == null) throw new IllegalStateException("no result");
        return constat;
    }

    private Constat within(
            Connection connexion, long structureId, @Nullable Long utilisateurId, boolean essai, Travail travail)
            throws SQLException, IOException {
        Savepoint depart = connexion.setSavepoint();
        boolean garder = false;
        try {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connexion, true));
            LocalDate aujourdhui = prepare(jdbc, structureId, utilisateurId);
            Constat constat = travail.run(connexion, aujourdhui);
            jdbc.execute("set constraints all immediate");
            garder = !essai && constat.totalErreurs() == 0;
            if (garder) finish(jdbc, constat.nouvelles());
            return constat;
        } catch (DataAccessException refused) {
            garder = false;
            return refusal(refused);
        } finally {
            if (!garder) connexion.rollback(depart);
            connexion.releaseSavepoint(depart);
        }
    }

    /** The structure's day, once it is this import's turn. */
    private LocalDate prepare(JdbcTemplate jdbc, long structureId, @Nullable Long utilisateurId) {
        jdbc.execute("set local work_mem = '64MB'");
        jdbc.execute("set local jit = off");
        // The temporary tables are wide and read a few times: a rough idea of them is enough.
        jdbc.execute("set local default_statistics_target = 10");
        jdbc.queryForList("select pg_advisory_xact_lock(" + VERROU + ")", structureId);
        jdbc.queryForList(
                "select set_config('suivi.utilisateur', ?, true)",
                utilisateurId == null ? "" : utilisateurId.toString());
        List<LocalDate> demonstration = jdbc.query(
                "select coalesce(date_demonstration, ?) from structure where id = ?",
                (ligne, rang) -> ligne.getObject(1, LocalDate.class),
                LocalDate.now(clock),
                structureId);
        if (demonstration.isEmpty()) throw new IllegalArgumentException("no structure " + structureId);
        return demonstration.get(0);
    }

    /** The pages that come next must be planned on the new contents, before autovacuum thinks of it. */
    private static void finish(JdbcTemplate jdbc, int nouvelles) {
        jdbc.execute("set local default_statistics_target to default");
        if (nouvelles >= BEAUCOUP) analyze(jdbc);
        dropTemporary(jdbc);
    }

    private static void analyze(JdbcTemplate jdbc) {
        jdbc.execute("analyze releve_heures, contrat_insertion, beneficiaire, entree, entree_critere, lot, marche, "
                + "participation, entreprise, lot_clause, donneur_ordre, mouvement_obligation, situation_suivi");
    }

    /** Within a longer transaction the next import needs their names. */
    private static void dropTemporary(JdbcTemplate jdbc) {
        List<String> tables = jdbc.queryForList(
                "select quote_ident(relname) from pg_class where relnamespace = pg_my_temp_schema() and relkind = 'r' and relname like 'r\\_%'",
                String.class);
        if (!tables.isEmpty()) jdbc.execute("drop table " + String.join(", ", tables));
    }

    /** A rule of the database that no check foresaw refuses the import, never breaks it. */
    private static Constat refusal(DataAccessException refused) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(refused);
        if (cause instanceof PSQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().matches("2[23].*|54.*")) {
            ServerErrorMessage message = sql.getServerErrorMessage();
            String regle =
                    message == null || message.getConstraint() == null ? "" : " (" + message.getConstraint() + ")";
            Anomalie erreur = new Anomalie(
                    null,
                    null,
                    "",
                    "Une règle de la base de données refuse cet import" + regle + "\u00a0: rien n’a été écrit.");
            return Constat.refused(0, List.of(erreur), 1);
        }
        throw refused;
    }
}
