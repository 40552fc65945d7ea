package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every lot its companies, year after year, so that the distinct companies of the followed marchés are exactly
 * the year's number (178 in 2012, 530 in 2021): each new place goes to a company already counted or to another one.
 */
final class PlanEntreprises {

    private static final List<String> IAE = List.of("EI", "EI", "EI", "ACI", "ACI", "AI", "REGIE_QUARTIER");
    private static final List<String> HANDICAP = List.of("ESAT", "EA");

    /** A place to fill; {@code metier} is the trade, {@code type} the kind of company. */
    private record Place(Lot lot, String metier, String type, String role) {}

    private final Alea alea;
    private final Registre registre;
    private final Map<String, List<Entreprise>> connues = new LinkedHashMap<>();

    PlanEntreprises(Registre registre, Alea alea) {
        this.registre = registre;
        this.alea = alea;
    }

    void plan(List<Marche> marches) {
        List<Lot> insertion = lotsWithInsertionPartner(marches);
        for (int annee = 0; annee < Calendrier.ANNEES; annee++) {
            int year = annee;
            Set<Entreprise> actives = new LinkedHashSet<>();
            List<Place> places = new ArrayList<>();
            for (Marche marche :
                    marches.stream().filter(each -> each.suivi(year)).toList()) {
                for (Lot lot : marche.lots) {
                    if (lot.participations.isEmpty()) {
                        places.addAll(places(lot, insertion.indexOf(lot)));
                    }
                    lot.participations.forEach(participation -> actives.add(participation.entreprise()));
                }
            }
            fill(places, actives, ChiffresPublies.ENTREPRISES[annee] - actives.size());
        }
    }

    /** The three private lots on which an insertion company is subcontractor (two) or co-contractor (one). */
    private static List<Lot> lotsWithInsertionPartner(List<Marche> marches) {
        return marches.stream()
                .flatMap(marche -> marche.lots.stream())
                .filter(lot -> lot.marche.donneur.prive() && lot.groupe.travaux())
                .sorted(Comparator.comparing((Lot lot) -> -lot.total()))
                .skip(4)
                .limit(3)
                .toList();
    }

    private List<Place> places(Lot lot, int insertion) {
        String code = lot.groupe.code();
        List<Place> places = new ArrayList<>();
        if (lot.marche.reserve) {
            String type = alea.pick(alea.chance(200) ? HANDICAP : IAE);
            places.add(new Place(lot, type, type, Participation.TITULAIRE));
            return places;
        }
        places.add(new Place(lot, code, "CLASSIQUE", Participation.TITULAIRE));
        if (alea.chance(110)) {
            places.add(new Place(lot, code, "CLASSIQUE", Participation.COTRAITANT));
        }
        if (alea.chance(90)) {
            places.add(new Place(lot, code, "CLASSIQUE", Participation.SOUS_TRAITANT));
        }
        if (insertion >= 0 || (!lot.marche.donneur.prive() && alea.chance(50))) {
            boolean cotraitant = insertion == 2 || (insertion < 0 && alea.chance(250));
            places.add(new Place(lot, "EI", "EI", cotraitant ? Participation.COTRAITANT : Participation.SOUS_TRAITANT));
        }
        return places;
    }

    private void fill(List<Place> places, Set<Entreprise> actives, int newcomers) {
        if (newcomers < 0 || newcomers > places.size()) {
            throw new IllegalStateException(newcomers + " more companies for " + places.size() + " new places");
        }
        Map<String, List<Entreprise>> parMetier = new LinkedHashMap<>();
        connues.forEach((metier, entreprises) -> parMetier.put(
                metier,
                new ArrayList<>(entreprises.stream().filter(actives::contains).toList())));
        List<Place> ordered = new ArrayList<>(places);
        alea.shuffle(ordered);
        ordered.sort(Comparator.comparing((Place place) -> parMetier.containsKey(place.metier())));
        int quota = newcomers;
        int rest = ordered.size();
        for (Place place : ordered) {
            List<Entreprise> counted = parMetier.computeIfAbsent(place.metier(), key -> new ArrayList<>());
            boolean newcomer = alea.below(rest) < quota || !hasOther(counted, place.lot());
            Entreprise entreprise = newcomer ? newcomer(place, actives) : other(counted, place.lot());
            if (newcomer) {
                quota--;
                actives.add(entreprise);
                counted.add(entreprise);
            }
            place.lot().participations.add(new Participation(entreprise, place.role()));
            rest--;
        }
        if (quota != 0) {
            throw new IllegalStateException("companies: " + quota + " left to place");
        }
        places.forEach(place -> place.lot()
                .participations
                .sort(Comparator.comparing((Participation each) -> !each.role().equals(Participation.TITULAIRE))));
    }

    private static boolean hasOther(List<Entreprise> entreprises, Lot lot) {
        return entreprises.stream().anyMatch(each -> !lot.involves(each));
    }

    private Entreprise other(List<Entreprise> entreprises, Lot lot) {
        Entreprise drawn = alea.pick(entreprises);
        while (lot.involves(drawn)) {
            drawn = alea.pick(entreprises);
        }
        return drawn;
    }

    /** A company that comes back after years without a marché, or a new one. */
    private Entreprise newcomer(Place place, Set<Entreprise> actives) {
        List<Entreprise> known = connues.computeIfAbsent(place.metier(), key -> new ArrayList<>());
        List<Entreprise> idle =
                known.stream().filter(each -> !actives.contains(each)).toList();
        if (!idle.isEmpty() && alea.chance(250)) {
            return alea.pick(idle);
        }
        Entreprise created = registre.create(place.metier(), place.type());
        known.add(created);
        return created;
    }
}
