package fr.suiviclauses.commun;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Insertion hours done, to the hundredth (151.67), never negative. */
public record Heures(@JsonValue BigDecimal valeur) implements Comparable<Heures> {

    public static final Heures ZERO = new Heures(BigDecimal.ZERO);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Heures {
        if (valeur.signum() < 0) {
            throw new IllegalArgumentException("negative hours: " + valeur);
        }
        valeur = valeur.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Heures of(String valeur) {
        return new Heures(new BigDecimal(valeur));
    }

    public Heures plus(Heures autres) {
        return new Heures(valeur.add(autres.valeur));
    }

    public boolean nulles() {
        return valeur.signum() == 0;
    }

    public Part partOf(Heures total) {
        return Part.of(valeur, total.valeur);
    }

    public Evolution depuis(Heures avant) {
        return new Evolution(avant.valeur, valeur);
    }

    /** "763 203": half-up to the hour. Sums are made before rounding, so shown rows may not add up to a shown total. */
    public String affiche() {
        return NombreAffiche.of(valeur, 0);
    }

    /** "763 203,00". */
    public String exactes() {
        return NombreAffiche.of(valeur, 2);
    }

    @Override
    public int compareTo(Heures autres) {
        return valeur.compareTo(autres.valeur);
    }
}
