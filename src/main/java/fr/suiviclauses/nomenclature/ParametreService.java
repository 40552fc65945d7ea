package fr.suiviclauses.nomenclature;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads, adds and removes dated parameters; the journal keeps what was removed. */
@Service
@RequiredArgsConstructor
@Transactional
class ParametreService {

    private final JdbcClient jdbc;

    @Transactional(readOnly = true)
    List<Parametre.Valeur> values(Parametre parametre, UtilisateurConnecte moi) {
        return jdbc.sql(
                        "select date_effet as date, %s as valeur from %s where structure_id = :structure order by date_effet desc"
                                .formatted(parametre.colonne(), parametre.table()))
                .param("structure", moi.structureId())
                .query(Parametre.Valeur.class)
                .list();
    }

    /**
     * Adds a value.
     *
     * @throws RegleMetierException where there is one of the same date
     */
    void add(Parametre parametre, Parametre.Valeur valeur, UtilisateurConnecte moi) {
        Contraintes.translated(
                () -> jdbc.sql("insert into %s (structure_id, date_effet, %s) values (:structure, :date, :valeur)"
                                .formatted(parametre.table(), parametre.colonne()))
                        .param("structure", moi.structureId())
                        .param("date", valeur.date())
                        .param("valeur", valeur.valeur())
                        .update());
    }

    /** Removes a value entered by mistake: the one before it holds again. */
    void remove(Parametre parametre, LocalDate date, UtilisateurConnecte moi) {
        int enlevees = jdbc.sql("delete from %s where structure_id = :structure and date_effet = :date"
                        .formatted(parametre.table()))
                .param("structure", moi.structureId())
                .param("date", date)
                .update();
        if (enlevees == 0) throw new IntrouvableException("Cette valeur n’existe pas.");
    }
}
