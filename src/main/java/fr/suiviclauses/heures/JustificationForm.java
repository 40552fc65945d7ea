package fr.suiviclauses.heures;

import static java.util.Objects.requireNonNullElse;

/**
 * Why a month is so long, as typed.
 *
 * @param etat the month's hours as they were when the page was opened, see {@link MoisPersonne#etat}
 */
record JustificationForm(String justification, String etat) {

    JustificationForm {
        justification = requireNonNullElse(justification, "");
        etat = requireNonNullElse(etat, "");
    }
}
