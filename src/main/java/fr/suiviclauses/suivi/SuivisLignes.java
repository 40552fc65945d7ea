package fr.suiviclauses.suivi;

import fr.suiviclauses.referentiel.Situation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads one follow-up from a result. */
final class SuivisLignes {

    private SuivisLignes() {}

    static SuiviLu read(ResultSet ligne) throws SQLException {
        String situation = ligne.getString("situation");
        return new SuiviLu(
                ligne.getLong("beneficiaire_id"),
                ligne.getInt("cohorte"),
                ligne.getInt("jalon"),
                ligne.getObject("dernier_mois", LocalDate.class),
                ligne.getObject("a_partir_du", LocalDate.class),
                situation == null ? null : Situation.valueOf(situation),
                ligne.getObject("date_reponse", LocalDate.class),
                ligne.getString("personne"),
                ligne.getString("telephone"),
                ligne.getString("employeur"));
    }
}
