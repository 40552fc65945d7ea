package fr.suiviclauses.marche.effort;

import fr.suiviclauses.commun.NombreAffiche;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The hours that a contract is asked for, and how they are reckoned.
 *
 * @param heures the proposal: to the unit from the formula, to the hundredth from orders
 * @param exactes the same before rounding, to the hundredth
 * @param etapes each factor and what it gives
 * @param calcul the reckoning in one line, kept with the obligation
 */
record Effort(BigDecimal heures, String exactes, List<Etape> etapes, String calcul, BigDecimal montant) {

    private static final BigDecimal CENT = BigDecimal.valueOf(100);

    Effort {
        etapes = List.copyOf(etapes);
    }

    /** One factor: its name, its value, why, and where the reckoning stands after it. */
    record Etape(String nom, String valeur, String explication, String donne) {}

    /**
     * montant HT × part main d'œuvre × taux d'insertion ÷ coût horaire: of the contract's price, what pays for work; of
     * that work, what is kept for people in insertion; in hours of what one of them costs.
     */
    static Effort formule(BigDecimal montant, BigDecimal part, BigDecimal taux, BigDecimal cout) {
        BigDecimal travail = montant.multiply(part).divide(CENT);
        BigDecimal insertion = travail.multiply(taux).divide(CENT);
        // Rounded once, from the exact ratio: rounding it to the hundredth first could push a half up.
        BigDecimal heures = insertion.divide(cout, 0, RoundingMode.HALF_UP);
        String exactes = hours(insertion.divide(cout, 2, RoundingMode.HALF_UP));
        return new Effort(
                heures,
                exactes,
                List.of(
                        new Etape("Montant HT", euros(montant), "le prix du marché, ou du lot, hors taxes", ""),
                        new Etape(
                                "× Part de main-d’œuvre",
                                percent(part),
                                "ce qui, dans ce prix, paie du travail",
                                euros(travail)),
                        new Etape(
                                "× Taux d’insertion",
                                percent(taux),
                                "la part de ce travail réservée à des personnes en insertion",
                                euros(insertion)),
                        new Etape(
                                "÷ Coût horaire",
                                euros(cout),
                                "ce que coûte une heure de travail, charges comprises",
                                exactes)),
                euros(montant) + " × " + percent(part) + " × " + percent(taux) + " ÷ " + euros(cout) + " = " + exactes,
                montant);
    }

    /** One hour for so many euros ordered. */
    static Effort commandes(BigDecimal montant, BigDecimal euros) {
        BigDecimal heures = montant.divide(euros, 2, RoundingMode.HALF_UP);
        return new Effort(
                heures,
                hours(heures),
                List.of(
                        new Etape("Montant HT", euros(montant), "ce qui est, ou serait, commandé hors taxes", ""),
                        new Etape(
                                "÷ Euros par heure",
                                euros(euros),
                                "le montant commandé qui oblige à une heure d’insertion",
                                hours(heures))),
                euros(montant) + " ÷ " + euros(euros) + " = " + hours(heures),
                montant);
    }

    /** "833 h". */
    public String affiche() {
        return trimmed(heures) + "\u00a0h";
    }

    /** For a field of a form. */
    public String saisie() {
        return trimmed(heures);
    }

    /** Whether rounding changed anything worth saying. */
    public boolean arrondi() {
        return !exactes.equals(affiche());
    }

    private static String hours(BigDecimal heures) {
        return trimmed(heures) + "\u00a0h";
    }

    private static String euros(BigDecimal montant) {
        return trimmed(montant) + "\u00a0€";
    }

    private static String percent(BigDecimal part) {
        return trimmed(part) + "\u202f%";
    }

    /** Decimals where there are any: "833", "8,5", "12,25". */
    static String trimmed(BigDecimal nombre) {
        BigDecimal arrondi = nombre.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return NombreAffiche.of(arrondi, Math.max(0, arrondi.scale()));
    }
}
