package fr.suiviclauses.marche.obligation;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds movements to obligations. None is ever changed or removed: a wrong one is compensated by another. SQL, for the
 * rule that an obligation is never negative is a constraint put off to the end of a transaction, asked for at once here.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class ObligationService {

    private final JdbcClient jdbc;

    /** The obligation of a lot on a day: the sum of the movements effective by then. */
    @Transactional(readOnly = true)
    public BigDecimal obligationOn(long lotId, LocalDate jour, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select coalesce(sum(heures), 0) from mouvement_obligation
                         where structure_id = :structure and lot_id = :lot and date_effet <= :jour""")
                .param("structure", moi.structureId())
                .param("lot", lotId)
                .param("jour", jour)
                .query(BigDecimal.class)
                .single();
    }

    /**
     * Adds a movement from a form.
     *
     * @param attendus how many movements there were when the form was opened: a second press of the button, or someone
     *     else's movement meanwhile, is noticed
     * @throws VersionPerimeeException where there are more by now
     * @throws RegleMetierException where the obligation would fall below zero on some day, or begin twice
     */
    public void add(long lotId, Mouvement mouvement, String attendus, UtilisateurConnecte moi) {
        // Whoever adds to the same lot at the same moment waits here, and then counts this one too.
        boolean trouve = jdbc.sql("select id from lot where structure_id = :structure and id = :lot for update")
                .param("structure", moi.structureId())
                .param("lot", lotId)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!trouve) throw new IntrouvableException("Ce lot n’existe pas.");
        int presents = jdbc.sql(
                        "select count(*) from mouvement_obligation where structure_id = :structure and lot_id = :lot")
                .param("structure", moi.structureId())
                .param("lot", lotId)
                .query(Integer.class)
                .single();
        VersionPerimeeException.check(presents, attendus);
        write(lotId, mouvement, moi);
    }

    /** Adds the first movement of a new lot. */
    public void open(long lotId, Mouvement initial, UtilisateurConnecte moi) {
        write(lotId, initial, moi);
    }

    private void write(long lotId, Mouvement mouvement, UtilisateurConnecte moi) {
        Contraintes.translated(() -> {
            jdbc.sql("""
                            insert into mouvement_obligation
                                (structure_id, lot_id, nature, date_effet, heures, montant_ht, motif, cree_par)
                            values (:structure, :lot, :nature, :date, :heures, :montant, :motif, :auteur)""")
                    .param("structure", moi.structureId())
                    .param("lot", lotId)
                    .param("nature", mouvement.nature().name())
                    .param("date", mouvement.dateEffet())
                    .param("heures", mouvement.heures())
                    .param("montant", mouvement.montantHt())
                    .param("motif", mouvement.motif())
                    .param("auteur", moi.id())
                    .update();
            return jdbc.sql("set constraints mouvement_obligation_jamais_negative_ajout immediate")
                    .update();
        });
    }
}
