package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where people live at entry: QPV 28 % and not 72 % (five unknown), in the metropolis's communes 59 %. */
final class Domiciles {

    private static final int QPV_OUI_2021 = 401;
    private static final int QPV_INCONNU_2021 = 5;
    private static final int METROPOLE_2021 = 846;
    private static final int METROPOLE_ET_QPV_2021 = 302;

    private record Commune(String insee, boolean metropole, boolean qpv, int poids) {}

    private final Alea alea;
    private final List<Commune> communes;

    Domiciles(Alea alea) {
        this.alea = alea;
        this.communes = Ressource.rows("communes.csv").stream()
                .map(row -> new Commune(
                        row.get(0), row.get(1).equals("OUI"), row.get(3).equals("OUI"), Integer.parseInt(row.get(2))))
                .toList();
    }

    void choose2021(List<Entree> entrees) {
        List<String> qpv = new ArrayList<>(Collections.nCopies(entrees.size(), "NON"));
        Collections.fill(qpv.subList(0, QPV_OUI_2021), "OUI");
        Collections.fill(qpv.subList(QPV_OUI_2021, QPV_OUI_2021 + QPV_INCONNU_2021), "INCONNU");
        List<Entree> shuffled = new ArrayList<>(entrees);
        alea.shuffle(shuffled);
        for (int i = 0; i < shuffled.size(); i++) {
            boolean metropole = i < QPV_OUI_2021
                    ? i < METROPOLE_ET_QPV_2021
                    : i < QPV_OUI_2021 + METROPOLE_2021 - METROPOLE_ET_QPV_2021;
            settle(shuffled.get(i), qpv.get(i), metropole);
        }
    }

    /** Before 2015 the present districts did not exist: most are unknown. */
    void choose(Entree entree) {
        boolean before2015 = entree.date.getYear() < 2015;
        String qpv = alea.chance(before2015 ? 600 : 15) ? "INCONNU" : alea.chance(270) ? "OUI" : "NON";
        settle(entree, qpv, alea.chance(610));
    }

    private void settle(Entree entree, String qpv, boolean metropole) {
        List<Commune> possible = communes.stream()
                .filter(commune -> commune.metropole() == metropole && (commune.qpv() || !qpv.equals("OUI")))
                .toList();
        Commune commune = possible.get(
                alea.weighted(possible.stream().mapToInt(Commune::poids).toArray()));
        entree.qpv = qpv;
        entree.commune = commune.insee();
        entree.metropole = metropole ? "OUI" : "NON";
    }
}
