package fr.suiviclauses.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** What was measured, and whether it reaches its target. */
final class Releve {

    private boolean allReached = true;

    /** A figure without a target. */
    void say(String what, String value) {
        System.out.printf(Locale.ROOT, "%-58s %s%n", what, value);
    }

    void atLeast(String what, double value, String format, double target) {
        judge(what, value, format, value >= target, "≥ ", target);
    }

    void atMost(String what, double value, String format, double target) {
        judge(what, value, format, value <= target, "≤ ", target);
    }

    private void judge(String what, double value, String format, boolean reached, String sign, double target) {
        allReached &= reached;
        say(
                what,
                String.format(Locale.ROOT, format, value) + "   target " + sign
                        + String.format(Locale.ROOT, format, target) + (reached ? "   reached" : "   MISSED"));
    }

    boolean allReached() {
        return allReached;
    }

    /** The median of many runs after some that only warm up, in milliseconds. */
    static double median(int warmUps, int runs, Callable<?> work) throws Exception {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < warmUps + runs; i++) {
            long begun = System.nanoTime();
            work.call();
            if (i >= warmUps) {
                taken.add((System.nanoTime() - begun) / 1e6);
            }
        }
        double[] sorted = taken.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
