package fr.suiviclauses.proprietes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a structure brings: the rows of its reprise file and of its follow-up file. */
record Histoire(List<Ligne> lignes, List<Suivi> suivis) {

    Histoire {
        lignes = List.copyOf(lignes);
        suivis = List.copyOf(suivis);
    }

    /** A file without quoted cells, as the worked example is. */
    static Histoire parse(String csv) {
        List<Ligne> lignes = new ArrayList<>();
        List<String> colonnes = List.of();
        for (String texte : csv.lines().toList()) {
            List<String> cellules = List.of(texte.split(";", -1));
            if (colonnes.isEmpty()) {
                colonnes = cellules;
                continue;
            }
            Map<String, String> parColonne = new LinkedHashMap<>();
            for (int i = 0; i < colonnes.size(); i++) {
                parColonne.put(colonnes.get(i), cellules.get(i));
            }
            lignes.add(new Ligne(parColonne));
        }
        return new Histoire(lignes, List.of());
    }

    byte[] reprise() {
        StringBuilder csv = new StringBuilder(String.join(";", Ligne.COLONNES)).append("\r\n");
        for (Ligne ligne : lignes) {
            csv.append(String.join(
                            ";",
                            Ligne.COLONNES.stream()
                                    .map(ligne::texte)
                                    .map(Histoire::quoted)
                                    .toList()))
                    .append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] fichierSuivi() {
        StringBuilder csv = new StringBuilder("beneficiaire_ref;cohorte;jalon;situation;date\r\n");
        for (Suivi suivi : suivis) {
            csv.append(String.join(
                            ";",
                            suivi.beneficiaireRef(),
                            String.valueOf(suivi.cohorte()),
                            String.valueOf(suivi.jalon()),
                            suivi.situation(),
                            ""))
                    .append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cellule) {
        return cellule.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cellule.replace("\"", "\"\"") + '"'
                : cellule;
    }
}
