package fr.suiviclauses.accueil;

import fr.suiviclauses.commun.NombreAffiche;
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
    private final AujourdhuiRepository repository;
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

    /** What an administrator looks after. */
    @Transactional(readOnly = true)
    AdministrationPage administration(UtilisateurConnecte moi) {
        AujourdhuiRepository.Comptes c = repository.administration(moi.structureId());
        return new AdministrationPage(
                count(c.donneurs(), "donneur d’ordres actif", "donneurs d’ordres actifs"),
                c.donneursSansSiret() == 0 ? "" : count(c.donneursSansSiret(), "sans SIRET", "sans SIRET"),
                count(c.familles(), "famille d’achats", "familles d’achats"),
                count(c.parametres(), "paramètre daté", "paramètres datés"),
                count(c.imports(), "fichier déposé", "fichiers déposés"),
                c.importsEnAttente() == 0 ? "" : count(c.importsEnAttente(), "à confirmer", "à confirmer"));
    }

    private static String count(long nombre, String un, String plusieurs) {
        return NombreAffiche.of(nombre) + NombreAffiche.INSECABLE + (nombre < 2 ? un : plusieurs);
    }
}
