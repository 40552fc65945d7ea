package fr.suiviclauses.demo.histoire;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** An entry into the dispositif: opens 24 months, cut by the next entry; carries what the person was then. */
final class Entree {

    private static final int DUREE_MOIS = 24;

    final LocalDate date;
    final Set<Critere> criteres = EnumSet.noneOf(Critere.class);
    String commune = "";
    String metropole = "";
    String qpv = "";
    String diplome = "";
    String prescripteur = "";

    Entree(LocalDate date) {
        this.date = date;
    }

    /** The last month with at least one day in the window (2021-01-15 → 2023-01-14). */
    int dernierMois() {
        return Calendrier.mois(date.plusMonths(DUREE_MOIS).minusDays(1));
    }
}
