package fr.suiviclauses.demo.histoire;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Invents companies: a name that says the trade, a SIREN that begins with 999 and has a valid key. */
final class Registre {

    private static final List<String> FORMES = List.of("", "", " SARL", " SAS", " et Fils", " Frères", " Services");

    private final Alea alea;
    private final Map<String, List<String>> mots = Ressource.lists("entreprises.csv");
    private final List<String> raisons = Ressource.lines("raisons-sociales.txt");
    private final Set<String> noms = new HashSet<>();
    private int last = 10000;

    Registre(Alea alea) {
        this.alea = alea;
    }

    /** A new company of a trade: the code of a group, or of a type of company for those of inclusion. */
    Entreprise create(String metier, String type) {
        List<String> words = Objects.requireNonNull(mots.get(metier), metier);
        String nom;
        do {
            String forme = metier.equals(type) ? "" : alea.pick(FORMES);
            nom = alea.pick(words) + " " + alea.pick(raisons) + forme;
        } while (!noms.add(nom));
        last += 7;
        return new Entreprise(nom, siren(last), type);
    }

    private static String siren(int number) {
        String start = "999" + number;
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int digit = start.charAt(i) - '0';
            int weighed = i % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return start + (10 - sum % 10) % 10;
    }
}
