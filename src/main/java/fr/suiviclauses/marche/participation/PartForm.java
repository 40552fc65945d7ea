package fr.suiviclauses.marche.participation;

import static java.util.Objects.requireNonNullElse;

/**
 * A company's share as typed.
 *
 * @param version the version that it was opened on
 */
record PartForm(String part, String version) {

    PartForm {
        part = requireNonNullElse(part, "");
        version = requireNonNullElse(version, "");
    }
}
