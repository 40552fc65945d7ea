package fr.suiviclauses.demarrage;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * How far the start has come. What has to be done before the first visitor (the demonstration) runs as an
 * {@code ApplicationRunner}: the server already listens, {@code /actuator/health} answers 503 until the last runner has
 * ended, and meanwhile pages show the present step.
 */
@Component
public class EtatDemarrage {

    private static final Logger LOG = LoggerFactory.getLogger(EtatDemarrage.class);

    private volatile String etape = "";
    private volatile boolean done;

    EtatDemarrage() {}

    /** Tells the present step, a short French sentence, on the console and on the waiting page. */
    public void announce(String phrase) {
        etape = phrase;
        LOG.info("{}", phrase);
    }

    String etape() {
        return etape;
    }

    /** Whether the start is behind us; a server that is shutting down no longer waits for anything. */
    boolean isDone() {
        return done;
    }

    @EventListener
    void follow(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            done = true;
        }
    }

    /** Somebody pressed Ctrl-C: that the work under way now loses its database is no news, let alone pages of it. */
    @EventListener(ContextClosedEvent.class)
    void abandon() {
        if (!done) {
            LOG.info("Démarrage interrompu ; il reprendra du début au prochain lancement.");
            LoggingSystem logging = LoggingSystem.get(EtatDemarrage.class.getClassLoader());
            for (String logger :
                    List.of(LoggingSystem.ROOT_LOGGER_NAME, "org.springframework.boot", "fr.suiviclauses")) {
                logging.setLogLevel(logger, LogLevel.OFF);
            }
        }
    }
}
