package fr.suiviclauses.demo.histoire;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A seeded generator of its own (SplitMix64), because the demonstration must give the same bytes on every JDK: the
 * bounded methods of the JDK's generators are free to change.
 */
final class Alea {

    private long state;

    Alea(long seed) {
        this.state = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound: " + bound);
        }
        state += 0x9E3779B97F4A7C15L;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return (int) Math.floorMod(mixed >>> 1, (long) bound);
    }

    /** A number from {@code min} to {@code max}, both included. */
    int between(int min, int max) {
        return min + below(max - min + 1);
    }

    boolean chance(int permille) {
        return below(1000) < permille;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** An index, drawn in proportion to its weight. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int drawn = below(total);
        int index = 0;
        while (drawn >= weights[index]) {
            drawn -= weights[index];
            index++;
        }
        return index;
    }

    /** A choice, drawn in proportion to its weight. */
    <T> T weighted(List<T> choices, ToIntFunction<T> weight) {
        return choices.get(weighted(choices.stream().mapToInt(weight).toArray()));
    }

    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T swapped = list.get(i);
            list.set(i, list.get(j));
            list.set(j, swapped);
        }
    }
}
