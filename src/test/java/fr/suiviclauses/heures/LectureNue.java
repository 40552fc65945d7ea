package fr.suiviclauses.heures;

import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that open a marché's year in the grid, alone: no page, no session, no program. */
public final class LectureNue {

    private final HeuresLecture lecture;
    private final FiltreHeures filtre;
    private final UtilisateurConnecte moi;

    public LectureNue(JdbcClient jdbc, long structure, long marche, int annee) {
        this.lecture = new HeuresLecture(new RangsLecture(jdbc), jdbc, Clock.systemUTC());
        this.filtre = FiltreHeures.annee(
                Map.of("annee", Integer.toString(annee), "marche", Long.toString(marche)),
                LocalDate.of(annee + 1, 1, 17));
        this.moi = new UtilisateurConnecte(
                1L, structure, "banc@exemple.fr", "Banc", "Essai", null, Set.of(Role.FACILITATEUR));
    }

    public Object read() {
        return lecture.page(filtre, moi);
    }
}
