package fr.suiviclauses.echange.reprise;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import fr.suiviclauses.echange.reprise.Attribut.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares, for each attribute of each thing, what the lines say with each other and with what is stored. One glance at
 * a thing's table tells which attributes differ at all; only those are looked up line by line.
 */
final class Comparaison {

    private final JdbcTemplate jdbc;

    Comparaison(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void run(List<Attribut> attributs) {
        Map<Chose, List<Attribut>> parChose = attributs.stream()
                .collect(groupingBy(
                        Attribut::chose, () -> new EnumMap<>(Chose.class), java.util.stream.Collectors.toList()));
        parChose.forEach(this::compare);
    }

    private void compare(Chose chose, List<Attribut> attributs) {
        String conditions = attributs.stream()
                .flatMap(a -> a.roles().stream().sorted().map(role -> "bool_or(" + condition(a, role) + ")"))
                .collect(joining(", "));
        List<Boolean> resultats =
                jdbc.queryForObject("select " + conditions + " from " + chose.table + " x", (ligne, rang) -> {
                    List<Boolean> lus = new java.util.ArrayList<>();
                    for (int i = 1; i <= ligne.getMetaData().getColumnCount(); i++) lus.add(ligne.getBoolean(i));
                    return lus;
                });
        int i = 0;
        for (Attribut attribut : attributs) {
            for (Role role : attribut.roles().stream().sorted().toList()) {
                boolean differe = resultats != null && resultats.get(i++);
                if (differe) jdbc.execute(role == Role.CONTRADICTION ? contradictions(attribut) : changes(attribut));
            }
        }
    }

    private static String condition(Attribut attribut, Role role) {
        String a = "x." + attribut.nom();
        return role == Role.CONTRADICTION
                ? a + " <> " + a + "_max"
                : "not x.nouveau and " + a + " is not null and " + a + " is distinct from " + a + "_avant";
    }

    /** Each value that differs from the one said first, at the first line that says it. */
    private static String contradictions(Attribut a) {
        return """
                insert into r_erreur
                select distinct on (id, valeur) ligne, colonne, vu,
                       'Les lignes ' || premiere || ' et ' || ligne || ' se contredisent sur ' || objet
                           || ' : « ' || premier_vu || ' » et « ' || vu || ' ».'
                  from (select x.id, r.ligne, %1$s as colonne, %2$s as valeur, %3$s as vu, %4$s as objet,
                               first_value(r.ligne) over ordre as premiere, first_value(%2$s) over ordre as premiere_valeur,
                               first_value(%3$s) over ordre as premier_vu
                          from %5$s x join %6$s
                         where %7$s and %2$s is not null
                        window ordre as (partition by x.id order by r.ligne)) dits
                 where valeur <> premiere_valeur
                 order by id, valeur, ligne""".formatted(
                        a.colonne(),
                        a.valeur(),
                        a.vu(),
                        a.chose().libelle,
                        a.chose().table,
                        a.chose().lignes,
                        condition(a, Role.CONTRADICTION));
    }

    /** What was and what will be, and every line that says so. */
    private static String changes(Attribut a) {
        return """
                with touchee as (
                    select x.id, r.ligne, %1$s as colonne, %2$s as objet, %3$s as avant, %4$s as apres
                      from %5$s x join %6$s
                     where %7$s and %8$s is not null),
                marquee as (insert into r_modifiee select ligne from touchee)
                insert into r_changement
                select min(ligne), (array_agg(colonne order by ligne))[1], objet, coalesce(avant, ''), coalesce(apres, ''), count(distinct ligne)
                  from touchee group by id, objet, avant, apres""".formatted(
                        a.colonne(),
                        a.chose().libelle,
                        a.avant(),
                        a.apres(),
                        a.chose().table,
                        a.chose().lignes,
                        condition(a, Role.CHANGEMENT),
                        a.valeur());
    }
}
