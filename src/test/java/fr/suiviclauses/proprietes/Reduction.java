package fr.suiviclauses.proprietes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A failing history, made as small as it stays failing: rows are left out, many at once and then one by one. */
final class Reduction {

    private Reduction() {}

    static Histoire smallest(Histoire histoire, Predicate<Histoire> fails) {
        Histoire smaller = new Histoire(
                rows(histoire.lignes(), lignes -> fails.test(withFollowUps(lignes, histoire.suivis()))), List.of());
        List<Suivi> suivis = withFollowUps(smaller.lignes(), histoire.suivis()).suivis();
        return new Histoire(smaller.lignes(), rows(suivis, fewer -> fails.test(new Histoire(smaller.lignes(), fewer))));
    }

    /** The follow-ups of the people who are left. */
    private static Histoire withFollowUps(List<Ligne> lignes, List<Suivi> suivis) {
        Set<String> refs =
                lignes.stream().map(ligne -> ligne.texte("beneficiaire_ref")).collect(Collectors.toSet());
        return new Histoire(
                lignes,
                suivis.stream()
                        .filter(suivi -> refs.contains(suivi.beneficiaireRef()))
                        .toList());
    }

    private static <T> List<T> rows(List<T> all, Predicate<List<T>> fails) {
        List<T> kept = all;
        for (int size = Math.max(1, kept.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from < kept.size(); ) {
                List<T> fewer = new ArrayList<>(kept.subList(0, from));
                fewer.addAll(kept.subList(Math.min(kept.size(), from + size), kept.size()));
                if (fails.test(fewer)) {
                    kept = fewer;
                } else {
                    from += size;
                }
            }
        }
        return kept;
    }
}
