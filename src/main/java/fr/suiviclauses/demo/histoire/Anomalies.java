package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A few slips of the pen, as any spreadsheet holds: accepted with a warning, to be found on the controls page. None
 * touches a printed figure, so they stay away from 2021.
 */
final class Anomalies {

    private final Alea alea;

    Anomalies(Alea alea) {
        this.alea = alea;
    }

    void slip(List<Marche> marches, List<Contrat> contrats, List<Personne> personnes) {
        List<Lot> prives = marches.stream()
                .filter(marche -> marche.donneur.prive())
                .flatMap(marche -> marche.lots.stream())
                .toList();
        alea.pick(prives).clauses = "CONDITION_EXECUTION";

        Predicate<Marche> ended = marche ->
                marche.fin.getYear() < 2019 && marche.lots.get(0).groupe.travaux();
        for (Marche marche : some(2, marches, ended)) {
            marche.type = "SERVICES";
        }

        Predicate<Contrat> byAgency =
                contrat -> contrat.modalite == Modalite.ETT && contrat.lot.perimetre() == Perimetre.AUTRE;
        for (Contrat contrat : some(4, contrats, byAgency)) {
            contrat.modalite = Modalite.ETTI;
        }

        Predicate<Personne> gone = personne -> personne.dernierMois() < 12 * Calendrier.Y2019;
        for (Personne personne : some(3, personnes, gone.and(each -> age(each) > 26 && age(each) < 30))) {
            personne.derniereEntree().criteres.add(Critere.JEUNE_SANS_QUALIFICATION);
        }
        for (Personne personne : some(3, personnes, gone.and(each -> age(each) == 48 || age(each) == 49))) {
            personne.derniereEntree().criteres.add(Critere.SENIOR_50);
        }
    }

    private static int age(Personne personne) {
        return personne.age(personne.derniereEntree());
    }

    private <T> List<T> some(int number, List<T> all, Predicate<T> fit) {
        List<T> fitting = new ArrayList<>(all.stream().filter(fit).toList());
        alea.shuffle(fitting);
        return fitting.subList(0, number);
    }
}
