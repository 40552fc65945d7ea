package fr.suiviclauses.beneficiaire;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.TypeContrat;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the contracts that a person's sheet shows, each with its lots: two statements, however many there are. */
@Component
@RequiredArgsConstructor
class ContratsLecture {

    private final JdbcClient jdbc;
    private final Clock clock;

    List<FichePage.Contrat> read(long id, UtilisateurConnecte moi) {
        Map<Long, List<FichePage.Lot>> lots = lots(id, moi);
        return jdbc.sql("""
                        select c.id, c.reference, e.nom as employeur, c.modalite, c.type, c.debut, c.fin,
                               coalesce(sum(q.heures) filter (where q.motif_non_compte is null), 0) as comptees,
                               coalesce(sum(q.heures) filter (where q.motif_non_compte is not null), 0) as autres
                          from contrat_insertion c
                          join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
                          left join heure_qualifiee q on q.structure_id = c.structure_id and q.contrat_id = c.id
                                                     and q.beneficiaire_id = c.beneficiaire_id
                         where c.structure_id = :structure and c.beneficiaire_id = :id
                         group by c.id, e.nom order by c.debut desc, c.id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> contract(ligne, lots.getOrDefault(ligne.getLong("id"), List.of())))
                .list();
    }

    private static FichePage.Contrat contract(ResultSet ligne, List<FichePage.Lot> lots) throws SQLException {
        String type = ligne.getString("type");
        return new FichePage.Contrat(
                ligne.getLong("id"),
                ligne.getString("reference"),
                ligne.getString("employeur"),
                Modalite.valueOf(ligne.getString("modalite")).libelle(),
                type == null ? "" : TypeContrat.valueOf(type).libelle(),
                ligne.getObject("debut", LocalDate.class),
                ligne.getObject("fin", LocalDate.class),
                new Heures(ligne.getBigDecimal("comptees")).exactes(),
                new Heures(ligne.getBigDecimal("autres")).exactes(),
                lots);
    }

    /** Where their hours are expected, or are. */
    private Map<Long, List<FichePage.Lot>> lots(long id, UtilisateurConnecte moi) {
        record Un(long contrat, FichePage.Lot lot) {}
        int annee = moi.dateMetier(clock).minusMonths(1).getYear();
        return jdbc
                .sql("""
                        with prevu as (
                            select c.id as contrat_id, c.debut, c.fin, a.lot_id, null::date as mois from contrat_insertion c
                              join affectation a on a.structure_id = c.structure_id and a.contrat_id = c.id
                             where c.structure_id = :structure and c.beneficiaire_id = :id
                            union all
                            select c.id, c.debut, c.fin, r.lot_id, r.mois from contrat_insertion c
                              join releve_heures r on r.structure_id = c.structure_id and r.contrat_id = c.id
                             where c.structure_id = :structure and c.beneficiaire_id = :id)
                        select p.contrat_id, p.debut, p.fin, l.id, l.numero, m.id as marche_id, m.reference, max(p.mois) as dernier
                          from prevu p
                          join lot l on l.structure_id = :structure and l.id = p.lot_id
                          join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                         group by p.contrat_id, p.debut, p.fin, l.id, m.id
                         order by m.reference, m.id, length(l.numero), l.numero""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> new Un(
                        ligne.getLong("contrat_id"),
                        new FichePage.Lot(
                                ligne.getLong("id"),
                                ligne.getString("numero"),
                                ligne.getLong("marche_id"),
                                ligne.getString("reference"),
                                year(
                                        annee,
                                        ligne.getObject("debut", LocalDate.class),
                                        ligne.getObject("fin", LocalDate.class),
                                        ligne.getObject("dernier", LocalDate.class)))))
                .list()
                .stream()
                .collect(groupingBy(Un::contrat, mapping(Un::lot, toList())));
    }

    /** Of which year the grid is opened: of her last hours there; without any, of today's, as far as her contract goes. */
    private static int year(int annee, LocalDate debut, @Nullable LocalDate fin, @Nullable LocalDate dernier) {
        if (dernier != null) return dernier.getYear();
        return Math.max(debut.getYear(), fin == null ? annee : Math.min(annee, fin.getYear()));
    }
}
