package fr.suiviclauses.nomenclature;

import static java.util.Objects.requireNonNullElse;

/** A parameter's value from a date on, as typed. */
record ParametreForm(String date, String valeur) {

    ParametreForm {
        date = requireNonNullElse(date, "");
        valeur = requireNonNullElse(valeur, "");
    }
}
