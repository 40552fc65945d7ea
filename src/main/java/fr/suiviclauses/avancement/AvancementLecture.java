package fr.suiviclauses.avancement;

import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads how lots stand on a day: each of them, each of their marchés, and all together, in one statement. SQL, for these
 * are sums over hours and movements, each made before it is joined.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class AvancementLecture {

    private final JdbcClient jdbc;

    private record Ligne(@Nullable Long lot, @Nullable Long marche, Avancement avancement) {}

    public Avancements read(Portee portee, long id, LocalDate au, UtilisateurConnecte moi) {
        List<Ligne> lignes = jdbc.sql("""
                        with lots as (%s),
                        prevu as (
                            select o.lot_id, sum(o.heures) as heures from lots l
                              join mouvement_obligation o on o.structure_id = :structure and o.lot_id = l.id
                             where o.date_effet <= :au group by o.lot_id),
                        fait as (
                            select h.lot_id, sum(h.heures) as heures, min(h.mois) as premier, max(h.mois) as dernier from lots l
                              join heure_comptee h on h.structure_id = :structure and h.lot_id = l.id
                             where h.mois <= :au group by h.lot_id)
                        select l.id as lot, l.marche_id as marche,
                               coalesce(sum(p.heures), 0) as prevu, coalesce(sum(h.heures), 0) as fait,
                               min(h.premier) as premier, max(h.dernier) as dernier,
                               min(coalesce(m.date_debut, a.debut)) as debut,
                               case when count(a.fin) = count(*) then max(a.fin) end as fin
                          from lots l
                          join marche m on m.structure_id = :structure and m.id = l.marche_id
                          join marche_actif a on a.structure_id = m.structure_id and a.marche_id = m.id
                          left join prevu p on p.lot_id = l.id
                          left join fait h on h.lot_id = l.id
                         group by grouping sets ((l.id, l.marche_id), (l.marche_id), ())""".formatted(portee.lots()))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("au", au)
                .query((ligne, rang) -> new Ligne(
                        ligne.getObject("lot", Long.class),
                        ligne.getObject("marche", Long.class),
                        avancement(ligne, au)))
                .list();
        Map<Long, Avancement> lots = new HashMap<>();
        Map<Long, Avancement> marches = new HashMap<>();
        Avancement total = Avancement.RIEN;
        for (Ligne ligne : lignes) {
            if (ligne.lot != null) lots.put(ligne.lot, ligne.avancement);
            else if (ligne.marche != null) marches.put(ligne.marche, ligne.avancement);
            else total = ligne.avancement;
        }
        return new Avancements(lots, marches, total);
    }

    private static Avancement avancement(ResultSet ligne, LocalDate au) throws SQLException {
        LocalDate debut = ligne.getObject("debut", LocalDate.class);
        BigDecimal fait = ligne.getBigDecimal("fait");
        return debut == null
                ? Avancement.RIEN
                : new Avancement(
                        ligne.getBigDecimal("prevu"),
                        fait,
                        Rythme.on(
                                au,
                                debut,
                                ligne.getObject("fin", LocalDate.class),
                                fait,
                                ligne.getObject("premier", LocalDate.class),
                                ligne.getObject("dernier", LocalDate.class)));
    }
}
