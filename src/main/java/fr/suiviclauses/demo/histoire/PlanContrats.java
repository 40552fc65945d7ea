package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns the yearly hours of a lot into contracts and months that sum to them exactly. */
final class PlanContrats {

    /** Monthly hours of usual working weeks: 35, 30, 26, 24, 20, 15, 10 and 8 hours. */
    private static final int[] RYTHMES = {15167, 13000, 11275, 10400, 8675, 6500, 4325, 3475};

    private static final int[] FREQUENCES = {22, 10, 13, 14, 16, 11, 8, 6};

    /** Hours are noted by the quarter. */
    private static final int QUART = 25;

    /** No month is left with less, if another can take it. */
    private static final int CRUMB = 700;

    private static final int CONTRATS_PRIVES = contratsPrives();

    private final Alea alea;

    PlanContrats(Alea alea) {
        this.alea = alea;
    }

    List<Contrat> plan(List<Marche> marches) {
        List<Contrat> contrats = new ArrayList<>();
        for (Marche marche : marches) {
            for (Lot lot : marche.lots) {
                plan(lot);
                contrats.addAll(lot.contrats);
            }
        }
        splitUntil(contrats, Perimetre.PRIVE, CONTRATS_PRIVES);
        contrats.forEach(Contrat::setDates);
        return contrats;
    }

    private void plan(Lot lot) {
        for (int annee = 0; annee < Calendrier.ANNEES; annee++) {
            long reste = lot.heures[annee];
            int january = 12 * annee;
            for (Contrat contrat : List.copyOf(lot.contrats)) {
                if (contrat.suite > 0 && contrat.dernierMois() == january - 1) {
                    reste = fill(contrat, january, contrat.suite, reste);
                }
            }
            while (reste > 0) {
                reste = begin(lot, annee, reste);
            }
        }
    }

    private long begin(Lot lot, int annee, long reste) {
        Perimetre perimetre = lot.perimetre();
        int first = lot.marche.premierMois(annee);
        int last = lot.marche.dernierMois(annee);
        int start = alea.between(first, last);
        if (last - start < perimetre.dureeMin + 1 && alea.chance(700)) {
            start = alea.between(first, Math.max(first, last - perimetre.dureeMin - 2));
        }
        int rythme = Math.min(Releve.TEMPS_PLEIN, RYTHMES[alea.weighted(FREQUENCES)] * perimetre.rythme / 1000);
        Contrat contrat = new Contrat(lot, rythme);
        lot.contrats.add(contrat);
        int duration = alea.between(perimetre.dureeMin, perimetre.dureeMax);
        long left = fill(contrat, start, duration, reste);
        if (perimetre == Perimetre.REGION) {
            contrat.suite = 0;
        }
        return left;
    }

    /** Adds months up to the end of the year or of the marché; what is left over of the duration may follow. */
    private long fill(Contrat contrat, int start, int duration, long hours) {
        long reste = hours;
        int annee = Calendrier.annee(start);
        int last = Math.min(contrat.lot.marche.dernierMois(annee), start + duration - 1);
        for (int mois = start; mois <= last && reste > 0; mois++) {
            boolean edge = contrat.releves.isEmpty() || mois == start + duration - 1;
            int usual = contrat.rythme * seasonal(mois) / 1000 * alea.between(edge ? 450 : 850, 1000) / 1000;
            int quarters = contrat.rythme == Releve.TEMPS_PLEIN && alea.chance(300) && !edge
                    ? Releve.TEMPS_PLEIN
                    : Math.max(QUART, usual / QUART * QUART);
            int centiemes = (int) Math.min(quarters, reste);
            if (reste - centiemes < CRUMB && reste <= Releve.TEMPS_PLEIN) {
                centiemes = (int) reste;
            } else if (reste > centiemes && reste - centiemes < CRUMB) {
                centiemes -= CRUMB;
            }
            contrat.releves.add(new Releve(mois, centiemes, Releve.VALIDEE));
            reste -= centiemes;
        }
        contrat.suite = last == 12 * annee + 11 ? start + duration - 1 - last : 0;
        return reste;
    }

    /** Quieter in August and December, and in the spring of 2020. */
    private static int seasonal(int mois) {
        if (mois == 12 * Calendrier.Y2020 + 3) {
            return 400;
        }
        if (mois == 12 * Calendrier.Y2020 + 4) {
            return 650;
        }
        return switch (mois % 12) {
            case 7 -> 720;
            case 11 -> 880;
            default -> 1000;
        };
    }

    /** Halves the longest contracts until there are as many as printed. */
    private static void splitUntil(List<Contrat> contrats, Perimetre perimetre, int number) {
        List<Contrat> longest = new ArrayList<>(contrats.stream()
                .filter(contrat -> contrat.lot.perimetre() == perimetre)
                .sorted(Comparator.comparing((Contrat contrat) -> -contrat.releves.size()))
                .toList());
        int missing = number - longest.size();
        if (missing < 0 || missing > longest.size()) {
            throw new IllegalStateException(perimetre + ": " + longest.size() + " contracts for " + number);
        }
        for (Contrat contrat : longest.subList(0, missing)) {
            if (contrat.releves.size() > 1) {
                Contrat second = contrat.splitInHalf();
                contrat.lot.contrats.add(second);
                contrats.add(second);
            }
        }
        if (contrats.stream()
                        .filter(contrat -> contrat.lot.perimetre() == perimetre)
                        .count()
                != number) {
            throw new IllegalStateException(perimetre + ": contracts too short to make " + number);
        }
    }

    private static int contratsPrives() {
        int total = 0;
        for (Modalite modalite : Modalite.values()) {
            total += modalite.contratsPrives;
        }
        return total;
    }
}
