package fr.suiviclauses.heures;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell holds, and in which version: hours, a month confirmed as having none, or nothing yet. A form carries it as
 * it was when the page was opened, so that what someone else did since is noticed.
 *
 * @param version of the relevé; meaningless without one
 * @param heures null: still to enter; zero: confirmed none
 */
record Etat(int version, @Nullable BigDecimal heures) {

    static final Etat VIDE = new Etat(-1, null);
    static final Etat SANS_HEURE = new Etat(-2, BigDecimal.ZERO);

    private static final Pattern JETON = Pattern.compile("([0-9]{1,9}):([0-9]{1,3}\\.[0-9]{2})");

    /** "3:140.00" for hours, "z" for none, empty for nothing yet. */
    String jeton() {
        if (heures == null) return "";
        return version < 0 ? "z" : version + ":" + heures.setScale(2);
    }

    /** What is not a token of ours is read as nothing: it then differs from whatever is stored, and is told. */
    static Etat parse(String jeton) {
        if (jeton.equals("z")) return SANS_HEURE;
        Matcher forme = JETON.matcher(jeton);
        return forme.matches() ? new Etat(Integer.parseInt(forme.group(1)), new BigDecimal(forme.group(2))) : VIDE;
    }

    boolean vaut(@Nullable BigDecimal autres) {
        if (heures == null) return autres == null;
        return autres != null && heures.compareTo(autres) == 0;
    }

    boolean estLeMeme(Etat autre) {
        return version == autre.version && vaut(autre.heures);
    }

    @Override
    public boolean equals(@Nullable Object objet) {
        return objet instanceof Etat autre && estLeMeme(autre);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version);
    }
}
