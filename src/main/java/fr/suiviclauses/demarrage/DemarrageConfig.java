package fr.suiviclauses.demarrage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Without a database named in the settings, the program brings its own: Boot builds its pool from these details. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SuiviProperties.class)
class DemarrageConfig {

    @Configuration(proxyBeanMethods = false)
    @Conditional(AucuneBaseIndiquee.class)
    static class BaseEmbarquee {

        @Bean(destroyMethod = "close")
        PostgresqlEmbarque postgresqlEmbarque(SuiviProperties suivi) {
            return PostgresqlEmbarque.start(Path.of(suivi.donnees()));
        }

        @Bean
        JdbcConnectionDetails connexionEmbarquee(PostgresqlEmbarque serveur) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return serveur.username();
                }

                @Override
                public String getPassword() {
                    return serveur.password();
                }

                @Override
                public String getJdbcUrl() {
                    return serveur.jdbcUrl();
                }
            };
        }
    }

    /** A blank address counts as none: container files pass on variables that nobody has set. */
    static class AucuneBaseIndiquee implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
