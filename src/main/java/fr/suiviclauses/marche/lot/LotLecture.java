package fr.suiviclauses.marche.lot;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the lot that a form is about. SQL, for its obligation is a sum of movements. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class LotLecture {

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A lot of the user's structure.
     *
     * @throws IntrouvableException where there is none
     */
    public LotConcerne find(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select l.id, l.marche_id, m.reference, m.forme, l.numero, l.objet, l.famille_id, f.nom as famille,
                               l.euros_par_heure, l.version, coalesce(m.date_notification, m.date_debut) as debut,
                               coalesce(o.heures, 0) as obligation, coalesce(o.initiale, false) as initiale,
                               coalesce(o.mouvements, 0) as mouvements
                          from lot l
                          join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                          join famille_achat f on f.structure_id = l.structure_id and f.id = l.famille_id
                          left join (select lot_id, sum(heures) filter (where date_effet <= :jour) as heures,
                                            bool_or(nature = 'INITIAL') as initiale, count(*) as mouvements
                                       from mouvement_obligation where structure_id = :structure and lot_id = :id group by lot_id) o
                            on o.lot_id = l.id
                         where l.structure_id = :structure and l.id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", moi.dateMetier(clock))
                .query(LotConcerne.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Ce lot n’existe pas."));
    }

    /** The codes of a lot's clauses. */
    public List<String> clauses(long id, UtilisateurConnecte moi) {
        return jdbc.sql("select type from lot_clause where structure_id = :structure and lot_id = :id order by type")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(String.class)
                .list();
    }
}
