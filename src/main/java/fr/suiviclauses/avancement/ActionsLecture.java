package fr.suiviclauses.avancement;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is to be done for some marchés. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class ActionsLecture {

    private final JdbcClient jdbc;

    /** All of it, seen on a day. */
    public Actions due(Portee portee, long id, LocalDate jour, UtilisateurConnecte moi) {
        return new Actions(jdbc.sql("""
                        select a.id, a.marche_id, m.reference, a.libelle, a.echeance, u.nom as responsable, a.echeance < :jour as en_retard
                          from (%s) m
                          join action_marche a on a.structure_id = :structure and a.marche_id = m.id
                          left join utilisateur u on u.structure_id = a.structure_id and u.id = a.responsable_id
                         where a.faite_le is null
                         order by a.echeance, a.id""".formatted(portee.marches()))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", jour)
                .query((ligne, rang) -> new Actions.Action(
                        ligne.getLong("id"),
                        ligne.getLong("marche_id"),
                        ligne.getString("reference"),
                        ligne.getString("libelle"),
                        DateFrancaise.affiche(ligne.getObject("echeance", LocalDate.class)),
                        ligne.getString("responsable"),
                        ligne.getBoolean("en_retard")))
                .list());
    }
}
