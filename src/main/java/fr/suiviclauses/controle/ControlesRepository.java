package fr.suiviclauses.controle;

import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs the controls' SQL: all of them by one statement, or one of them by one. SQL, for they are questions on all tables. */
@Repository
@RequiredArgsConstructor
class ControlesRepository {

    private static final String ORDRE =
            " order by x.mois desc nulls last, x.fiche collate \"fr-x-icu\", x.contexte, x.constat, x.adresse";

    private static final Map<Controle, String> SQL = Arrays.stream(Controle.values())
            .filter(controle -> controle != Controle.TOTAUX)
            .collect(Collectors.toMap(c -> c, Controle::sql, (a, b) -> a, () -> new EnumMap<>(Controle.class)));

    private final JdbcClient jdbc;
    private final Clock clock;

    /** How many records were found, and some of them. */
    record Resultat(long total, List<Constat> constats) {

        static final Resultat RIEN = whole(List.of());

        static Resultat whole(List<Constat> constats) {
            return new Resultat(constats.size(), constats);
        }

        Resultat {
            constats = List.copyOf(constats);
        }
    }

    /** The first records of each control that finds any. */
    Map<Controle, Resultat> firsts(UtilisateurConnecte moi, int nombre) {
        String tout = SQL.entrySet().stream()
                .map(c -> "(select '" + c.getKey().name() + "' as controle, count(*) over () as total, x.* from (\n"
                        + c.getValue() + "\n) x" + ORDRE + " limit " + nombre + ")")
                .collect(Collectors.joining("\nunion all\n"));
        ResultSetExtractor<Map<Controle, Resultat>> lecture = rs -> {
            Map<Controle, Long> totaux = new EnumMap<>(Controle.class);
            Map<Controle, List<Constat>> constats = new EnumMap<>(Controle.class);
            while (rs.next()) {
                Controle controle = Controle.valueOf(rs.getString("controle"));
                totaux.put(controle, rs.getLong("total"));
                constats.computeIfAbsent(controle, c -> new ArrayList<>()).add(constat(rs));
            }
            Map<Controle, Resultat> resultats = new EnumMap<>(Controle.class);
            constats.forEach((c, lignes) -> resultats.put(c, new Resultat(totaux.getOrDefault(c, 0L), lignes)));
            return resultats;
        };
        return asked(tout, moi).query(lecture);
    }

    /** Some records of a control, and how many there are in all. */
    Resultat find(Controle controle, UtilisateurConnecte moi, int nombre, long saut) {
        ResultSetExtractor<Resultat> lecture = rs -> {
            long total = 0;
            List<Constat> constats = new ArrayList<>();
            while (rs.next()) {
                total = rs.getLong("total");
                if (rs.getString("constat") != null) constats.add(constat(rs));
            }
            return new Resultat(total, constats);
        };
        return asked(
                        "with tout as materialized (\n" + SQL.get(controle) + "\n)\n"
                                + "select t.total, x.* from (select count(*) as total from tout) t"
                                + " left join (select * from tout x" + ORDRE
                                + " limit :nombre offset :saut) x on true" + ORDRE,
                        moi)
                .param("nombre", nombre)
                .param("saut", saut)
                .query(lecture);
    }

    /** The last year with counted hours; without any, the present one. */
    int derniereAnnee(UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select extract(year from mois)::integer from heure_comptee
                         where structure_id = :structure order by mois desc limit 1""")
                .param("structure", moi.structureId())
                .query(Integer.class)
                .optional()
                .orElseGet(() -> moi.dateMetier(clock).getYear());
    }

    private JdbcClient.StatementSpec asked(String sql, UtilisateurConnecte moi) {
        return jdbc.sql(sql).param("structure", moi.structureId()).param("jour", moi.dateMetier(clock));
    }

    private static Constat constat(ResultSet rs) throws SQLException {
        return new Constat(
                rs.getString("fiche"),
                rs.getString("contexte"),
                rs.getObject("mois", LocalDate.class),
                rs.getBigDecimal("heures"),
                Codes.readable(rs.getString("constat")),
                rs.getString("adresse"));
    }
}
