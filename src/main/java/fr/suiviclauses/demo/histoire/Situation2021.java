package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The criteria and diplomas of the 1 434 people of 2021, with exactly the printed numbers: 2 255 criteria, each person
 * having one at least.
 */
final class Situation2021 {

    /** People with one of the two young criteria: 34 % of 1 434; 279 + 212 less the seven who have both. */
    private static final int JEUNES = 484;

    private static final int JEUNES_AUX_DEUX_CRITERES = 7;

    private record Profil(Personne personne, Entree entree, int age, boolean iae, boolean handicap) {

        boolean sans(Critere critere) {
            return !entree.criteres.contains(critere);
        }

        boolean nu() {
            return entree.criteres.isEmpty();
        }
    }

    private final Alea alea;
    private final List<Profil> profils = new ArrayList<>();

    Situation2021(Alea alea) {
        this.alea = alea;
    }

    void add(Personne personne, Entree entree) {
        boolean iae = false;
        boolean handicap = false;
        for (Contrat contrat : personne.contrats.keySet()) {
            if (contrat.derniereAnnee() == Calendrier.Y2021) {
                iae |= contrat.modalite.iae();
                handicap |= contrat.modalite.handicap();
            }
        }
        profils.add(new Profil(personne, entree, personne.age(entree), iae, handicap));
    }

    void choose() {
        alea.shuffle(profils);
        chooseYoung();
        give(Critere.SENIOR_50, profil -> profil.age() >= 50, profil -> true);
        give(
                Critere.FEMME_REPRISE,
                profil -> profil.personne().sexe.equals("F") && profil.age() >= 26,
                profil -> profil.age() >= 30);
        give(Critere.TH, profil -> true, Profil::handicap);
        give(
                Critere.QPV_EN_DIFFICULTE,
                profil -> true,
                profil -> profil.entree().qpv.equals("OUI") && alea.chance(640));
        give(Critere.AUTRE, profil -> true, profil -> profil.nu() && profil.age() < 50);
        give(Critere.SUIVI_IAE, profil -> true, profil -> profil.iae() && alea.chance(900));
        give(Critere.RSA_MINIMA_SOCIAUX, profil -> profil.age() >= 25, profil -> profil.nu() && alea.chance(400));
        give(Critere.DELD, profil -> profil.nu() || profil.age() >= 20, Profil::nu);
        if (profils.stream().anyMatch(Profil::nu)) {
            throw new IllegalStateException("people of 2021 without any criterion");
        }
        chooseDiplomas();
    }

    private void chooseYoung() {
        List<Profil> jeunes = profils.stream()
                .filter(profil -> profil.age() < 26)
                .limit(JEUNES)
                .toList();
        int sansQualification = Critere.JEUNE_SANS_QUALIFICATION.effectif2021;
        for (int i = 0; i < jeunes.size(); i++) {
            if (i < sansQualification) {
                jeunes.get(i).entree().criteres.add(Critere.JEUNE_SANS_QUALIFICATION);
            }
            if (i >= sansQualification - JEUNES_AUX_DEUX_CRITERES) {
                jeunes.get(i).entree().criteres.add(Critere.JEUNE_SANS_EXPERIENCE);
            }
        }
    }

    /** To exactly as many people as printed, the preferred ones first. */
    private void give(Critere critere, Predicate<Profil> possible, Predicate<Profil> preferred) {
        List<Profil> candidates = new ArrayList<>(profils.stream()
                .filter(profil -> profil.sans(critere))
                .filter(possible)
                .toList());
        alea.shuffle(candidates);
        List<Profil> first = candidates.stream().filter(preferred).toList();
        List<Profil> ordered = new ArrayList<>(first);
        candidates.stream().filter(profil -> !first.contains(profil)).forEach(ordered::add);
        if (ordered.size() < critere.effectif2021) {
            throw new IllegalStateException("too few people for " + critere);
        }
        ordered.stream()
                .limit(critere.effectif2021)
                .forEach(profil -> profil.entree().criteres.add(critere));
    }

    /** Low diplomas to the unqualified first, no degree to those too young for it. */
    private void chooseDiplomas() {
        List<Diplome> reste = new ArrayList<>();
        for (Diplome diplome : Diplome.values()) {
            for (int i = 0; i < diplome.effectif2021; i++) {
                reste.add(diplome);
            }
        }
        alea.shuffle(reste);
        List<Profil> ordered = new ArrayList<>(profils);
        ordered.sort(Comparator.comparing((Profil profil) -> profil.sans(Critere.JEUNE_SANS_QUALIFICATION))
                .thenComparing(profil -> profil.age() >= 23));
        for (Profil profil : ordered) {
            boolean unqualified = !profil.sans(Critere.JEUNE_SANS_QUALIFICATION);
            Diplome highest = !unqualified ? Diplome.ETRANGER : alea.chance(550) ? Diplome.DNB : Diplome.CAP_BEP;
            Diplome diplome = reste.stream()
                    .filter(each -> each.compareTo(highest) >= 0 && each.open(profil.age()))
                    .findFirst()
                    .orElseGet(() -> reste.get(0));
            reste.remove(diplome);
            profil.entree().diplome = diplome.name();
        }
    }
}
