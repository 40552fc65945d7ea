package fr.suiviclauses.donneurordre;

import static java.util.Objects.requireNonNullElse;

/** A charter as typed; without dates it holds for every year. */
record CharteForm(String charte, String debut, String fin) {

    CharteForm {
        charte = requireNonNullElse(charte, "");
        debut = requireNonNullElse(debut, "");
        fin = requireNonNullElse(fin, "");
    }
}
