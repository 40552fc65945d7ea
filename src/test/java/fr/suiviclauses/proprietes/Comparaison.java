package fr.suiviclauses.proprietes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two trees of maps, lists, numbers and texts: where they differ. Numbers are equal when their values are. */
final class Comparaison {

    private final List<String> differences = new ArrayList<>();

    private Comparaison() {}

    static List<String> differences(@Nullable Object expected, @Nullable Object actual) {
        Comparaison comparaison = new Comparaison();
        comparaison.compare("", expected, actual);
        return comparaison.differences;
    }

    private void compare(String path, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Lignes lignes) {
            compare(path, lignes.sorted(), actual);
        } else if (actual instanceof Lignes lignes) {
            compare(path, expected, lignes.sorted());
        } else if (expected instanceof Map<?, ?> e && actual instanceof Map<?, ?> a) {
            Set<Object> names = new LinkedHashSet<>(e.keySet());
            names.addAll(a.keySet());
            for (Object name : names) {
                String here = path + "/" + name;
                if (!e.containsKey(name) || !a.containsKey(name)) {
                    differences.add(here + (e.containsKey(name) ? " is missing" : " should not be there"));
                } else {
                    compare(here, e.get(name), a.get(name));
                }
            }
        } else if (expected instanceof List<?> e && actual instanceof List<?> a) {
            compareLists(path, e, a);
        } else if (!same(expected, actual)) {
            differences.add(path + ": expected " + expected + ", was " + actual);
        }
    }

    private void compareLists(String path, List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            differences.add(path + ": expected " + expected + ", was " + actual);
            return;
        }
        Iterator<?> other = actual.iterator();
        int i = 0;
        for (Object e : expected) {
            compare(path + "[" + i++ + "]", e, other.next());
        }
    }

    private static boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Number && actual instanceof Number) {
            return new BigDecimal(expected.toString()).compareTo(new BigDecimal(actual.toString())) == 0;
        }
        return expected == null ? actual == null : expected.equals(actual);
    }
}
