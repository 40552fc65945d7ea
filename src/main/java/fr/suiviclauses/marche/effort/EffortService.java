package fr.suiviclauses.marche.effort;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.marche.obligation.Mouvement;
import fr.suiviclauses.marche.obligation.NatureMouvement;
import fr.suiviclauses.marche.obligation.ObligationService;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the contractual value that the calculator led to. */
@Service
@RequiredArgsConstructor
@Transactional
class EffortService {

    private final ObligationService obligations;
    private final JdbcClient jdbc;

    /**
     * Makes an obligation of so many hours from a day on: the initial one or, where there is one, an avenant of the
     * difference.
     *
     * @param attendus how many movements there were when the page was opened
     * @throws VersionPerimeeException where there are more by now
     */
    void retain(
            LotConcerne lot,
            BigDecimal heures,
            LocalDate date,
            Effort effort,
            String attendus,
            UtilisateurConnecte moi) {
        BigDecimal difference = heures;
        NatureMouvement nature = NatureMouvement.INITIAL;
        if (lot.initiale()) {
            checkBegun(lot.id(), date, moi);
            difference = heures.subtract(obligations.obligationOn(lot.id(), date, moi));
            nature = NatureMouvement.AVENANT;
            if (difference.signum() == 0)
                throw new RegleMetierException(
                        "heures",
                        "L’obligation du lot est déjà de " + Effort.trimmed(heures) + "\u00a0h à cette date.");
        }
        obligations.add(
                lot.id(), new Mouvement(nature, date, difference, effort.montant(), effort.calcul()), attendus, moi);
    }

    /** An avenant before the beginning would count the beginning twice. */
    private void checkBegun(long lotId, LocalDate date, UtilisateurConnecte moi) {
        LocalDate debut = jdbc.sql("""
                        select min(date_effet) from mouvement_obligation
                         where structure_id = :structure and lot_id = :lot and nature = 'INITIAL'""")
                .param("structure", moi.structureId())
                .param("lot", lotId)
                .query(LocalDate.class)
                .single();
        if (date.isBefore(debut))
            throw new RegleMetierException(
                    "dateEffet",
                    "L’obligation du lot commence le " + DateFrancaise.affiche(debut)
                            + "\u00a0: choisissez ce jour ou un jour d’après.");
    }
}
