package fr.suiviclauses.demo.histoire;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Names, sexes, birth dates and references of invented people; no two share a normalised identity. */
final class Identites {

    private static final String FEMME = "F";
    private static final String HOMME = "H";

    /** Women in each trade, per mille: about a third in all. */
    private static final Map<String, Integer> FEMMES =
            Map.of("BTP", 120, "PROPRETE", 560, "VERT", 180, "SECURITE", 290, "TERTIAIRE", 620);

    private final Alea alea;
    private final List<String> noms = Ressource.lines("noms.txt");
    private final Map<String, List<String>> prenoms = Ressource.lists("prenoms.csv");
    private final Set<String> prises = new HashSet<>();
    private int numero;

    Identites(Alea alea) {
        this.alea = alea;
    }

    /** In the order of their first entries, as a structure numbers its people. */
    void chooseSexes(List<Personne> personnes) {
        personnes.sort(Comparator.comparing((Personne personne) -> personne.entrees.get(0).date));
        personnes.forEach(this::number);
    }

    private void number(Personne personne) {
        numero++;
        personne.reference = String.format(Locale.ROOT, "B%05d", numero);
        personne.sexe = alea.chance(Objects.requireNonNull(FEMMES.get(personne.metier))) ? FEMME : HOMME;
    }

    void welcome(Personne personne) {
        number(personne);
        birth(personne, personne.derniereEntree(), 26, 49);
        chooseName(personne);
    }

    /**
     * Birth dates, by the age at the entry that describes the person: enough young people and seniors in 2021 for the
     * printed criteria, some more who do not have them.
     */
    void chooseBirths(List<Personne> personnes, Map<Personne, Entree> entrees2021) {
        int jeunes = 521;
        int seniors = 229;
        List<Personne> shuffled = new ArrayList<>(personnes);
        alea.shuffle(shuffled);
        for (Personne personne : shuffled) {
            Entree entree = entrees2021.getOrDefault(personne, personne.entrees.get(0));
            boolean in2021 = entrees2021.containsKey(personne);
            boolean recent = personne.entrees.get(0).date.plusYears(3).isAfter(entree.date);
            int draw = alea.below(1000);
            if (in2021 ? recent && jeunes > 0 : draw < 350) {
                jeunes -= in2021 ? 1 : 0;
                birth(personne, entree, recent && personne.entrees.get(0) == entree ? 17 : 20, 25);
            } else if (in2021 ? seniors > 0 : draw > 860) {
                seniors -= in2021 ? 1 : 0;
                birth(personne, entree, 50, 60);
            } else {
                birth(personne, entree, 26, 49);
            }
        }
    }

    private void birth(Personne personne, Entree entree, int youngest, int oldest) {
        personne.naissance =
                entree.date.minusYears(alea.between(youngest, oldest)).minusDays(alea.between(1, 360));
    }

    void chooseNames(List<Personne> personnes) {
        personnes.forEach(this::chooseName);
    }

    private void chooseName(Personne personne) {
        do {
            personne.nom = alea.pick(noms);
            personne.prenom = alea.pick(Objects.requireNonNull(prenoms.get(personne.sexe)));
        } while (!prises.add(normalise(personne)));
        if (alea.chance(4)) {
            personne.sexe = "NON_RENSEIGNE";
        }
    }

    private static String normalise(Personne personne) {
        return Normalizer.normalize(personne.nom + " " + personne.prenom, Normalizer.Form.NFD)
                        .replaceAll("[^A-Za-z]", "")
                        .toUpperCase(Locale.ROOT)
                + personne.naissance;
    }
}
