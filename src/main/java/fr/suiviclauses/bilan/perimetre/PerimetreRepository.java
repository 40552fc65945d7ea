package fr.suiviclauses.bilan.perimetre;

import fr.suiviclauses.commun.IntrouvableException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of a perimeter only the database knows. */
@Repository
@RequiredArgsConstructor
class PerimetreRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The last year with counted hours; without any, the year that was last completed. */
    int derniereAnnee(long structureId) {
        return jdbc.sql("""
                        select cast(extract(year from mois) as integer)
                          from heure_comptee where structure_id = :structure order by mois desc limit 1""")
                .param("structure", structureId)
                .query(Integer.class)
                .optional()
                .orElseGet(() -> LocalDate.now(clock).getYear() - 1);
    }

    ChoixFiltres choix(long structureId) {
        return jdbc.sql("""
                        select array(select nom from donneur_ordre where structure_id = :structure
                                      group by nom order by nom collate "fr-x-icu"),
                               array(select nom from operation where structure_id = :structure
                                      order by nom collate "fr-x-icu"),
                               array(select libelle from groupe_famille order by libelle collate "fr-x-icu")""")
                .param("structure", structureId)
                .query((rs, row) -> new ChoixFiltres(
                        List.of((String[]) rs.getArray(1).getArray()),
                        List.of((String[]) rs.getArray(2).getArray()),
                        List.of((String[]) rs.getArray(3).getArray())))
                .single();
    }

    /** Refuses the names that the structure doesn't have: another's are as unknown as those that nobody has. */
    void requireKnown(Perimetre perimetre) {
        Filtres filtres = perimetre.filtres();
        if (filtres.donneurOrdre() == null && filtres.operation() == null && filtres.groupe() == null) {
            return;
        }
        String inconnu = jdbc.sql("""
                        select concat_ws(' ',
                            case when cast(:donneurOrdre as text) is not null and not exists (
                                select from donneur_ordre where structure_id = :structure and nom = :donneurOrdre)
                                then 'Ce donneur d’ordres est inconnu.' end,
                            case when cast(:operation as text) is not null and not exists (
                                select from operation where structure_id = :structure and nom = :operation)
                                then 'Cette opération est inconnue.' end,
                            case when cast(:groupe as text) is not null and not exists (
                                select from groupe_famille where libelle = :groupe)
                                then 'Ce groupe de familles d’achats est inconnu.' end)""")
                .param("structure", perimetre.structureId())
                .param("donneurOrdre", filtres.donneurOrdre(), Types.VARCHAR)
                .param("operation", filtres.operation(), Types.VARCHAR)
                .param("groupe", filtres.groupe(), Types.VARCHAR)
                .query(String.class)
                .single();
        if (!inconnu.isEmpty()) {
            throw new IntrouvableException(inconnu);
        }
    }
}
