package fr.suiviclauses;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The day on which all tests happen: the bilan of 2021 is being written. */
@TestConfiguration(proxyBeanMethods = false)
public class HorlogeFixe {

    public static final Clock MATIN_DU_17_JANVIER_2022 =
            Clock.fixed(Instant.parse("2022-01-17T08:00:00Z"), ZoneId.of("Europe/Paris"));

    @Bean
    @Primary
    Clock horlogeFixe() {
        return MATIN_DU_17_JANVIER_2022;
    }
}
