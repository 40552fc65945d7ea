package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Families, objects and references: nothing here moves a total, but the 65 families must all have hours in 2021. */
final class Intitules {

    /** Supplies stay under 0.4 % of the hours: services print 66 % with or without them. */
    private static final String FOURNITURES = "Fourniture d'équipements et de mobilier";

    private final Alea alea;
    private final List<Operation> operations = List.copyOf(Operation.load().values());
    private final List<Objet> objets = Objet.load();
    private final List<String> lieux = Ressource.lines("lieux.txt");

    Intitules(Alea alea) {
        this.alea = alea;
    }

    void write(List<Marche> marches) {
        nameFamilies(marches);
        for (Marche marche : marches) {
            Lot premier = marche.lots.get(0);
            if (marche.objet.isEmpty()) {
                List<Objet> possibles =
                        objets.stream().filter(objet -> objet.suits(marche)).toList();
                boolean ville = marche.donneur.ville();
                List<String> siens = ville ? lieux : marche.donneur.lieux();
                marche.objet = alea.pick(possibles).at(alea.pick(siens), ville);
                joinOperation(marche);
            }
            if (premier.famille.equals(FOURNITURES) && marche.lots.size() == 1) {
                marche.type = "FOURNITURES";
            }
            for (Lot lot : marche.lots) {
                lot.objet = marche.lots.size() == 1 ? marche.objet : "Lot " + lot.numero + " – " + lot.famille;
            }
        }
        numberReferences(marches);
    }

    private void joinOperation(Marche marche) {
        for (Operation operation : operations) {
            if (operation.covers(marche)) {
                marche.operation = operation.nom();
                return;
            }
        }
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
            List<Groupe.Famille> round = new ArrayList<>(groupe.familles());
            for (Lot lot : ordered) {
                if (round.stream().noneMatch(famille -> famille.suits(lot.marche.donneur))) {
                    addRound(round, groupe);
                }
                lot.famille = take(round, lot.marche);
            }
        });
    }

    private void addRound(List<Groupe.Famille> round, Groupe groupe) {
        List<Groupe.Famille> next = new ArrayList<>();
        for (Groupe.Famille famille : groupe.familles()) {
            next.addAll(Collections.nCopies(famille.poids(), famille));
        }
        alea.shuffle(next);
        round.addAll(next);
    }

    /** The next family that suits the buyer, if possible one that no other lot of the marché has. */
    private static String take(List<Groupe.Famille> round, Marche marche) {
        List<Groupe.Famille> suiting =
                round.stream().filter(famille -> famille.suits(marche.donneur)).toList();
        Groupe.Famille taken = suiting.stream()
                .filter(famille -> marche.lots.stream().noneMatch(lot -> lot.famille.equals(famille.libelle())))
                .findFirst()
                .orElseGet(() -> suiting.get(0));
        round.remove(taken);
        return taken.libelle();
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
