package fr.suiviclauses.proprietes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list of the bilan: its lines by a number, the largest first, then by name. */
final class Lignes {

    private final String number;
    private final String name;
    private final List<Map<String, @Nullable Object>> lignes = new ArrayList<>();

    Lignes(String number, String name) {
        this.number = number;
        this.name = name;
    }

    void add(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> ligne = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ligne.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        lignes.add(ligne);
    }

    List<Map<String, @Nullable Object>> sorted() {
        return lignes.stream()
                .sorted(Comparator.comparing(this::numberOf)
                        .reversed()
                        .thenComparing(ligne -> ligne.get(name) == null)
                        .thenComparing(ligne -> Lecture.pli(String.valueOf(ligne.get(name)))))
                .toList();
    }

    private BigDecimal numberOf(Map<String, @Nullable Object> ligne) {
        return new BigDecimal(Objects.requireNonNull(ligne.get(number)).toString());
    }
}
