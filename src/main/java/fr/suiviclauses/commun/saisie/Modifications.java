package fr.suiviclauses.commun.saisie;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.NombreAffiche;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' H 'h' mm", Locale.FRENCH);

    private final JdbcClient jdbc;
    private final Clock clock;

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
     * @param libelles column to the French name of its field; other columns are not told
     * @param ouverte the version that the form was opened on
     * @param presente the record's present version
     */
    @Transactional(readOnly = true)
    public Conflit since(
            String table, long structureId, long id, Map<String, String> libelles, String ouverte, int presente) {
        return since(table, structureId, "j.ligne = :cle", Long.toString(id), libelles, ouverte, presente);
    }

    /**
     * The same for a row without an id.
     *
     * @param cle the columns that make it one, as JSON
     */
    @Transactional(readOnly = true)
    public Conflit since(
            String table, long structureId, String cle, Map<String, String> libelles, String ouverte, int presente) {
        return since(table, structureId, "j.avant @> :cle::jsonb", cle, libelles, ouverte, presente);
    }

    private Conflit since(
            String table,
            long structureId,
            String condition,
            String cle,
            Map<String, String> libelles,
            String ouverte,
            int presente) {
        List<Ecriture> ecritures = jdbc.sql("""
                        select u.nom as auteur, j.moment, j.avant ->> c.cle as avant, j.apres ->> c.cle as apres, c.cle,
                               'number' in (jsonb_typeof(j.avant -> c.cle), jsonb_typeof(j.apres -> c.cle)) as nombre
                          from (select j.*, coalesce((j.avant ->> 'version')::integer, row_number() over (order by j.id) - 1) as version
                                  from journal j
                                 where j.structure_id = :structure and j.table_nom = :table and %s and j.action = 'MODIFICATION') j
                          left join utilisateur u on u.structure_id = j.structure_id and u.id = j.auteur_id
                         cross join lateral jsonb_object_keys(j.apres) as c (cle)
                         where j.version >= :ouverte and j.avant -> c.cle is distinct from j.apres -> c.cle
                         order by j.id""".formatted(condition))
                .param("structure", structureId)
                .param("table", table)
                .param("cle", cle)
                .param("ouverte", ouverte.matches("[0-9]{1,9}") ? Integer.parseInt(ouverte) : 0)
                .query((ligne, rang) -> new Ecriture(
                        ligne.getString("auteur"),
                        MOMENT.format(ligne.getTimestamp("moment").toInstant().atZone(zone())),
                        ligne.getString("cle"),
                        shown(ligne.getString("avant"), ligne.getBoolean("nombre")),
                        shown(ligne.getString("apres"), ligne.getBoolean("nombre"))))
                .list();
        String qui = ecritures.isEmpty()
                ? ""
                : Stream.of(ecritures.get(ecritures.size() - 1))
                        .map(e -> (e.auteur == null ? " par un import" : " par " + e.auteur) + " le " + e.moment)
                        .findFirst()
                        .orElse("");
        return new Conflit(
                "Cette fiche a été modifiée" + qui + ", pendant que vous l’aviez ouverte.",
                ecritures.stream()
                        .filter(e -> libelles.containsKey(e.cle))
                        .map(e -> new Conflit.Changement(libelles.getOrDefault(e.cle, e.cle), e.avant, e.apres))
                        .toList(),
                presente);
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

    private record Ecriture(@Nullable String auteur, String moment, String cle, String avant, String apres) {}
}
