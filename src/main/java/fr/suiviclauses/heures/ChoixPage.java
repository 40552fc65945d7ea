package fr.suiviclauses.heures;

import fr.suiviclauses.heures.CiblesLecture.Choix;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What hours may be entered for: marchés, companies, operations, facilitateurs. */
record ChoixPage(int annee, String q, List<Groupe> groupes) {

    ChoixPage {
        groupes = List.copyOf(groupes);
    }

    record Groupe(String titre, List<Lien> liens) {}

    record Lien(String libelle, @Nullable String detail, String adresse) {}

    static ChoixPage of(FiltreHeures filtre, String q, Map<String, List<Choix>> choix) {
        return new ChoixPage(
                filtre.annee(),
                q,
                choix.entrySet().stream()
                        .map(groupe -> new Groupe(
                                title(groupe.getKey()),
                                groupe.getValue().stream()
                                        .map(c -> new Lien(
                                                c.libelle(),
                                                c.detail(),
                                                "/heures?annee=" + filtre.annee() + "&" + c.cible() + "=" + c.id()))
                                        .toList()))
                        .toList());
    }

    private static String title(String cible) {
        return switch (cible) {
            case "marche" -> "Marchés";
            case "entreprise" -> "Entreprises";
            case "operation" -> "Opérations";
            default -> "Facilitateurs";
        };
    }
}
