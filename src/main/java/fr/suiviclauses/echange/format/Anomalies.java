package fr.suiviclauses.echange.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Anomalies met on the way: the first 1 000 are kept, all are counted. */
public final class Anomalies {

    public static final int GARDEES = 1_000;

    private static final Comparator<Anomalie> PAR_LIGNE =
            Comparator.comparing(Anomalie::ligne, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<Anomalie> premieres = new ArrayList<>();
    private int total;

    public void add(Anomalie anomalie) {
        total++;
        if (premieres.size() < GARDEES) premieres.add(anomalie);
    }

    public int total() {
        return total;
    }

    /** The first of these and of others, both by line. */
    public List<Anomalie> firstWith(List<Anomalie> autres) {
        return Stream.concat(premieres.stream(), autres.stream())
                .sorted(PAR_LIGNE)
                .limit(GARDEES)
                .toList();
    }
}
