package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Gives each contract its person, in the order of time, with slightly fewer people than wanted everywhere; then moves
 * single contracts to new people until each published number of people is met exactly.
 */
final class Affectation {

    /** Share of a wanted number reached before the adjustment, per mille. */
    private static final int UNDERSHOOT = 955;

    private final Alea alea;
    private final Personnes personnes;
    private final int[] resteAnnee = new int[Calendrier.ANNEES];
    private final Map<Perimetre, int[]> restePerimetre = new EnumMap<>(Perimetre.class);

    Affectation(Personnes personnes, Alea alea) {
        this.personnes = personnes;
        this.alea = alea;
    }

    void assign(List<Contrat> contrats) {
        List<Contrat> ordered = new ArrayList<>(contrats);
        ordered.sort(Comparator.comparing((Contrat contrat) -> contrat.debut));
        for (Contrat contrat : ordered) {
            resteAnnee[contrat.premiereAnnee()]++;
            restes(contrat.lot.perimetre())[contrat.premiereAnnee()]++;
        }
        for (Contrat contrat : ordered) {
            personnes.assign(contrat, choose(contrat));
            resteAnnee[contrat.premiereAnnee()]--;
            restes(contrat.lot.perimetre())[contrat.premiereAnnee()]--;
        }
        adjust(ordered);
    }

    private Personne choose(Contrat contrat) {
        Perimetre perimetre = contrat.lot.perimetre();
        int annee = contrat.premiereAnnee();
        String metier = contrat.lot.groupe.metier();
        boolean sameTrade = alea.chance(920);
        Predicate<Personne> fits =
                personne -> (!sameTrade || personne.metier.equals(metier)) && Personnes.accepts(personne, contrat);
        if (!newInPerimetre(perimetre, annee)) {
            Optional<Personne> known = personnes.drawIn(
                    perimetre, fits.and(each -> overall(perimetre) || each.contrats(perimetre, annee) > 0));
            if (known.isPresent()) {
                return known.get();
            }
        }
        Predicate<Personne> outside = fits.and(
                each -> overall(perimetre) ? each.contrats(perimetre) == 0 : each.contrats(perimetre, annee) == 0);
        boolean counted = perimetre != Perimetre.AUTRE;
        if (!newInYear(annee)) {
            Optional<Personne> active = personnes.drawInYear(annee, counted ? outside : fits);
            if (active.isPresent()) {
                return active.get();
            }
        }
        return newcomer(contrat, outside.and(each -> each.contrats(annee) == 0))
                .orElseGet(() -> personnes.create(metier));
    }

    /** Somebody who goes on from the year before, or comes back later. */
    private Optional<Personne> newcomer(Contrat contrat, Predicate<Personne> fits) {
        int annee = contrat.premiereAnnee();
        int draw = alea.below(1000);
        if (annee >= 1 && draw < 340) {
            return personnes.drawInYear(annee - 1, fits);
        }
        if (annee >= 3 && draw < 400) {
            return personnes.drawInYear(annee - alea.between(2, 3), fits);
        }
        return Optional.empty();
    }

    /** Perimeters counted over all years, not within 2021. */
    private static boolean overall(Perimetre perimetre) {
        return perimetre == Perimetre.PRIVE || perimetre == Perimetre.TELEO;
    }

    private boolean newInPerimetre(Perimetre perimetre, int annee) {
        int[] restes = restes(perimetre);
        int reste = 0;
        for (int year = annee; year < (overall(perimetre) ? restes.length : annee + 1); year++) {
            reste += restes[year];
        }
        int wanted = wanted(perimetre, annee);
        if (wanted == 0) {
            return alea.chance(750);
        }
        int present = overall(perimetre) ? personnes.nombre(perimetre) : personnes.nombre(perimetre, annee);
        return alea.below(reste) < wanted * UNDERSHOOT / 1000 - present;
    }

    /** Contracts still to assign in a perimeter, per year in which they begin. */
    private int[] restes(Perimetre perimetre) {
        return restePerimetre.computeIfAbsent(perimetre, key -> new int[Calendrier.ANNEES]);
    }

    private boolean newInYear(int annee) {
        return alea.below(resteAnnee[annee])
                < ChiffresPublies.BENEFICIAIRES[annee] * UNDERSHOOT / 1000 - personnes.nombre(annee);
    }

    /** People to reach, or 0 where nothing is printed. */
    private static int wanted(Perimetre perimetre, int annee) {
        return switch (perimetre) {
            case PRIVE -> ChiffresPublies.BENEFICIAIRES_PRIVES_DIX_ANS;
            case TELEO -> ChiffresPublies.BENEFICIAIRES_TELEO;
            case REGION -> annee == Calendrier.Y2021 ? ChiffresPublies.BENEFICIAIRES_REGION_2021 : 0;
            case RESERVE -> annee == Calendrier.Y2021 ? ChiffresPublies.BENEFICIAIRES_RESERVES_2021 : 0;
            case AUTRE -> 0;
        };
    }

    private void adjust(List<Contrat> contrats) {
        List<Contrat> shuffled = new ArrayList<>(contrats);
        alea.shuffle(shuffled);
        for (Perimetre perimetre : List.of(Perimetre.TELEO, Perimetre.PRIVE)) {
            int wanted = wanted(perimetre, 0);
            move(
                    shuffled,
                    () -> personnes.nombre(perimetre) < wanted,
                    contrat -> contrat.lot.perimetre() == perimetre
                            && personnes.porteur(contrat).contrats(perimetre) > 1);
            check(perimetre.toString(), personnes.nombre(perimetre), wanted);
        }
        for (Perimetre perimetre : List.of(Perimetre.REGION, Perimetre.RESERVE)) {
            int wanted = wanted(perimetre, Calendrier.Y2021);
            move(
                    shuffled,
                    () -> personnes.nombre(perimetre, Calendrier.Y2021) < wanted,
                    contrat -> contrat.lot.perimetre() == perimetre
                            && within(contrat, Calendrier.Y2021)
                            && personnes.porteur(contrat).contrats(perimetre, Calendrier.Y2021) > 1);
            check(perimetre.toString(), personnes.nombre(perimetre, Calendrier.Y2021), wanted);
        }
        for (int annee = 0; annee < Calendrier.ANNEES; annee++) {
            int year = annee;
            int wanted = ChiffresPublies.BENEFICIAIRES[annee];
            move(
                    shuffled,
                    () -> personnes.nombre(year) < wanted,
                    contrat -> contrat.lot.perimetre() == Perimetre.AUTRE
                            && within(contrat, year)
                            && personnes.porteur(contrat).contrats(year) > 1);
            check("people of year " + annee, personnes.nombre(annee), wanted);
        }
    }

    private static boolean within(Contrat contrat, int annee) {
        return contrat.premiereAnnee() == annee && contrat.derniereAnnee() == annee;
    }

    private void move(List<Contrat> contrats, BooleanSupplier missing, Predicate<Contrat> movable) {
        for (Contrat contrat : contrats) {
            if (!missing.getAsBoolean()) {
                return;
            }
            if (movable.test(contrat)) {
                personnes.moveToNew(contrat);
            }
        }
    }

    private static void check(String what, int found, int wanted) {
        if (found != wanted) {
            throw new IllegalStateException(what + ": " + found + " instead of " + wanted);
        }
    }
}
