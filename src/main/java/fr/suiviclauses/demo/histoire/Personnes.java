package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The people so far, with the lists from which the next contract's person is drawn. */
final class Personnes {

    /** Draws before giving up: the demonstration needs a plausible person, not the best one. */
    private static final int TRIES = 60;

    private final Alea alea;
    private final List<Personne> toutes = new ArrayList<>();
    private final List<List<Personne>> parAnnee = new ArrayList<>();
    private final Map<Perimetre, List<Personne>> parPerimetre = new EnumMap<>(Perimetre.class);
    private final Map<Perimetre, int[]> nombres = new EnumMap<>(Perimetre.class);

    /** Looked up, never iterated: its order is not the same twice. */
    private final Map<Contrat, Personne> porteurs = new HashMap<>();

    Personnes(Alea alea) {
        this.alea = alea;
        for (int annee = 0; annee < Calendrier.ANNEES; annee++) {
            parAnnee.add(new ArrayList<>());
        }
        for (Perimetre perimetre : Perimetre.values()) {
            parPerimetre.put(perimetre, new ArrayList<>());
            nombres.put(perimetre, new int[Calendrier.ANNEES]);
        }
    }

    List<Personne> toutes() {
        return toutes;
    }

    Personne porteur(Contrat contrat) {
        return Objects.requireNonNull(porteurs.get(contrat));
    }

    /** People with hours in the year. */
    int nombre(int annee) {
        return parAnnee.get(annee).size();
    }

    /** People with hours in the perimeter, in the year. */
    int nombre(Perimetre perimetre, int annee) {
        return nombres(perimetre)[annee];
    }

    /** People with hours in the perimeter, in any year. */
    int nombre(Perimetre perimetre) {
        return inPerimetre(perimetre).size();
    }

    Personne create(String metier) {
        Personne personne = new Personne(metier);
        toutes.add(personne);
        return personne;
    }

    void assign(Contrat contrat, Personne personne) {
        Entree entree = personne.entrees.isEmpty() || needsEntry(personne, contrat)
                ? entry(personne, contrat)
                : personne.derniereEntree();
        Perimetre perimetre = contrat.lot.perimetre();
        if (personne.contrats(perimetre) == 0) {
            inPerimetre(perimetre).add(personne);
        }
        for (int annee = contrat.premiereAnnee(); annee <= contrat.derniereAnnee(); annee++) {
            if (personne.contrats(annee) == 0) {
                parAnnee.get(annee).add(personne);
            }
            if (personne.contrats(perimetre, annee) == 0) {
                nombres(perimetre)[annee]++;
            }
        }
        personne.take(contrat, entree);
        porteurs.put(contrat, personne);
    }

    /** A contract without counted hours: it belongs to the person and moves no number. */
    void assignUncounted(Contrat contrat, Personne personne, Entree entree) {
        personne.take(contrat, entree);
        porteurs.put(contrat, personne);
    }

    /** Moves a contract to a new person, whose only one it is; the giver keeps others in the same year and perimeter. */
    void moveToNew(Contrat contrat) {
        Personne giver = porteur(contrat);
        giver.give(contrat);
        giver.entrees.removeIf(entree -> !giver.contrats.containsValue(entree));
        Perimetre perimetre = contrat.lot.perimetre();
        if (giver.contrats(perimetre) == 0) {
            inPerimetre(perimetre).remove(giver);
        }
        for (int annee = contrat.premiereAnnee(); annee <= contrat.derniereAnnee(); annee++) {
            if (giver.contrats(annee) == 0) {
                parAnnee.get(annee).remove(giver);
            }
            if (giver.contrats(perimetre, annee) == 0) {
                nombres(perimetre)[annee]--;
            }
        }
        assign(contrat, create(giver.metier));
    }

    /** Whether a person can take a contract: months not full, and an entry that holds it or a new one after the last. */
    static boolean accepts(Personne personne, Contrat contrat) {
        if (!personne.bears(contrat)) {
            return false;
        }
        Entree entree = personne.derniereEntree();
        boolean inWindow = !contrat.debut.isBefore(entree.date) && contrat.dernierMois() <= entree.dernierMois();
        return inWindow || contrat.premierMois() > personne.dernierMois();
    }

    private boolean needsEntry(Personne personne, Contrat contrat) {
        boolean beyond = contrat.dernierMois() > personne.derniereEntree().dernierMois();
        boolean afterGap = contrat.premierMois() > personne.dernierMois() + 5;
        return beyond || (afterGap && alea.chance(120));
    }

    /** First entries may come some weeks before the contract, later ones in its month. */
    private Entree entry(Personne personne, Contrat contrat) {
        int days = personne.entrees.isEmpty()
                ? (alea.chance(500) ? alea.below(11) : alea.below(61))
                : alea.below(contrat.debut.getDayOfMonth());
        return new Entree(contrat.debut.minusDays(days));
    }

    /** Draws somebody active in the year, or nobody. */
    Optional<Personne> drawInYear(int annee, Predicate<Personne> fit) {
        return draw(parAnnee.get(annee), 4000, fit);
    }

    /** Draws somebody among the latest of a perimeter, or nobody. */
    Optional<Personne> drawIn(Perimetre perimetre, Predicate<Personne> fit) {
        return draw(inPerimetre(perimetre), 400, fit);
    }

    private Optional<Personne> draw(List<Personne> candidates, int latest, Predicate<Personne> fit) {
        int from = Math.max(0, candidates.size() - latest);
        for (int i = 0; i < TRIES && !candidates.isEmpty(); i++) {
            Personne drawn = candidates.get(alea.between(from, candidates.size() - 1));
            if (fit.test(drawn)) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }

    private List<Personne> inPerimetre(Perimetre perimetre) {
        return parPerimetre.computeIfAbsent(perimetre, key -> new ArrayList<>());
    }

    private int[] nombres(Perimetre perimetre) {
        return nombres.computeIfAbsent(perimetre, key -> new int[Calendrier.ANNEES]);
    }
}
