package fr.suiviclauses.proprietes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One address of the bilan: a year, alone or as the end of a period, and filters. */
record Question(int annee, @Nullable Integer depuis, Filtre filtre) {

    static Question year(int annee) {
        return new Question(annee, null, Filtre.AUCUN);
    }

    int debut() {
        return depuis == null ? annee : depuis;
    }

    /** As in the address. */
    Map<String, String> parametres() {
        return depuis == null
                ? filtre.parametres()
                : filtre.and("depuis", depuis.toString()).parametres();
    }

    boolean isOneYear() {
        return debut() == annee;
    }
}
