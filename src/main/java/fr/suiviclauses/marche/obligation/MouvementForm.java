package fr.suiviclauses.marche.obligation;

import static java.util.Objects.requireNonNullElse;

/**
 * A movement as typed.
 *
 * @param heures signed; empty for an order whose hours follow from its amount
 * @param mouvements how many the lot had when the form was opened
 */
record MouvementForm(String nature, String dateEffet, String heures, String montant, String motif, String mouvements) {

    MouvementForm {
        nature = requireNonNullElse(nature, "");
        dateEffet = requireNonNullElse(dateEffet, "");
        heures = requireNonNullElse(heures, "");
        montant = requireNonNullElse(montant, "");
        motif = requireNonNullElse(motif, "");
        mouvements = requireNonNullElse(mouvements, "");
    }
}
