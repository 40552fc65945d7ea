package fr.suiviclauses.demarrage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Recognises a start that failed for a reason that a person can mend. Before Boot's own, which speak English. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemarrageFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        if (isShuttingDown()) {
            // Whoever stopped the program has been told so (EtatDemarrage); what fails on the way down is no news.
            return new FailureAnalysis("", null, failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DemarrageException mendable) {
                return analysis(mendable);
            }
            if (cause instanceof PortInUseException taken) {
                return analysis(VerificationPort.occupe(taken.getPort(), taken));
            }
            if (cause instanceof ConnectorStartFailedException taken) {
                return analysis(VerificationPort.occupe(taken.getPort(), taken));
            }
            if (cause instanceof BindException senseless) {
                return analysis(reglage(senseless));
            }
        }
        return null;
    }

    private static FailureAnalysis analysis(DemarrageException mendable) {
        return new FailureAnalysis(mendable.phrase(), null, mendable);
    }

    private static DemarrageException reglage(BindException senseless) {
        ConfigurationProperty property = senseless.getProperty();
        String nom = property == null
                ? senseless.getName().toString()
                : property.getName().toString();
        return new DemarrageException(
                "Le réglage " + nom.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + " a la valeur « "
                        + (property == null ? "" : property.getValue())
                        + " », qui ne convient pas : corrigez-la, ou retirez ce réglage.",
                senseless);
    }

    private static boolean isShuttingDown() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException refused) {
            return true;
        }
    }
}
