package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.List;

/**
 * What is stored but does not count, so that the screens have something to show: hours not yet validated at the end of
 * 2021, refused ones, hours beyond the eligibility window, hours after the end of the marché.
 */
final class NonComptees {

    /** How many of each: enough to be met on every screen, too few to look like the rule. */
    private static final int REJETEES = 140;

    private static final int HORS_PERIODE = 55;
    private static final int NOUVEAUX = 26;
    private static final int HORS_MARCHE = 12;

    private static final int DECEMBRE_2021 = 12 * Calendrier.ANNEES - 1;

    private final Alea alea;
    private final Personnes personnes;
    private final Profils profils;
    private final Emplois emplois;

    NonComptees(Personnes personnes, Profils profils, Emplois emplois, Alea alea) {
        this.personnes = personnes;
        this.profils = profils;
        this.emplois = emplois;
        this.alea = alea;
    }

    /** Returns the contracts to add: those that have no counted hour at all. */
    List<Contrat> add(List<Marche> marches, List<Contrat> contrats) {
        List<Contrat> shuffled = new ArrayList<>(contrats);
        alea.shuffle(shuffled);
        int rejetees = REJETEES;
        for (Contrat contrat : shuffled) {
            int next = contrat.dernierMois() + 1;
            if (next == DECEMBRE_2021 + 1) {
                prolong(contrat, Releve.BROUILLON, 260);
            } else if (next == DECEMBRE_2021) {
                prolong(contrat, alea.chance(700) ? Releve.DECLAREE : Releve.BROUILLON, 700);
            } else if (next == DECEMBRE_2021 - 1) {
                prolong(contrat, Releve.DECLAREE, 300);
            } else if (rejetees > 0 && prolong(contrat, Releve.REJETEE, 300)) {
                rejetees--;
            }
        }
        List<Contrat> added = new ArrayList<>();
        addBeyondWindow(marches, added);
        addFirstDeclared(marches, added);
        return added;
    }

    /** One more month on a contract, not counted; true if it was added. */
    private boolean prolong(Contrat contrat, String statut, int permille) {
        int mois = contrat.dernierMois() + 1;
        Personne personne = personnes.porteur(contrat);
        int centiemes = contrat.rythme * alea.between(30, 90) / 10000 * 100;
        boolean possible = mois < Calendrier.MOIS
                && Calendrier.mois(contrat.lot.marche.fin) >= mois
                && centiemes > 0
                && personne.charge[mois] + centiemes <= Releve.TEMPS_PLEIN
                && personne.entreeDe(mois - 1).dernierMois() >= mois;
        if (!possible || !alea.chance(permille)) {
            return false;
        }
        personne.charge[mois] += centiemes;
        contrat.releves.add(new Releve(mois, centiemes, statut));
        contrat.fin = Calendrier.dernierJour(mois);
        return true;
    }

    /** People whose 24 months are over and who still worked, without a new entry. */
    private void addBeyondWindow(List<Marche> marches, List<Contrat> added) {
        List<Personne> toutes = new ArrayList<>(personnes.toutes());
        alea.shuffle(toutes);
        int wanted = HORS_PERIODE;
        for (Personne personne : toutes) {
            int start = personne.derniereEntree().dernierMois() + 1;
            boolean recent = personne.dernierMois() >= start - 4;
            if (wanted > 0 && recent && start < DECEMBRE_2021 - 4 && personne.dernierMois() < start) {
                Contrat contrat = contrat(marches, personne.metier, start, alea.between(1, 4), Releve.VALIDEE);
                personnes.assignUncounted(contrat, personne, personne.derniereEntree());
                added.add(contrat);
                wanted--;
            }
        }
    }

    /** Newcomers of the last weeks, whose only hours are still to be validated. */
    private void addFirstDeclared(List<Marche> marches, List<Contrat> added) {
        for (int i = 0; i < NOUVEAUX; i++) {
            String metier = i % 2 == 0 ? "PROPRETE" : "BTP";
            Contrat contrat = contrat(marches, metier, DECEMBRE_2021, 1, Releve.DECLAREE);
            Personne personne = personnes.create(metier);
            personnes.assignUncounted(contrat, personne, new Entree(contrat.debut.minusDays(alea.below(20))));
            profils.welcome(personne);
            added.add(contrat);
        }
    }

    private Contrat contrat(List<Marche> marches, String metier, int start, int duration, String statut) {
        List<Lot> lots = marches.stream()
                .filter(marche -> Calendrier.mois(marche.notification) <= start
                        && Calendrier.mois(marche.fin) >= start + duration - 1)
                .flatMap(marche -> marche.lots.stream())
                .filter(lot -> lot.perimetre() == Perimetre.AUTRE
                        && lot.groupe.metier().equals(metier))
                .toList();
        Lot lot = alea.pick(lots);
        Contrat contrat = new Contrat(lot, 100 * alea.between(40, 130));
        for (int mois = start; mois < start + duration; mois++) {
            contrat.releves.add(new Releve(mois, contrat.rythme * alea.between(5, 10) / 1000 * 100, statut));
        }
        contrat.setDates();
        emplois.assignOne(contrat);
        lot.contrats.add(contrat);
        return contrat;
    }

    /** A dozen marchés end a month before their last hours: these count and stand on the controls page. */
    void endEarlier(List<Marche> marches) {
        int wanted = HORS_MARCHE;
        for (Marche marche : marches) {
            int fin = Calendrier.mois(marche.fin);
            boolean worked = marche.lots.stream()
                    .flatMap(lot -> lot.contrats.stream())
                    .anyMatch(contrat -> contrat.dernierMois() == fin);
            boolean sameYear = fin % 12 > 2 && fin - 1 > Calendrier.mois(marche.notification);
            if (wanted > 0 && worked && sameYear && !marche.donneur.prive() && alea.chance(60)) {
                marche.fin = Calendrier.dernierJour(fin - 1);
                wanted--;
            }
        }
    }
}
