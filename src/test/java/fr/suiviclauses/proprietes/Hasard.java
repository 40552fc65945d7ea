package fr.suiviclauses.proprietes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws, from one seed. */
final class Hasard {

    private final Random random;

    Hasard(long seed) {
        random = new Random(seed);
    }

    /** Between the two, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Some of the values, at least {@code least}, in any order. */
    <T> List<T> some(List<T> values, int least, int most) {
        List<T> copy = shuffled(values);
        return copy.subList(0, Math.min(copy.size(), between(least, most)));
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        for (int i = copy.size() - 1; i > 0; i--) {
            T moved = copy.get(i);
            int to = random.nextInt(i + 1);
            copy.set(i, copy.get(to));
            copy.set(to, moved);
        }
        return copy;
    }

    /** A day of these years, often where a rule may stumble: the first or last of a year or of a month. */
    LocalDate day(int firstYear, int lastYear) {
        int year = between(firstYear, lastYear);
        LocalDate day = LocalDate.ofYearDay(year, between(1, 365));
        return switch (between(0, 6)) {
            case 0 -> LocalDate.of(year, 1, 1);
            case 1 -> LocalDate.of(year, 12, 31);
            case 2 -> day.withDayOfMonth(1);
            case 3 -> day.withDayOfMonth(day.lengthOfMonth());
            case 4 -> day.withDayOfMonth(2);
            default -> day;
        };
    }
}
