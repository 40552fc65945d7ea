package fr.suiviclauses.beneficiaire.entree;

import static java.util.Objects.requireNonNullElse;

/** A longer window as typed: its last day, and why. */
record ProlongationForm(String fin, String motif) {

    ProlongationForm {
        fin = requireNonNullElse(fin, "");
        motif = requireNonNullElse(motif, "");
    }
}
