package fr.suiviclauses.bench;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.comptage.Comptage;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of a year's page, its ten years included, by their statement alone: no page, no session, no program. */
final class FiguresNues {

    private final Comptage comptage;
    private final String sql = Comptage.read(Bilan.class, "bilan.sql") + Comptage.read(Bilan.class, "trajectoire.sql");

    FiguresNues(JdbcClient jdbc) {
        comptage = new Comptage(jdbc);
    }

    List<Map<String, Object>> read(long structureId, int annee) {
        return comptage.query(Perimetre.annee(structureId, annee), sql).query().listOfRows();
    }
}
