package fr.suiviclauses.demarrage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/**
 * How far the start has come. What has to be done before the first visitor (the demonstration) runs as an
 * {@code ApplicationRunner}: the server already listens, {@code /actuator/health} answers 503 until the last runner has
 * ended, and meanwhile pages show the present step.
 */
@Component
public class EtatDemarrage {

    private static final Logger LOG = LoggerFactory.getLogger(EtatDemarrage.class);

    private final ApplicationAvailability disponibilite;
    private volatile String etape = "";

    EtatDemarrage(ApplicationAvailability disponibilite) {
        this.disponibilite = disponibilite;
    }

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
        return done || (done = disponibilite.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC);
    }

    private volatile boolean done;
}
