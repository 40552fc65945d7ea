package fr.suiviclauses.contact;

import static java.util.Objects.requireNonNullElse;

/** A contact as typed. */
record ContactForm(String nom, String fonction, String courriel, String telephone, String debut, String fin) {

    ContactForm {
        nom = requireNonNullElse(nom, "");
        fonction = requireNonNullElse(fonction, "");
        courriel = requireNonNullElse(courriel, "");
        telephone = requireNonNullElse(telephone, "");
        debut = requireNonNullElse(debut, "");
        fin = requireNonNullElse(fin, "");
    }

    static ContactForm vide() {
        return new ContactForm("", "", "", "", "", "");
    }
}
