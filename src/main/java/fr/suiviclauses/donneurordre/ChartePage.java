package fr.suiviclauses.donneurordre;

import java.util.List;

/** The form of a charter. */
record ChartePage(long donneur, String nom) {

    public List<Charte> chartes() {
        return List.of(Charte.values());
    }

    public String adresse() {
        return "/donneurs-ordres/" + donneur;
    }
}
