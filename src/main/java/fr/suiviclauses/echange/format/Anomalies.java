package fr.suiviclauses.echange.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Anomalies met on the way: the first 1 000 are kept, all are counted. */
public final class Anomalies {

    public static final int GARDEES = 1_000;

    private static final Comparator<Anomalie> PAR_LIGNE =
            Comparator.comparing(Anomalie::ligne, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<Anomalie> premieres = new ArrayList<>();
    private final BitSet lignes = new BitSet();
    private int total;

    public void add(Anomalie anomalie) {
        if (anomalie.ligne() != null) lignes.set(anomalie.ligne());
        addToHeader(anomalie);
    }

    /** One of the header, which is no data line. */
    void addToHeader(Anomalie anomalie) {
        total++;
        if (premieres.size() < GARDEES) premieres.add(anomalie);
    }

    public int total() {
        return total;
    }

    /** The data lines that have one, those beyond the first 1 000 anomalies too. */
    public BitSet lignes() {
        return (BitSet) lignes.clone();
    }

    /** The first of these and of others, both by line. */
    public List<Anomalie> firstWith(List<Anomalie> autres) {
        return Stream.concat(premieres.stream(), autres.stream())
                .sorted(PAR_LIGNE)
                .limit(GARDEES)
                .toList();
    }
}
