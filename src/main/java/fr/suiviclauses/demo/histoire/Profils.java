package fr.suiviclauses.demo.histoire;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Describes everybody: the entries that count in 2021 to the printed numbers, all others plausibly. */
final class Profils {

    private final Alea alea;
    private final Domiciles domiciles;
    private final Identites identites;
    private final Map<String, List<String>> prescripteurs = Ressource.lists("prescripteurs.csv");

    Profils(Alea alea) {
        this.alea = alea;
        this.domiciles = new Domiciles(alea);
        this.identites = new Identites(alea);
    }

    void describe(List<Personne> personnes) {
        identites.chooseSexes(personnes);
        Map<Personne, Entree> entrees2021 = new LinkedHashMap<>();
        for (Personne personne : personnes) {
            personne.entrees.sort(Comparator.comparing((Entree entree) -> entree.date));
            if (personne.contrats(Calendrier.Y2021) > 0) {
                entrees2021.put(personne, personne.entreeDeterminante(Calendrier.Y2021));
            }
        }
        identites.chooseBirths(personnes, entrees2021);
        identites.chooseNames(personnes);
        domiciles.choose2021(List.copyOf(entrees2021.values()));
        Situation2021 situation = new Situation2021(alea);
        entrees2021.forEach(situation::add);
        situation.choose();
        for (Personne personne : personnes) {
            for (Entree entree : personne.entrees) {
                if (entree.criteres.isEmpty()) {
                    describe(personne, entree);
                }
                entree.prescripteur = prescripteur(entree);
            }
        }
    }

    /** A person met after the calibration, without counted hours. */
    void welcome(Personne personne) {
        identites.welcome(personne);
        describe(personne, personne.derniereEntree());
        personne.derniereEntree().prescripteur = prescripteur(personne.derniereEntree());
    }

    private void describe(Personne personne, Entree entree) {
        domiciles.choose(entree);
        int age = personne.age(entree);
        entree.diplome = alea.weighted(List.of(Diplome.values()), diplome -> diplome.open(age) ? diplome.poids : 0)
                .name();
        chooseCriteria(personne, entree, age);
    }

    private void chooseCriteria(Personne personne, Entree entree, int age) {
        boolean iae = personne.contrats.entrySet().stream()
                .anyMatch(each ->
                        each.getValue() == entree && each.getKey().modalite.iae());
        boolean handicap = personne.contrats.entrySet().stream()
                .anyMatch(each ->
                        each.getValue() == entree && each.getKey().modalite.handicap());
        if (age < 26) {
            add(entree, Critere.JEUNE_SANS_QUALIFICATION, 560);
            add(entree, Critere.JEUNE_SANS_EXPERIENCE, entree.criteres.isEmpty() ? 850 : 30);
        }
        add(entree, Critere.SENIOR_50, age >= 50 ? 880 : 0);
        add(entree, Critere.SUIVI_IAE, iae ? 720 : 60);
        add(entree, Critere.TH, handicap ? 950 : 45);
        add(entree, Critere.QPV_EN_DIFFICULTE, entree.qpv.equals("OUI") ? 600 : 15);
        add(entree, Critere.RSA_MINIMA_SOCIAUX, age >= 25 ? 170 : 0);
        add(entree, Critere.AUTRE, 18);
        add(entree, Critere.FEMME_REPRISE, age >= 26 && personne.sexe.equals("F") ? 30 : 0);
        add(entree, Critere.DELD, age >= 20 ? 260 : 0);
        if (entree.criteres.isEmpty()) {
            entree.criteres.add(age < 26 ? Critere.JEUNE_SANS_EXPERIENCE : Critere.DELD);
        }
    }

    private void add(Entree entree, Critere critere, int permille) {
        if (alea.chance(permille)) {
            entree.criteres.add(critere);
        }
    }

    private String prescripteur(Entree entree) {
        if (alea.chance(40)) {
            return "";
        }
        String usuel = "TOUS";
        if (entree.criteres.contains(Critere.TH)) {
            usuel = "TH";
        } else if (entree.criteres.contains(Critere.JEUNE_SANS_QUALIFICATION)
                || entree.criteres.contains(Critere.JEUNE_SANS_EXPERIENCE)) {
            usuel = "JEUNE";
        } else if (entree.criteres.contains(Critere.AUTRE) || entree.criteres.contains(Critere.FEMME_REPRISE)) {
            usuel = "AUTRE";
        } else if (entree.criteres.contains(Critere.RSA_MINIMA_SOCIAUX)) {
            usuel = "RSA";
        } else if (entree.criteres.contains(Critere.SUIVI_IAE)) {
            usuel = "IAE";
        }
        return alea.pick(Objects.requireNonNull(prescripteurs.get(alea.chance(780) ? usuel : "TOUS")));
    }
}
