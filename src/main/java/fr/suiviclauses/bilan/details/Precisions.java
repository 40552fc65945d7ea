package fr.suiviclauses.bilan.details;

import fr.suiviclauses.commun.RequeteInvalideException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The precisions of one list, as its address gives them. */
public record Precisions(Map<Precision, String> valeurs) {

    public Precisions {
        EnumMap<Precision, String> copie = new EnumMap<>(Precision.class);
        copie.putAll(valeurs);
        valeurs = Collections.unmodifiableMap(copie);
    }

    /** Reads them; one that means nothing for this list is refused, or its lines would not be those of the figure. */
    static Precisions of(Liste liste, Map<String, String[]> parametres) {
        Map<Precision, String> lues = new EnumMap<>(Precision.class);
        for (Precision precision : Precision.values()) {
            String[] valeurs = parametres.get(precision.parametre());
            if (valeurs == null || (valeurs.length == 1 && valeurs[0].isEmpty())) {
                continue;
            }
            if (valeurs.length > 1 || !liste.accepts(precision) || !precision.knows(valeurs[0])) {
                throw new RequeteInvalideException("La précision « %s » n’a pas de sens pour la liste « %s »."
                        .formatted(precision.parametre(), liste.titre()));
            }
            lues.put(precision, valeurs[0]);
        }
        if (lues.containsKey(Precision.COMPTEES) && lues.size() > 1) {
            throw new RequeteInvalideException("Les heures non comptées se listent sans autre précision.");
        }
        return new Precisions(lues);
    }

    @Nullable
    String valeur(Precision precision) {
        return valeurs.get(precision);
    }

    /** "Diplôme : CAP, BEP · Modalité : GEIQ", empty without any. */
    String phrase() {
        return valeurs.entrySet().stream()
                .map(p -> p.getKey().phrase(p.getValue()))
                .collect(Collectors.joining(" · "));
    }

    /** The parameters of an address, not encoded. */
    Map<String, String> parametres() {
        Map<String, String> parametres = new LinkedHashMap<>();
        Arrays.stream(Precision.values())
                .filter(valeurs::containsKey)
                .forEach(p -> parametres.put(p.parametre(), String.valueOf(valeurs.get(p))));
        return parametres;
    }

    /** Disability and justice are told to facilitators only. */
    boolean sensibles() {
        String critere = valeur(Precision.CRITERE);
        return "TH".equals(critere) || "AUTRE".equals(critere);
    }
}
