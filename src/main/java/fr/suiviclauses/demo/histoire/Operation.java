package fr.suiviclauses.demo.histoire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A large project or programme, with its objective in hours.
 *
 * @param depuis first year of notification of its marchés, or empty when these are listed
 * @param mots what their objects speak of
 */
record Operation(String nom, String type, String objectif, String depuis, List<String> mots) {

    static final Operation AUCUNE = new Operation("", "", "", "", List.of());

    static Map<String, Operation> load() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        for (List<String> row : Ressource.rows("operations.csv")) {
            operations.put(
                    row.get(0),
                    new Operation(
                            row.get(0),
                            row.get(1),
                            row.get(2),
                            row.get(3),
                            List.of(row.get(4).split("\\|", -1))));
        }
        return operations;
    }

    /** Whether a building site of the city belongs to it by its object. */
    boolean covers(Marche marche) {
        return !depuis.isEmpty()
                && marche.donneur.lieux().isEmpty()
                && marche.lots.get(0).groupe.travaux()
                && marche.notification.getYear() >= Integer.parseInt(depuis)
                && mots.stream().anyMatch(marche.objet::contains);
    }
}
