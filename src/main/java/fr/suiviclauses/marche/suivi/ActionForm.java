package fr.suiviclauses.marche.suivi;

import static java.util.Objects.requireNonNullElse;

/** Something to do, as typed. */
record ActionForm(String libelle, String echeance, String responsable) {

    ActionForm {
        libelle = requireNonNullElse(libelle, "");
        echeance = requireNonNullElse(echeance, "");
        responsable = requireNonNullElse(responsable, "");
    }
}
