package fr.suiviclauses.donneurordre;

import static java.util.Objects.requireNonNullElse;

/**
 * A buyer as typed.
 *
 * @param sirets one a line
 * @param version the version that it was opened on; empty for a new one
 * @param avant its establishments as the form was opened on them, in words; empty: unknown
 * @param distinct "oui" once the likely twins were seen and are someone else
 */
record DonneurOrdreForm(String nom, String nature, String sirets, String version, String avant, String distinct) {

    DonneurOrdreForm {
        nom = requireNonNullElse(nom, "");
        nature = requireNonNullElse(nature, "");
        sirets = requireNonNullElse(sirets, "");
        version = requireNonNullElse(version, "");
        avant = requireNonNullElse(avant, "");
        distinct = requireNonNullElse(distinct, "");
    }

    static DonneurOrdreForm vide() {
        return new DonneurOrdreForm("", "", "", "", "", "");
    }
}
