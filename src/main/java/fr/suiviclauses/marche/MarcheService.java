package fr.suiviclauses.marche;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.marche.lot.LotService;
import fr.suiviclauses.marche.obligation.Mouvement;
import fr.suiviclauses.marche.obligation.ObligationService;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes marchés, and what begins with them. */
@Service
@RequiredArgsConstructor
@Transactional
class MarcheService {

    private final MarcheRepository marches;
    private final LotService lots;
    private final ObligationService obligations;
    private final JdbcClient jdbc;

    /**
     * Opens a marché with its first lot.
     *
     * @return its id
     * @throws RegleMetierException where the buyer has one of this reference
     */
    long create(MarcheSaisie saisie, LotLu lot, UtilisateurConnecte moi) {
        checkBuyer(saisie.donneur(), moi);
        long id = Contraintes.translated(() -> marches.saveAndFlush(new Marche(moi.structureId(), saisie)))
                .getId();
        writeRenewals(id, saisie.reconductions(), moi);
        addLot(id, lot, saisie.commence(), moi);
        return id;
    }

    /** Adds a lot, and its initial obligation where there is one. */
    void addLot(long marcheId, LotLu lot, LocalDate debut, UtilisateurConnecte moi) {
        long id = lots.add(marcheId, lot.lot(), moi);
        Mouvement initial = lot.initial(debut);
        if (initial != null) obligations.open(id, initial, moi);
    }

    /**
     * Changes a marché.
     *
     * @throws VersionPerimeeException where someone else changed it since the form was opened
     */
    void change(long id, MarcheSaisie saisie, String version, UtilisateurConnecte moi) {
        Marche marche = find(id, moi);
        VersionPerimeeException.check(marche.getVersion(), version);
        if (marche.getDonneurOrdreId() != saisie.donneur()) checkBuyer(saisie.donneur(), moi);
        marche.change(saisie);
        Contraintes.translated(() -> marches.saveAndFlush(marche));
        if (writeRenewals(id, saisie.reconductions(), moi)) touch(id, moi);
    }

    /** Takes a marché out of lists and choices, or back; its hours count in any case. */
    void activate(long id, boolean actif, UtilisateurConnecte moi) {
        find(id, moi).activate(actif);
    }

    /**
     * Removes a marché on which nobody worked, with its lots and what they owe; the journal keeps them.
     *
     * @throws RegleMetierException where it has hours or contracts
     */
    void delete(long id, UtilisateurConnecte moi) {
        Marche marche = find(id, moi);
        if (!lots.deleteAll(id, moi))
            throw new RegleMetierException("", "Ce marché a des heures ou des contrats\u00a0: désactivez-le plutôt.");
        jdbc.sql("delete from reconduction where structure_id = :structure and marche_id = :id")
                .param("structure", moi.structureId())
                .param("id", id)
                .update();
        marches.delete(marche);
        marches.flush();
    }

    /** One that was merged away meanwhile would hide the marché. */
    private void checkBuyer(long id, UtilisateurConnecte moi) {
        if (!Verrous.standing(jdbc, "donneur_ordre", moi.structureId(), Set.of(id)))
            throw new RegleMetierException("donneur", "Choisissez dans la liste.");
    }

    /** Whether anything changed. */
    private boolean writeRenewals(long id, Set<LocalDate> fins, UtilisateurConnecte moi) {
        Date[] dates = fins.stream().map(Date::valueOf).toArray(Date[]::new);
        int retirees = jdbc.sql("""
                        delete from reconduction
                         where structure_id = :structure and marche_id = :id and date_fin <> all (:dates)""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("dates", dates)
                .update();
        int ajoutees = jdbc.sql("""
                        insert into reconduction (structure_id, marche_id, date_fin)
                        select :structure, :id, d from unnest(:dates) d on conflict do nothing""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("dates", dates)
                .update();
        return retirees + ajoutees > 0;
    }

    /** Whoever has the marché open is told that its renewals changed: the update moves its version on. */
    private void touch(long id, UtilisateurConnecte moi) {
        jdbc.sql("update marche set reference = reference where structure_id = :structure and id = :id")
                .param("structure", moi.structureId())
                .param("id", id)
                .update();
    }

    private Marche find(long id, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, "marche", moi.structureId(), id);
        return marches.findByStructureIdAndId(moi.structureId(), id)
                .orElseThrow(() -> new IntrouvableException("Ce marché n’existe pas."));
    }
}
