package fr.suiviclauses.contact;

import static java.util.Objects.requireNonNullElse;

/**
 * A contact as typed.
 *
 * @param version the version that it was opened on; empty for a new one
 */
record ContactForm(
        String nom, String fonction, String courriel, String telephone, String debut, String fin, String version) {

    ContactForm {
        nom = requireNonNullElse(nom, "");
        fonction = requireNonNullElse(fonction, "");
        courriel = requireNonNullElse(courriel, "");
        telephone = requireNonNullElse(telephone, "");
        debut = requireNonNullElse(debut, "");
        fin = requireNonNullElse(fin, "");
        version = requireNonNullElse(version, "");
    }

    static ContactForm vide() {
        return new ContactForm("", "", "", "", "", "", "");
    }
}
