package fr.suiviclauses.donneurordre;

import static java.util.Objects.requireNonNullElse;

/**
 * A charter as typed; without dates it holds for every year.
 *
 * @param version the version that it was opened on; empty for a new one
 */
record CharteForm(String charte, String debut, String fin, String version) {

    CharteForm {
        charte = requireNonNullElse(charte, "");
        debut = requireNonNullElse(debut, "");
        fin = requireNonNullElse(fin, "");
        version = requireNonNullElse(version, "");
    }

    static CharteForm vide() {
        return new CharteForm("", "", "", "");
    }
}
