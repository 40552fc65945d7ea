package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Families, objects and references: nothing here moves a total, but the 65 families must all have hours in 2021. */
final class Intitules {

    private final Alea alea;
    private final Map<String, List<String>> objets = Ressource.lists("objets.csv");
    private final List<String> lieux = Ressource.lines("lieux.txt");

    Intitules(Alea alea) {
        this.alea = alea;
    }

    void write(List<Marche> marches) {
        nameFamilies(marches);
        for (Marche marche : marches) {
            Groupe groupe = marche.lots.get(0).groupe;
            if (marche.objet.isEmpty()) {
                marche.objet = alea.pick(Objects.requireNonNull(objets.get(groupe.code())))
                        .replace("{lieu}", alea.pick(lieux));
            }
            nameSupplies(marche);
            for (Lot lot : marche.lots) {
                lot.objet = marche.lots.size() == 1 ? marche.objet : "Lot " + lot.numero + " – " + lot.famille;
            }
        }
        numberReferences(marches);
    }

    /** Goes round the families of a group, in proportion to their weights, lots with hours in 2021 first. */
    private void nameFamilies(List<Marche> marches) {
        Map<Groupe, List<Lot>> parGroupe = new LinkedHashMap<>();
        for (Marche marche : marches) {
            for (Lot lot : marche.lots) {
                parGroupe.computeIfAbsent(lot.groupe, key -> new ArrayList<>()).add(lot);
            }
        }
        parGroupe.forEach((groupe, lots) -> {
            List<Lot> ordered = new ArrayList<>(lots);
            ordered.sort(Comparator.comparing((Lot lot) -> lot.heures[Calendrier.Y2021] == 0));
            List<String> round = new ArrayList<>();
            groupe.familles().forEach(famille -> round.add(famille.libelle()));
            int next = 0;
            for (Lot lot : ordered) {
                if (next == round.size()) {
                    round.clear();
                    for (Groupe.Famille famille : groupe.familles()) {
                        for (int i = 0; i < famille.poids(); i++) {
                            round.add(famille.libelle());
                        }
                    }
                    alea.shuffle(round);
                    next = 0;
                }
                lot.famille = round.get(next++);
            }
        });
    }

    /** Supplies stay under 0.4 % of the hours: services print 66 % with or without them. */
    private void nameSupplies(Marche marche) {
        if (marche.objet.startsWith("Fourniture") && marche.lots.get(0).heures[Calendrier.Y2021] < 40000) {
            marche.type = "FOURNITURES";
        }
    }

    private void numberReferences(List<Marche> marches) {
        List<Marche> ordered = new ArrayList<>(marches);
        ordered.sort(Comparator.comparing((Marche marche) -> marche.notification));
        Map<String, Integer> last = new LinkedHashMap<>();
        for (Marche marche : ordered) {
            String series = marche.notification.getYear()
                    + switch (marche.type) {
                        case "TRAVAUX" -> "-TX-";
                        case "FOURNITURES" -> "-FO-";
                        default -> "-SE-";
                    };
            marche.reference = series + String.format(Locale.ROOT, "%04d", last.merge(series, 1, Integer::sum));
        }
    }
}
