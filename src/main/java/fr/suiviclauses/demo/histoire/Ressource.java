package fr.suiviclauses.demo.histoire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The small tables of the demonstration, beside the code in {@code /demo}: plain {@code ;} files without quoting. */
final class Ressource {

    private Ressource() {}

    static List<String> lines(String name) {
        try (InputStream stream = Ressource.class.getResourceAsStream("/demo/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource /demo/" + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row = its cells in the file's order of columns; the header line is left out. */
    static List<List<String>> rows(String name) {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = lines(name);
        for (String line : lines.subList(1, lines.size())) {
            rows.add(List.of(line.split(";", -1)));
        }
        return rows;
    }

    /** First column → the values of the second, which several rows or a {@code |} may give; in the file's order. */
    static Map<String, List<String>> lists(String name) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (List<String> row : rows(name)) {
            lists.computeIfAbsent(row.get(0), key -> new ArrayList<>())
                    .addAll(List.of(row.get(1).split("\\|", -1)));
        }
        return lists;
    }
}
