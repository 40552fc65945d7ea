package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The hours of each buyer and year: 2021 as printed; before, private ones by their listed marchés, public ones in
 * proportion to 2021, the metropolis having the remainder of the year.
 */
final class HeuresDonneurs {

    private final List<Donneur> donneurs;
    private final List<MarchesDesignes.Designe> designes;
    private final long[][] heures;

    /** Yearly whim of each buyer, per mille. */
    private final int[][] variation;

    HeuresDonneurs(List<Donneur> donneurs, List<MarchesDesignes.Designe> designes, Alea alea) {
        this.donneurs = donneurs;
        this.designes = designes;
        this.heures = new long[donneurs.size()][Calendrier.ANNEES];
        this.variation = new int[donneurs.size()][Calendrier.ANNEES];
        for (int[] years : variation) {
            for (int annee = 0; annee < years.length; annee++) {
                years[annee] = alea.between(870, 1130);
            }
        }
    }

    void compute() {
        for (int annee = 0; annee < Calendrier.ANNEES; annee++) {
            fillPrivate(annee);
            if (annee == Calendrier.Y2021) {
                fill2021();
            } else {
                fillPublic(annee, annee == Calendrier.Y2020 ? damping2020() : 1000);
            }
            fillListed(annee);
        }
    }

    long heures(Donneur donneur, int annee) {
        return heures[donneurs.indexOf(donneur)][annee];
    }

    /** What remains of a buyer's year beside his listed marchés. */
    long reste(Donneur donneur, int annee) {
        long listed = 0;
        for (MarchesDesignes.Designe designe : of(donneur)) {
            for (Lot lot : designe.marche().lots) {
                listed += lot.heures[annee];
            }
        }
        long reste = heures(donneur, annee) - listed;
        if (reste < 0) {
            throw new IllegalStateException(donneur.nom() + " has listed marchés beyond its hours of year " + annee);
        }
        return reste;
    }

    private void fill2021() {
        for (int i = 0; i < donneurs.size(); i++) {
            heures[i][Calendrier.Y2021] = donneurs.get(i).heures2021();
        }
    }

    /** Private hours of a year before 2021: fixed ones, then the rest over the marchés that run. */
    private void fillPrivate(int annee) {
        if (annee == Calendrier.Y2021) {
            return;
        }
        List<MarchesDesignes.Designe> prives = designes.stream()
                .filter(designe -> designe.marche().donneur.prive())
                .toList();
        long reste = (long) ChiffresPublies.HEURES_PRIVEES[annee] * Repartition.HEURE;
        for (MarchesDesignes.Designe designe : prives) {
            reste -= designe.fixees(annee);
        }
        long[] parts = Repartition.splitHours(
                reste,
                prives.stream().mapToLong(designe -> designe.poids(annee)).toArray());
        for (int i = 0; i < parts.length; i++) {
            int donneur = donneurs.indexOf(prives.get(i).marche().donneur);
            heures[donneur][annee] += parts[i] + prives.get(i).fixees(annee);
        }
    }

    private void fillPublic(int annee, int damping) {
        long reste = Groupe.total(annee);
        int metropole = -1;
        for (int i = 0; i < donneurs.size(); i++) {
            Donneur donneur = donneurs.get(i);
            if (donneur.est(Donneur.METROPOLE)) {
                metropole = i;
            } else {
                if (!donneur.prive()) {
                    heures[i][annee] = planned(i, annee, damping);
                }
                reste -= heures[i][annee];
            }
        }
        heures[metropole][annee] = reste;
    }

    private long planned(int i, int annee, int damping) {
        Donneur donneur = donneurs.get(i);
        int seniority = annee - donneur.premiereAnnee();
        if (seniority < 0) {
            return 0;
        }
        int maturity = donneur.premiereAnnee() == 0 || seniority > 1 ? 1000 : 400 + 350 * seniority;
        long hours = donneur.heures2021()
                * ChiffresPublies.HEURES[annee]
                / ChiffresPublies.HEURES[Calendrier.Y2021]
                * maturity
                / 1000
                * variation[i][annee]
                / 1000
                * damping
                / 1000;
        return hours / Repartition.HEURE * Repartition.HEURE;
    }

    /** Shrinks the other public buyers of 2020 until the ten largest make the printed 81 %. */
    private int damping2020() {
        for (int damping = 1300; damping > 300; damping--) {
            fillPublic(Calendrier.Y2020, damping);
            List<Long> sorted = new ArrayList<>();
            for (long[] years : heures) {
                sorted.add(years[Calendrier.Y2020]);
            }
            sorted.sort(Comparator.reverseOrder());
            long topTen = sorted.stream().limit(10).mapToLong(Long::longValue).sum();
            if (topTen * 1000 >= Groupe.total(Calendrier.Y2020) * ChiffresPublies.PART_TOP10_2020) {
                return damping;
            }
        }
        throw new IllegalStateException("2020: the ten largest buyers cannot reach their printed share");
    }

    private void fillListed(int annee) {
        for (Donneur donneur : donneurs) {
            List<MarchesDesignes.Designe> siens = of(donneur);
            long reste = heures(donneur, annee);
            for (MarchesDesignes.Designe designe : siens) {
                reste -= designe.fixees(annee);
                designe.fill(annee, designe.fixees(annee));
            }
            boolean allListed = donneur.prive() || donneur.est(Donneur.REGION);
            if (allListed && reste > 0) {
                List<MarchesDesignes.Designe> libres = siens.stream()
                        .filter(designe -> designe.poids(annee) > 0)
                        .toList();
                long[] parts = Repartition.splitHours(
                        reste,
                        libres.stream()
                                .mapToLong(designe -> designe.poids(annee))
                                .toArray());
                for (int i = 0; i < parts.length; i++) {
                    libres.get(i).fill(annee, parts[i]);
                }
            }
        }
    }

    private List<MarchesDesignes.Designe> of(Donneur donneur) {
        return designes.stream()
                .filter(designe -> designe.marche().donneur.equals(donneur))
                .toList();
    }
}
