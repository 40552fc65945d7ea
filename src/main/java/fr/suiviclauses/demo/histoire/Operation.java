package fr.suiviclauses.demo.histoire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A large project or programme, with its objective in hours. */
record Operation(String nom, String type, String objectif) {

    static final Operation AUCUNE = new Operation("", "", "");

    static Map<String, Operation> load() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        for (List<String> row : Ressource.rows("operations.csv")) {
            operations.put(row.get(0), new Operation(row.get(0), row.get(1), row.get(2)));
        }
        return operations;
    }
}
