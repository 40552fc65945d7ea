package fr.suiviclauses.marche.operation;

import static java.util.Objects.requireNonNullElse;

/**
 * An operation as typed.
 *
 * @param version the version that it was opened on; empty for a new one
 */
record OperationForm(String nom, String type, String objectif, String version) {

    OperationForm {
        nom = requireNonNullElse(nom, "");
        type = requireNonNullElse(type, "");
        objectif = requireNonNullElse(objectif, "");
        version = requireNonNullElse(version, "");
    }
}
