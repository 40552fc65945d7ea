package fr.suiviclauses.bench;

import java.util.Arrays;
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
        return medians(warmUps, runs, work)[0];
    }

    /** The same of several works in turn: what else the machine does in the meantime slows each as much. */
    static double[] medians(int warmUps, int runs, Callable<?>... works) throws Exception {
        return quantiles(0.5, warmUps, runs, works);
    }

    /** What nineteen runs of twenty stay below. */
    static double[] p95(int warmUps, int runs, Callable<?>... works) throws Exception {
        return quantiles(0.95, warmUps, runs, works);
    }

    private static double[] quantiles(double part, int warmUps, int runs, Callable<?>... works) throws Exception {
        double[][] taken = new double[works.length][runs];
        for (int i = 0; i < warmUps + runs; i++) {
            for (int w = 0; w < works.length; w++) {
                long begun = System.nanoTime();
                works[w].call();
                if (i >= warmUps) {
                    taken[w][i - warmUps] = (System.nanoTime() - begun) / 1e6;
                }
            }
        }
        return Arrays.stream(taken)
                .mapToDouble(times -> Arrays.stream(times).sorted().toArray()[(int) (part * runs)])
                .toArray();
    }
}
