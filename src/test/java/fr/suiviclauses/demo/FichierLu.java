package fr.suiviclauses.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A {@code ;} file with quotes, read cell by cell. */
record FichierLu(List<String> entete, List<List<String>> lignes) {

    static FichierLu parse(String text) {
        List<List<String>> lignes = new ArrayList<>();
        List<String> ligne = new ArrayList<>();
        StringBuilder cellule = new StringBuilder();
        Map<String, String> known = new HashMap<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    i++;
                }
                if (c == '"' && !doubled) {
                    quoted = false;
                } else {
                    cellule.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ';' || c == '\n') {
                ligne.add(known.computeIfAbsent(cellule.toString(), Function.identity()));
                cellule.setLength(0);
                if (c == '\n') {
                    lignes.add(ligne);
                    ligne = new ArrayList<>();
                }
            } else if (c != '\r') {
                cellule.append(c);
            }
        }
        return new FichierLu(lignes.get(0), lignes.subList(1, lignes.size()));
    }

    Map<String, Integer> colonnes() {
        Map<String, Integer> colonnes = new HashMap<>();
        for (String colonne : entete) {
            colonnes.put(colonne, colonnes.size());
        }
        return colonnes;
    }
}
