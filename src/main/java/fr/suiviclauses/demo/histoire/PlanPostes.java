package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The hours and the number of marchés of every buyer × group × reserved cell. The other buyers follow their profile;
 * the metropolis, almost half of the hours, takes what is missing to each printed total.
 */
final class PlanPostes {

    /** The metropolis's reserved purchases: group, weight in hours, marchés in 2021 (18 of the printed 30). */
    private static final List<Reserve> RESERVES = List.of(
            new Reserve("NET", 43, 7),
            new Reserve("DEC", 40, 6),
            new Reserve("EV", 6, 2),
            new Reserve("PI", 7, 2),
            new Reserve("EAU", 4, 1));

    private record Reserve(String groupe, int poids, int marches) {}

    private final Map<String, Groupe> groupes;
    private final List<Donneur> donneurs;
    private final List<MarchesDesignes.Designe> designes;
    private final HeuresDonneurs heures;
    private final Alea alea;
    private final List<Poste> postes = new ArrayList<>();

    PlanPostes(
            Map<String, Groupe> groupes,
            List<Donneur> donneurs,
            List<MarchesDesignes.Designe> designes,
            HeuresDonneurs heures,
            Alea alea) {
        this.groupes = groupes;
        this.donneurs = donneurs;
        this.designes = designes;
        this.heures = heures;
        this.alea = alea;
    }

    List<Poste> plan() {
        donneurs.forEach(this::planProfil);
        planMetropole();
        return postes;
    }

    private void planProfil(Donneur donneur) {
        List<Donneur.Achat> profil = donneur.profil();
        List<Poste> siens = profil.stream()
                .map(achat -> new Poste(donneur, achat.groupe(), achat.reserve()))
                .toList();
        for (int annee = donneur.premiereAnnee(); annee < Calendrier.ANNEES && !siens.isEmpty(); annee++) {
            long[] poids = new long[profil.size()];
            for (int i = 0; i < poids.length; i++) {
                poids[i] = profil.get(i).poids() * (annee == Calendrier.Y2021 ? 1000L : alea.between(850, 1150));
                siens.get(i).marches[annee] = grown(profil.get(i).marches(), annee);
            }
            long[] parts = Repartition.splitHours(heures.reste(donneur, annee), poids);
            for (int i = 0; i < parts.length; i++) {
                siens.get(i).heures[annee] = parts[i];
            }
        }
        postes.addAll(siens);
    }

    /** From 55 % of the number of 2021 in 2012, in a straight line. */
    private static int grown(int marches2021, int annee) {
        return Math.max(1, (marches2021 * (550 + 50 * annee) + 999) / 1000);
    }

    private void planMetropole() {
        Donneur metropole = donneurs.stream()
                .filter(donneur -> donneur.est(Donneur.METROPOLE))
                .findFirst()
                .orElseThrow();
        List<Poste> reserves = RESERVES.stream()
                .map(reserve -> new Poste(metropole, groupe(reserve.groupe()), true))
                .toList();
        List<Poste> ordinaires = groupes.values().stream()
                .map(groupe -> new Poste(metropole, groupe, false))
                .toList();
        for (int annee = 0; annee < Calendrier.ANNEES; annee++) {
            fillReserves(reserves, annee);
            fillOrdinaires(ordinaires, reserves, annee);
            countMarches(ordinaires, reserves, annee);
        }
        postes.addAll(reserves);
        postes.addAll(ordinaires);
    }

    private void fillReserves(List<Poste> reserves, int annee) {
        long vises = annee == Calendrier.Y2021
                ? (long) ChiffresPublies.HEURES_RESERVEES_2021 * Repartition.HEURE
                : Groupe.total(annee) / 1000 * ChiffresPublies.PART_RESERVEE[annee];
        for (Poste poste : postes) {
            vises -= poste.reserve ? poste.heures[annee] : 0;
        }
        long[] parts = Repartition.splitHours(
                vises, RESERVES.stream().mapToLong(Reserve::poids).toArray());
        for (int i = 0; i < parts.length; i++) {
            reserves.get(i).heures[annee] = parts[i];
            reserves.get(i).marches[annee] = grown(RESERVES.get(i).marches(), annee);
        }
    }

    /** Each group's total less what the others and the reserved marchés give; a year not printed may bend. */
    private void fillOrdinaires(List<Poste> ordinaires, List<Poste> reserves, int annee) {
        long reste = heures.heures(ordinaires.get(0).donneur, annee);
        for (Poste reserve : reserves) {
            reste -= reserve.heures[annee];
        }
        Poste largest = ordinaires.get(0);
        for (Poste poste : ordinaires) {
            long missing = poste.groupe.heures(annee, Groupe.total(annee)) / Repartition.HEURE * Repartition.HEURE;
            missing -= listed(poste.groupe, annee);
            for (Poste autre : postes) {
                missing -= autre.groupe.equals(poste.groupe) ? autre.heures[annee] : 0;
            }
            for (Poste autre : reserves) {
                missing -= autre.groupe.equals(poste.groupe) ? autre.heures[annee] : 0;
            }
            if (missing < 0 && annee == Calendrier.Y2021) {
                throw new IllegalStateException("2021: the metropolis lacks hours in " + poste.groupe.libelle());
            }
            poste.heures[annee] = Math.max(0, missing);
            reste -= poste.heures[annee];
        }
        largest.heures[annee] += reste;
        if (largest.heures[annee] < 0) {
            throw new IllegalStateException("the metropolis has no room in year " + annee);
        }
    }

    private long listed(Groupe groupe, int annee) {
        return designes.stream()
                .flatMap(designe -> designe.marche().lots.stream())
                .filter(lot -> lot.groupe.equals(groupe))
                .mapToLong(lot -> lot.heures[annee])
                .sum();
    }

    /** The metropolis's marchés make up the year's number, at least three in each group it buys from. */
    private void countMarches(List<Poste> ordinaires, List<Poste> reserves, int annee) {
        int reste = ChiffresPublies.MARCHES[annee];
        for (Poste poste : postes) {
            reste -= poste.marches[annee];
        }
        for (Poste poste : reserves) {
            reste -= poste.marches[annee];
        }
        for (MarchesDesignes.Designe designe : designes) {
            reste -= designe.marche().suivi(annee) ? 1 : 0;
        }
        long[] poids =
                ordinaires.stream().mapToLong(poste -> poste.heures[annee]).toArray();
        int least = 3;
        int floor = 0;
        for (long each : poids) {
            floor += each > 0 ? least : 0;
        }
        long[] parts = Repartition.split(reste - floor, poids);
        for (int i = 0; i < parts.length; i++) {
            ordinaires.get(i).marches[annee] = (int) parts[i] + (poids[i] > 0 ? least : 0);
        }
    }

    private Groupe groupe(String code) {
        return Objects.requireNonNull(groupes.get(code), code);
    }
}
