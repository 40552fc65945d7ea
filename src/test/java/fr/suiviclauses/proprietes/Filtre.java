package fr.suiviclauses.proprietes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters of an address, by parameter name; they select lots. */
record Filtre(Map<String, String> parametres) {

    static final Filtre AUCUN = new Filtre(Map.of());

    Filtre {
        parametres = Map.copyOf(parametres);
    }

    static Filtre of(String parametre, String valeur) {
        return new Filtre(Map.of(parametre, valeur));
    }

    Filtre and(String parametre, String valeur) {
        Map<String, String> all = new LinkedHashMap<>(parametres);
        all.put(parametre, valeur);
        return new Filtre(all);
    }

    boolean selects(Faits.Lot lot) {
        Faits.Marche marche = lot.marche();
        Faits.Operation operation = marche.operation();
        return matches("nature", marche.donneur().nature())
                && matches("donneurOrdre", marche.donneur().nom())
                && matches("operation", operation == null ? null : operation.nom())
                && matches("groupe", lot.groupe())
                && matches("type", marche.type())
                && (!parametres.containsKey("clause") || lot.clauses().contains(parametres.get("clause")));
    }

    private boolean matches(String parametre, @Nullable String valeur) {
        String voulu = parametres.get(parametre);
        return voulu == null || voulu.equals(valeur);
    }
}
