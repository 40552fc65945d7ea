package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.List;

/**
 * One buyer × group of families × reserved or not: all marchés of a cell are alike, so that its hours of a year can be
 * dealt out freely without moving any printed figure.
 */
final class Poste {

    final Donneur donneur;
    final Groupe groupe;
    final boolean reserve;

    /** Hundredths, per year. */
    final long[] heures = new long[Calendrier.ANNEES];

    /** Followed marchés, per year. */
    final int[] marches = new int[Calendrier.ANNEES];

    final List<Marche> liste = new ArrayList<>();

    Poste(Donneur donneur, Groupe groupe, boolean reserve) {
        this.donneur = donneur;
        this.groupe = groupe;
        this.reserve = reserve;
    }

    List<Lot> lotsSuivis(int annee) {
        return liste.stream()
                .filter(marche -> marche.suivi(annee))
                .flatMap(marche -> marche.lots.stream())
                .toList();
    }
}
