package fr.suiviclauses.accueil;

import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides where a user begins. */
@Service
@RequiredArgsConstructor
class AccueilService {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The last year with counted hours; without any, the present one, whose empty page says how to begin. */
    @Transactional(readOnly = true)
    int anneeDuBilan(UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select extract(year from mois)::integer from heure_comptee
                         where structure_id = :structure order by mois desc limit 1""")
                .param("structure", moi.structureId())
                .query(Integer.class)
                .optional()
                .orElseGet(() -> moi.dateMetier(clock).getYear());
    }
}
