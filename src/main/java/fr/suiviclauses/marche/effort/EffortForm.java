package fr.suiviclauses.marche.effort;

import static java.util.Objects.requireNonNullElse;

/**
 * What the calculator is asked, as typed, and the value retained.
 *
 * @param mode FORMULE, or COMMANDES for an accord-cadre
 * @param heures the contractual value, proposed and editable
 * @param mouvements how many the lot's obligation had when the page was opened
 */
record EffortForm(
        String mode,
        String montant,
        String part,
        String taux,
        String cout,
        String euros,
        String heures,
        String dateEffet,
        String mouvements) {

    EffortForm {
        mode = requireNonNullElse(mode, "").equals("COMMANDES") ? "COMMANDES" : "FORMULE";
        montant = requireNonNullElse(montant, "");
        part = requireNonNullElse(part, "");
        taux = requireNonNullElse(taux, "");
        cout = requireNonNullElse(cout, "");
        euros = requireNonNullElse(euros, "");
        heures = requireNonNullElse(heures, "");
        dateEffet = requireNonNullElse(dateEffet, "");
        mouvements = requireNonNullElse(mouvements, "");
    }

    /** Nothing was asked yet. */
    boolean vide() {
        return montant.isEmpty() && part.isEmpty() && taux.isEmpty() && cout.isEmpty() && euros.isEmpty();
    }

    boolean commandes() {
        return mode.equals("COMMANDES");
    }

    /** An accord-cadre begins with what the lot says of it. */
    EffortForm ofOrders(String eurosDuLot) {
        return new EffortForm("COMMANDES", montant, part, taux, cout, eurosDuLot, heures, dateEffet, mouvements);
    }

    /** With the value that may be retained. */
    EffortForm proposing(String proposees, String date, String presents) {
        return new EffortForm(mode, montant, part, taux, cout, euros, proposees, date, presents);
    }
}
