package fr.suiviclauses.entreprise;

import static java.util.Objects.requireNonNullElse;

/**
 * A company as typed.
 *
 * @param sirets one a line
 * @param version the version that it was opened on; empty for a new one
 * @param avant its establishments as the form was opened on them, in words; empty: unknown
 * @param distinct "oui" once the likely twins were seen and are others
 */
record EntrepriseForm(
        String nom, String siren, String type, String sirets, String version, String avant, String distinct) {

    EntrepriseForm {
        nom = requireNonNullElse(nom, "");
        siren = requireNonNullElse(siren, "");
        type = requireNonNullElse(type, "");
        sirets = requireNonNullElse(sirets, "");
        version = requireNonNullElse(version, "");
        avant = requireNonNullElse(avant, "");
        distinct = requireNonNullElse(distinct, "");
    }

    static EntrepriseForm vide() {
        return new EntrepriseForm("", "", "CLASSIQUE", "", "", "", "");
    }
}
