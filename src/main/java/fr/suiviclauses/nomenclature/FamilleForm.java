package fr.suiviclauses.nomenclature;

import static java.util.Objects.requireNonNullElse;

/**
 * A purchase family as typed.
 *
 * @param version the version that it was opened on; empty for a new one
 */
record FamilleForm(String nom, String groupe, String version) {

    FamilleForm {
        nom = requireNonNullElse(nom, "");
        groupe = requireNonNullElse(groupe, "");
        version = requireNonNullElse(version, "");
    }
}
