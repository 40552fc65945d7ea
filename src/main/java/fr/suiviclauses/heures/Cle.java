package fr.suiviclauses.heures;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One cell of the grid: a contract, a lot, a month of work. */
record Cle(long contrat, long lot, YearMonth mois) {

    private static final Pattern FORME =
            Pattern.compile("([1-9][0-9]{0,17})_([1-9][0-9]{0,17})_((?:19|20|21)[0-9]{2})-(0[1-9]|1[0-2])");

    /** As fields are named: 12_34_2021-03. */
    static Optional<Cle> parse(String texte) {
        Matcher forme = FORME.matcher(texte);
        if (!forme.matches()) return Optional.empty();
        return Optional.of(new Cle(
                Long.parseLong(forme.group(1)),
                Long.parseLong(forme.group(2)),
                YearMonth.of(Integer.parseInt(forme.group(3)), Integer.parseInt(forme.group(4)))));
    }

    String rang() {
        return contrat + "_" + lot;
    }

    @Override
    public String toString() {
        return rang() + "_" + mois;
    }
}
