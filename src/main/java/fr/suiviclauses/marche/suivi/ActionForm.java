package fr.suiviclauses.marche.suivi;

import static java.util.Objects.requireNonNullElse;

/**
 * Something to do, as typed.
 *
 * @param version the version that it was opened on; empty for a new one
 */
record ActionForm(String libelle, String echeance, String responsable, String version) {

    ActionForm {
        libelle = requireNonNullElse(libelle, "");
        echeance = requireNonNullElse(echeance, "");
        responsable = requireNonNullElse(responsable, "");
        version = requireNonNullElse(version, "");
    }

    /** A new one, for whoever opens it. */
    static ActionForm of(long responsable) {
        return new ActionForm("", "", Long.toString(responsable), "");
    }
}
