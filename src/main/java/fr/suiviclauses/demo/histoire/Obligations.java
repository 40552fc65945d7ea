package fr.suiviclauses.demo.histoire;

import java.util.List;

/** Clauses, and the hours signed on each lot: some lots end above them, some below, a few have none written. */
final class Obligations {

    private static final int WEEK = 35;

    private final Alea alea;

    Obligations(Alea alea) {
        this.alea = alea;
    }

    void sign(List<Marche> marches) {
        for (Marche marche : marches) {
            for (Lot lot : marche.lots) {
                lot.clauses = clauses(lot);
                lot.obligation = alea.chance(60) ? "" : Long.toString(hours(lot));
            }
        }
    }

    private String clauses(Lot lot) {
        if (lot.marche.reserve) {
            return switch (lot.titulaire().entreprise().type()) {
                case "ESAT", "EA" -> "RESERVE_HANDICAP";
                case "EI" -> alea.chance(850) ? "RESERVE_IAE" : "RESERVE_ESS";
                default -> alea.chance(650) ? "RESERVE_IAE" : "SERVICE_INSERTION";
            };
        }
        if (lot.marche.donneur.prive()) {
            return List.of("CLAUSE_PRIVEE", "VOLONTAIRE", "CLAUSE_PRIVEE|VOLONTAIRE")
                    .get(alea.weighted(86, 9, 5));
        }
        return List.of(
                        "CONDITION_EXECUTION",
                        "CONDITION_EXECUTION|CRITERE_ATTRIBUTION",
                        "CRITERE_ATTRIBUTION",
                        "VOLONTAIRE")
                .get(alea.weighted(78, 16, 4, 2));
    }

    /** What the marché would reach at its end at the present pace, more or less. */
    private long hours(Lot lot) {
        long done = lot.total() / Repartition.HEURE;
        if (done == 0) {
            return (long) WEEK * alea.between(3, 30);
        }
        int first = Math.max(0, Calendrier.mois(lot.marche.notification));
        int end = Calendrier.mois(lot.marche.fin);
        int passed = Math.min(end, 12 * Calendrier.ANNEES - 1) - first + 1;
        long expected = done * (end - first + 1) / passed;
        long signed = expected * alea.between(74, 122) / 100;
        int step = signed > 400 ? 50 : 5;
        return Math.max(step, signed / step * step);
    }
}
