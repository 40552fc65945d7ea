package fr.suiviclauses.commun.saisie;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Evenement;
import fr.suiviclauses.commun.NombreAffiche;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A record's timeline: what happened, and what was changed or taken away, by whom, as the journal keeps it. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Recit {

    /** The latest so many. */
    public static final int AU_PLUS = 60;

    private final JdbcClient jdbc;

    /**
     * One column of one change.
     *
     * @param apres null where it was emptied, or the row taken away
     * @param sujet what the row is about: a lot, a company
     */
    public record Ecriture(
            long id,
            LocalDate jour,
            String table,
            boolean supprime,
            String cle,
            @Nullable String avant,
            @Nullable String apres,
            String sujet,
            @Nullable String auteur) {}

    /**
     * The words of a record's changes.
     *
     * @param colonnes what is told of, by column; one whose name ends in {@code _id} is told without its values
     * @param nombres the columns that hold numbers
     * @param codes labels of the codes that columns hold
     */
    public record Termes(Map<String, String> colonnes, Set<String> nombres, Map<String, String> codes) {

        public Termes {
            colonnes = Map.copyOf(colonnes);
            nombres = Set.copyOf(nombres);
            codes = Map.copyOf(codes);
        }

        /** A value in words; "–": none. */
        public String shown(@Nullable String valeur) {
            if (valeur == null || valeur.isEmpty()) return "–";
            if (valeur.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) return DateFrancaise.affiche(LocalDate.parse(valeur));
            return codes.getOrDefault(valeur, valeur);
        }

        private String change(Ecriture e) {
            String nom = colonnes.getOrDefault(e.cle, e.cle);
            return e.cle.endsWith("_id")
                    ? nom
                    : nom + "\u00a0: " + value(e.cle, e.avant) + " → " + value(e.cle, e.apres);
        }

        private String value(String cle, @Nullable String valeur) {
            return valeur != null && nombres.contains(cle)
                    ? NombreAffiche.of(new BigDecimal(valeur), 2)
                    : shown(valeur);
        }
    }

    /** Facts and changes in one, the latest first. */
    public static List<Evenement> latest(List<Evenement> faits, List<Evenement> changements) {
        List<Evenement> tous = new ArrayList<>(faits);
        tous.addAll(changements);
        tous.sort(Comparator.comparing(Evenement::jour).reversed());
        return tous.size() > AU_PLUS ? List.copyOf(tous.subList(0, AU_PLUS)) : tous;
    }

    /** The sentence of a merge. */
    @FunctionalInterface
    public interface TitreFusion {

        /**
         * A merge, or its end.
         *
         * @param autre the name of the other record
         * @param gardee whether the record itself is the one that stayed
         */
        String of(String autre, boolean gardee, boolean annulee);
    }

    /**
     * The merges of a record, whichever of the two it was; the day that one was undone is another event.
     *
     * @param table of the records; their merges are in {@code fusion_<table>}
     * @param nom the SQL expression of a record's name, the table being {@code x}
     */
    public List<Evenement> merges(String table, String nom, long structureId, long id, TitreFusion titre) {
        return jdbc.sql("""
                        select m.moment::date as jour, m.annulee, f.garde_id = :id as gardee, %2$s as nom, u.nom as auteur
                          from fusion_%1$s f
                         cross join lateral (values (f.fait_le, f.fait_par, false), (f.annule_le, f.annule_par, true))
                               as m (moment, auteur_id, annulee)
                          join %1$s x on x.structure_id = f.structure_id
                           and x.id = case when f.garde_id = :id then f.absorbe_id else f.garde_id end
                          left join utilisateur u on u.structure_id = f.structure_id and u.id = m.auteur_id
                         where f.structure_id = :structure and :id in (f.garde_id, f.absorbe_id) and m.moment is not null
                         order by m.moment desc, f.id desc limit %3$d""".formatted(table, nom, AU_PLUS))
                .param("structure", structureId)
                .param("id", id)
                .query((ligne, rang) -> Evenement.of(
                        ligne.getObject("jour", LocalDate.class),
                        titre.of(ligne.getString("nom"), ligne.getBoolean("gardee"), ligne.getBoolean("annulee")),
                        "",
                        ligne.getString("auteur")))
                .list();
    }

    /**
     * What the journal tells, as sentences; what is not worth telling is left out.
     *
     * @param ecritures SQL: the columns of the journal's rows, and {@code sujet}, a text
     * @param parametres its parameters, {@code structure} among them
     * @param titre the sentence of a change, from one of its columns and all of them
     */
    public List<Evenement> changes(
            String ecritures,
            Map<String, ?> parametres,
            Termes termes,
            BiFunction<Ecriture, List<Ecriture>, String> titre) {
        return jdbc
                .sql("""
                        select e.id, e.moment::date as jour, e.table_nom, e.action, e.sujet, u.nom as auteur,
                               c.cle, e.avant ->> c.cle as avant, e.apres ->> c.cle as apres
                          from (%s) e
                          left join utilisateur u on u.structure_id = e.structure_id and u.id = e.auteur_id
                         cross join lateral jsonb_object_keys(e.avant) as c (cle)
                         where e.action = 'SUPPRESSION' or e.avant -> c.cle is distinct from e.apres -> c.cle
                         order by e.id desc, c.cle""".formatted(ecritures))
                .params(parametres)
                .query((ligne, rang) -> new Ecriture(
                        ligne.getLong("id"),
                        ligne.getObject("jour", LocalDate.class),
                        ligne.getString("table_nom"),
                        ligne.getString("action").equals("SUPPRESSION"),
                        ligne.getString("cle"),
                        ligne.getString("avant"),
                        ligne.getString("apres"),
                        String.valueOf(ligne.getString("sujet")),
                        ligne.getString("auteur")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Ecriture::id, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()))
                .values()
                .stream()
                .flatMap(toutes -> told(toutes, termes, titre).stream())
                .toList();
    }

    private static List<Evenement> told(
            List<Ecriture> toutes, Termes termes, BiFunction<Ecriture, List<Ecriture>, String> titre) {
        Ecriture une = toutes.get(0);
        String detail = une.supprime
                ? ""
                : toutes.stream()
                        .filter(e -> termes.colonnes.containsKey(e.cle))
                        .map(termes::change)
                        .collect(Collectors.joining("\u00a0; "));
        boolean dit = une.supprime || !detail.isEmpty() || toutes.stream().anyMatch(e -> e.cle.equals("actif"));
        return dit ? List.of(Evenement.of(une.jour, titre.apply(une, toutes), detail, une.auteur)) : List.of();
    }

    /** What a column of the row held before. */
    public static @Nullable String before(List<Ecriture> toutes, String cle) {
        return toutes.stream()
                .filter(e -> e.cle.equals(cle))
                .findFirst()
                .map(Ecriture::avant)
                .orElse(null);
    }
}
