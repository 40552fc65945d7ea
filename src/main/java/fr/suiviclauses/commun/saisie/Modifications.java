package fr.suiviclauses.commun.saisie;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.NombreAffiche;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads in the journal who changed a record, when, and what. */
@Component
@RequiredArgsConstructor
public class Modifications {

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A field that a conflict tells of.
     *
     * @param codes what is said instead of the codes that it holds
     * @param table whose record's id it holds; empty: it holds none
     * @param nom the SQL expression of that record's name, the table being {@code x}
     */
    public record Champ(String colonne, String libelle, Map<String, String> codes, String table, String nom) {

        public Champ {
            codes = Map.copyOf(codes);
        }

        public static Champ of(String colonne, String libelle) {
            return new Champ(colonne, libelle, Map.of(), "", "");
        }

        /** A field that holds the code of a nomenclature. */
        public static <E extends Enum<E>> Champ code(
                String colonne, String libelle, E[] codes, Function<E, String> enClair) {
            return codes(colonne, libelle, Arrays.stream(codes).collect(Collectors.toMap(Enum::name, enClair)));
        }

        public static Champ codes(String colonne, String libelle, Map<String, String> codes) {
            return new Champ(colonne, libelle, codes, "", "");
        }

        /** A field that holds the id of another record. */
        public static Champ fiche(String colonne, String libelle, String table, String nom) {
            return new Champ(colonne, libelle, Map.of(), table, nom);
        }

        private String named(String cote) {
            return " when c.cle = '%s' then coalesce((select %s from %s x where x.structure_id = j.structure_id and x.id = (j.%s ->> c.cle)::bigint), '(n’existe plus)')"
                    .formatted(colonne, nom, table, cote);
        }

        private String shown(@Nullable String valeur, boolean nombre) {
            if (valeur != null && codes.containsKey(valeur)) return codes.getOrDefault(valeur, valeur);
            return Modifications.shown(valeur, nombre && table.isEmpty());
        }
    }

    /** The version of a record whose table keeps none: how many changes of it the journal knows. Ask once it is held. */
    @Transactional(readOnly = true)
    public int version(String table, long structureId, long id) {
        return jdbc.sql("""
                        select count(*) from journal
                         where structure_id = :structure and table_nom = :table and ligne = :cle and action = 'MODIFICATION'""")
                .param("structure", structureId)
                .param("table", table)
                .param("cle", Long.toString(id))
                .query(Integer.class)
                .single();
    }

    /**
     * What happened to a record since a form was opened on it.
     *
     * @param table the record's table
     * @param champs the fields of its form; other columns are not told
     * @param ouverte the version that the form was opened on
     * @param presente the record's present version
     */
    @Transactional(readOnly = true)
    public Conflit since(String table, long structureId, long id, List<Champ> champs, String ouverte, int presente) {
        return since(table, structureId, "j.ligne = :cle", Long.toString(id), champs, ouverte, presente);
    }

    /**
     * The same for a row without an id.
     *
     * @param cle the columns that make it one, as JSON
     */
    @Transactional(readOnly = true)
    public Conflit since(String table, long structureId, String cle, List<Champ> champs, String ouverte, int presente) {
        return since(table, structureId, "j.avant @> :cle::jsonb", cle, champs, ouverte, presente);
    }

    private Conflit since(
            String table,
            long structureId,
            String condition,
            String cle,
            List<Champ> champs,
            String ouverte,
            int presente) {
        List<Ecriture> ecritures = jdbc.sql("""
                        select u.nom as auteur, j.moment, %s as avant, %s as apres, c.cle,
                               'number' in (jsonb_typeof(j.avant -> c.cle), jsonb_typeof(j.apres -> c.cle)) as nombre
                          from (select j.*, coalesce((j.avant ->> 'version')::integer, row_number() over (order by j.id) - 1) as version
                                  from journal j
                                 where j.structure_id = :structure and j.table_nom = :table and %s and j.action = 'MODIFICATION') j
                          left join utilisateur u on u.structure_id = j.structure_id and u.id = j.auteur_id
                         cross join lateral jsonb_object_keys(j.apres) as c (cle)
                         where j.version >= :ouverte and j.avant -> c.cle is distinct from j.apres -> c.cle
                         order by j.id""".formatted(value("avant", champs), value("apres", champs), condition))
                .param("structure", structureId)
                .param("table", table)
                .param("cle", cle)
                .param("ouverte", ouverte.matches("[0-9]{1,9}") ? Integer.parseInt(ouverte) : 0)
                .query((ligne, rang) -> new Ecriture(
                        ligne.getString("auteur"),
                        DateFrancaise.moment(
                                ligne.getTimestamp("moment").toInstant().atZone(zone())),
                        ligne.getString("cle"),
                        ligne.getString("avant"),
                        ligne.getString("apres"),
                        ligne.getBoolean("nombre")))
                .list();
        String qui = ecritures.isEmpty()
                ? ""
                : Stream.of(ecritures.get(ecritures.size() - 1))
                        .map(e -> (e.auteur == null ? " par un import" : " par " + e.auteur) + " le " + e.moment)
                        .findFirst()
                        .orElse("");
        return new Conflit(
                "Cette fiche a été modifiée" + qui + ", pendant que vous l’aviez ouverte.",
                ecritures.stream().flatMap(e -> told(e, champs)).toList(),
                presente);
    }

    /** SQL: what a column held on one side of a change; of another record, its name. */
    private static String value(String cote, List<Champ> champs) {
        String noms = champs.stream()
                .filter(champ -> !champ.table.isEmpty())
                .map(champ -> champ.named(cote))
                .collect(Collectors.joining());
        return "case when j.%1$s ->> c.cle is null then null%2$s else j.%1$s ->> c.cle end".formatted(cote, noms);
    }

    private static Stream<Conflit.Changement> told(Ecriture e, List<Champ> champs) {
        return champs.stream()
                .filter(champ -> champ.colonne.equals(e.cle))
                .map(champ -> new Conflit.Changement(
                        champ.libelle, champ.shown(e.avant, e.nombre), champ.shown(e.apres, e.nombre)));
    }

    private ZoneId zone() {
        return clock.getZone();
    }

    private static String shown(@Nullable String valeur, boolean nombre) {
        if (valeur == null || valeur.isEmpty()) return "–";
        if (nombre) {
            BigDecimal lu = new BigDecimal(valeur);
            return NombreAffiche.of(lu, Math.max(lu.scale(), 0));
        }
        if (valeur.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) return DateFrancaise.affiche(LocalDate.parse(valeur));
        return switch (valeur) {
            case "true" -> "oui";
            case "false" -> "non";
            default -> valeur;
        };
    }

    private record Ecriture(
            @Nullable String auteur,
            String moment,
            String cle,
            @Nullable String avant,
            @Nullable String apres,
            boolean nombre) {}
}
