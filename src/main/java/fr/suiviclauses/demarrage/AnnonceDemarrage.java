package fr.suiviclauses.demarrage;

import fr.suiviclauses.securite.ComptesDemonstration;
import fr.suiviclauses.securite.ComptesDemonstration.Compte;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The last words of a start: where to go, and on a demonstration how to come in. */
@Component
class AnnonceDemarrage {

    private final Environment environment;
    private final ObjectProvider<ComptesDemonstration> demonstration;

    AnnonceDemarrage(Environment environment, ObjectProvider<ComptesDemonstration> demonstration) {
        this.environment = environment;
        this.demonstration = demonstration;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        List<Compte> comptes = demonstration.stream()
                .flatMap(comptesDemonstration -> comptesDemonstration.comptes().stream())
                .toList();
        System.out.println(text(address(), comptes));
    }

    static String text(String adresse, List<Compte> comptes) {
        StringBuilder text =
                new StringBuilder("\nSuivi Clauses est prêt : ").append(adresse).append('\n');
        if (!comptes.isEmpty()) {
            int largeur =
                    comptes.stream().mapToInt(c -> c.email().length()).max().orElse(0);
            text.append("\nComptes de démonstration :\n");
            for (Compte compte : comptes) {
                text.append("  ")
                        .append(compte.email())
                        .append(" ".repeat(largeur - compte.email().length()))
                        .append("  mot de passe : ")
                        .append(compte.motDePasse())
                        .append("  (")
                        .append(compte.role())
                        .append(")\n");
            }
        }
        return text.append("\nPour arrêter : Ctrl-C.\n").toString();
    }

    private String address() {
        boolean tls = StringUtils.hasText(environment.getProperty("server.ssl.bundle"))
                || StringUtils.hasText(environment.getProperty("server.ssl.key-store"))
                || StringUtils.hasText(environment.getProperty("server.ssl.certificate"));
        return (tls ? "https" : "http") + "://" + environment.getProperty("server.address", "localhost") + ":"
                + environment.getProperty("local.server.port")
                + environment.getProperty("server.servlet.context-path", "");
    }
}
