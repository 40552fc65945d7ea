package fr.suiviclauses.demo.histoire;

import java.time.LocalDate;
import java.time.YearMonth;

/** The ten years as indexes: month 0 is January 2012, year 0 is 2012. */
final class Calendrier {

    static final int PREMIERE_ANNEE = 2012;
    static final int ANNEES = 10;
    static final int Y2019 = 7;
    static final int Y2020 = 8;
    static final int Y2021 = 9;

    /** Months that may carry hours: the ten years and January 2022, when the demonstration lives. */
    static final int MOIS = 12 * ANNEES + 1;

    /** The business date of the demonstration. */
    static final LocalDate AUJOURD_HUI = LocalDate.of(2022, 1, 17);

    private Calendrier() {}

    static int mois(LocalDate date) {
        return 12 * (date.getYear() - PREMIERE_ANNEE) + date.getMonthValue() - 1;
    }

    static int annee(int mois) {
        return Math.floorDiv(mois, 12);
    }

    static YearMonth yearMonth(int mois) {
        return YearMonth.of(PREMIERE_ANNEE + annee(mois), Math.floorMod(mois, 12) + 1);
    }

    static LocalDate jour(int mois, int jour) {
        YearMonth month = yearMonth(mois);
        return month.atDay(Math.min(jour, month.lengthOfMonth()));
    }

    static LocalDate dernierJour(int mois) {
        return yearMonth(mois).atEndOfMonth();
    }
}
