package fr.suiviclauses.demo.histoire;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits a whole into parts that sum to it exactly: what lets a row, its column and the total hold at once. */
final class Repartition {

    /** Hundredths in an hour. */
    static final int HEURE = 100;

    private Repartition() {}

    /** Largest remainder; equal remainders go to the earlier part. */
    static long[] split(long total, long... weights) {
        long sum = Arrays.stream(weights).sum();
        long[] parts = new long[weights.length];
        if (total == 0) {
            return parts;
        }
        if (sum <= 0 || total < 0) {
            throw new IllegalArgumentException("cannot split " + total + " over weights of " + sum);
        }
        long rest = total;
        for (int i = 0; i < weights.length; i++) {
            parts[i] = Math.floorDiv(Math.multiplyExact(total, weights[i]), sum);
            rest -= parts[i];
        }
        int[] byRemainder = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -Math.floorMod(total * weights[i], sum)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < rest; i++) {
            parts[byRemainder[i]]++;
        }
        return parts;
    }

    /** Hundredths split into whole hours, the odd hundredths going to the heaviest part: as a spreadsheet would show. */
    static long[] splitHours(long centiemes, long... weights) {
        long[] parts = split(centiemes / HEURE, weights);
        int heaviest = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] *= HEURE;
            if (weights[i] > weights[heaviest]) {
                heaviest = i;
            }
        }
        if (parts.length > 0) {
            parts[heaviest] += centiemes % HEURE;
        }
        return parts;
    }
}
