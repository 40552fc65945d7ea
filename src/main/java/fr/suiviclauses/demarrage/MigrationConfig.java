package fr.suiviclauses.demarrage;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the schema up to date, but never under a database that a newer program has already changed: Flyway alone
 * ignores migrations of the future, and the old program would write into tables that it does not know.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfig {

    @Bean
    FlywayMigrationStrategy migration() {
        return MigrationConfig::migrate;
    }

    static void migrate(Flyway flyway) {
        Optional<MigrationInfo> inconnue = Arrays.stream(flyway.info().applied())
                .filter(migration ->
                        migration.getVersion() != null && !migration.getState().isResolved())
                .reduce((former, latter) -> latter);
        if (inconnue.isPresent()) {
            throw new DemarrageException("La base a été mise à niveau par une version plus récente de Suivi Clauses"
                    + " (migration " + inconnue.get().getVersion() + ") : lancez cette version-là, ou restaurez une"
                    + " sauvegarde faite avant la mise à niveau.");
        }
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
                throw new DemarrageException(
                        "La base contient déjà les tables d'un autre programme : indiquez une base vide avec"
                                + " SPRING_DATASOURCE_URL.",
                        e);
            }
            throw e;
        }
    }
}
