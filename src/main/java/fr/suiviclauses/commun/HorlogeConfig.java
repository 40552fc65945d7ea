package fr.suiviclauses.commun;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock: nothing asks the system for the time, so that a test can fix it. */
@Configuration(proxyBeanMethods = false)
class HorlogeConfig {

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Paris"));
    }
}
