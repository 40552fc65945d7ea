package fr.suiviclauses.entreprise;

import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which months a company's contracts still have to tell: over, on an active marché, without hours nor a confirmed none. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class MoisManquantsLecture {

    private static final int MOIS = 12;

    private final JdbcClient jdbc;
    private final Clock clock;

    List<EntreprisePage.Manquant> of(long entreprise, UtilisateurConnecte moi) {
        LocalDate ceMois = moi.dateMetier(clock).withDayOfMonth(1);
        return jdbc.sql("""
                        with attendu as (
                            select contrat_id, lot_id, fin, min(depuis) as depuis from (
                                select c.fin, a.contrat_id, a.lot_id, premier_du_mois(c.debut) as depuis
                                  from contrat_insertion c
                                  join affectation a on a.structure_id = c.structure_id and a.contrat_id = c.id
                                 where c.structure_id = :structure and c.employeur_id = :id and (c.fin is null or c.fin >= :premier)
                                union all
                                select c.fin, r.contrat_id, r.lot_id, r.mois
                                  from contrat_insertion c
                                  join releve_heures r on r.structure_id = c.structure_id and r.contrat_id = c.id
                                 where c.structure_id = :structure and c.employeur_id = :id and (c.fin is null or c.fin >= :premier)) x
                             group by contrat_id, lot_id, fin)
                        select g.mois, count(distinct a.contrat_id) as contrats
                          from attendu a
                          join lot l on l.structure_id = :structure and l.id = a.lot_id
                          join marche_actif k on k.structure_id = l.structure_id and k.marche_id = l.marche_id
                         cross join lateral (
                            select s::date as mois
                              from generate_series(greatest(:premier, a.depuis, premier_du_mois(k.debut))::timestamp,
                                                   least(:dernier, a.fin, k.fin)::timestamp, interval '1 month') s) g
                         where not exists (select from releve_heures r where r.structure_id = :structure
                                              and r.contrat_id = a.contrat_id and r.lot_id = a.lot_id and r.mois = g.mois)
                           and not exists (select from mois_sans_heure z where z.structure_id = :structure
                                              and z.contrat_id = a.contrat_id and z.lot_id = a.lot_id and z.mois = g.mois)
                         group by g.mois order by g.mois desc""")
                .param("structure", moi.structureId())
                .param("id", entreprise)
                .param("premier", ceMois.minusMonths(MOIS))
                .param("dernier", ceMois.minusMonths(1))
                .query((ligne, rang) -> new EntreprisePage.Manquant(
                        YearMonth.from(ligne.getObject("mois", LocalDate.class)), ligne.getLong("contrats")))
                .list();
    }
}
