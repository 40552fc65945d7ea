package fr.suiviclauses.demo.histoire;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of people 3, 6 and 12 months later; at 12 months of 2020, exactly as printed (65 % and 34 %). */
final class Suivis {

    private static final int UN_AN = 12;

    /** The last people of 2020 without an answer; the others of the eleven are written as such. */
    private static final int SILENCIEUX_2020 = 6;

    private record Suivi(Personne personne, int annee, int jalon, Situation situation, LocalDate date) {}

    private final Alea alea;
    private final List<Suivi> suivis = new ArrayList<>();

    Suivis(Alea alea) {
        this.alea = alea;
    }

    void answer(List<Personne> personnes) {
        for (int annee = 0; annee < Calendrier.ANNEES; annee++) {
            List<Personne> cohorte = new ArrayList<>();
            for (Personne personne : personnes) {
                if (personne.contrats(annee) > 0) {
                    cohorte.add(personne);
                }
            }
            alea.shuffle(cohorte);
            if (annee == Calendrier.Y2020) {
                answer2020(cohorte);
            } else if (annee < Calendrier.Y2020) {
                answerUsually(cohorte, annee, UN_AN, 960);
            }
            if (annee >= Calendrier.Y2019) {
                answerUsually(cohorte, annee, 3, 620);
                answerUsually(cohorte, annee, 6, 540);
            }
        }
    }

    private void answer2020(List<Personne> cohorte) {
        List<Situation> situations = new ArrayList<>();
        for (Situation situation : Situation.values()) {
            for (int i = 0; i < situation.effectif2020; i++) {
                situations.add(situation);
            }
        }
        if (situations.size() != cohorte.size()) {
            throw new IllegalStateException("cohort of 2020: " + cohorte.size());
        }
        for (int i = 0; i < cohorte.size() - SILENCIEUX_2020; i++) {
            add(cohorte.get(i), Calendrier.Y2020, UN_AN, situations.get(i));
        }
    }

    private void answerUsually(List<Personne> cohorte, int annee, int jalon, int permille) {
        Map<Situation, Integer> poids = new EnumMap<>(Situation.class);
        for (Situation situation : Situation.values()) {
            poids.put(situation, situation.effectif2020 * alea.between(80, 120));
        }
        List<Situation> situations = List.copyOf(poids.keySet());
        for (Personne personne : cohorte) {
            if (alea.chance(permille)) {
                add(personne, annee, jalon, alea.weighted(situations, each -> poids.getOrDefault(each, 0)));
            }
        }
    }

    /** Asked around the date, never after the demonstration's day; what lies in the future is not asked yet. */
    private void add(Personne personne, int annee, int jalon, Situation situation) {
        int dernier = personne.contrats.keySet().stream()
                .flatMap(contrat -> contrat.releves.stream())
                .mapToInt(Releve::mois)
                .filter(mois -> Calendrier.annee(mois) == annee)
                .max()
                .orElseThrow();
        LocalDate due = Calendrier.dernierJour(dernier).plusMonths(jalon);
        LocalDate asked = due.plusDays(alea.between(-6, 15));
        if (jalon < UN_AN && asked.isAfter(Calendrier.AUJOURD_HUI)) {
            return;
        }
        LocalDate date =
                asked.isAfter(Calendrier.AUJOURD_HUI) ? Calendrier.AUJOURD_HUI.minusDays(alea.below(5)) : asked;
        suivis.add(new Suivi(personne, annee, jalon, situation, date));
    }

    void write(Appendable out) throws IOException {
        Csv csv = new Csv(out);
        csv.cells("beneficiaire_ref", "cohorte", "jalon", "situation", "date").end();
        for (Suivi suivi : suivis) {
            csv.cells(suivi.personne().reference, Integer.toString(Calendrier.PREMIERE_ANNEE + suivi.annee()))
                    .cells(Integer.toString(suivi.jalon()), suivi.situation().name())
                    .cell(suivi.date())
                    .end();
        }
    }
}
