package fr.suiviclauses.proprietes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a structure may have imported before its final file: fewer rows, and other values where the final one has some. */
final class Brouillon {

    private static final Map<String, String> OTHER_VALUES = Map.ofEntries(
            Map.entry("donneur_ordre_nature", "PRIVE"),
            Map.entry("marche_type", "FOURNITURES"),
            Map.entry("marche_fin", "31/12/2024"),
            Map.entry("operation_objectif", "12,5"),
            Map.entry("clauses", "VOLONTAIRE|RESERVE_ESS"),
            Map.entry("obligation", "77"),
            Map.entry("sexe", "H"),
            Map.entry("metropole", "NON"),
            Map.entry("qpv", "OUI"),
            Map.entry("diplome", "BAC"),
            Map.entry("criteres", "TH|DELD"),
            Map.entry("prescripteur", "Autre"),
            Map.entry("heures", "1,25"),
            Map.entry("statut", "DECLAREE"));

    private Brouillon() {}

    /**
     * The final history with every date of entry written out: a blank one means the only entry so far, which more rows
     * may change.
     */
    static Histoire dated(Histoire histoire) {
        Faits faits = new Faits(histoire);
        Map<String, LocalDate> only = new HashMap<>();
        faits.personnes.forEach(p -> only.put(p.cle(), p.entrees().firstKey()));
        List<Ligne> lignes = new ArrayList<>();
        for (Ligne ligne : histoire.lignes()) {
            Map<String, String> cells = new HashMap<>(ligne.cellules());
            if (!ligne.sansPersonne() && ligne.estVide("entree")) {
                cells.put("entree", String.valueOf(only.get(Faits.personneKey(ligne))));
            }
            lignes.add(new Ligne(cells));
        }
        return new Histoire(lignes, histoire.suivis());
    }

    static Histoire of(Histoire complete, long seed) {
        Hasard hasard = new Hasard(seed * 17 + 3);
        Map<String, String> changes = new HashMap<>(OTHER_VALUES);
        changes.keySet().removeIf(colonne -> hasard.chance(40));
        List<Ligne> lignes = new ArrayList<>();
        for (Ligne ligne : complete.lignes()) {
            if (hasard.chance(60)) {
                Map<String, String> cells = new HashMap<>(ligne.cellules());
                cells.replaceAll(
                        (colonne, valeur) -> valeur.isEmpty() ? valeur : changes.getOrDefault(colonne, valeur));
                lignes.add(new Ligne(cells));
            }
        }
        return new Histoire(lignes, List.of());
    }
}
