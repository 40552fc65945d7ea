package fr.suiviclauses.suivi;

import static java.util.Objects.requireNonNullElse;

/**
 * An answer as its row sends it.
 *
 * @param date when she answered; empty: today
 * @param avant the situation that the row showed, empty for none: an answer given meanwhile is not overwritten unseen
 * @param retour the query of the page to come back to
 */
record SuiviForm(
        String beneficiaire, String cohorte, String jalon, String situation, String date, String avant, String retour) {

    SuiviForm {
        beneficiaire = requireNonNullElse(beneficiaire, "");
        cohorte = requireNonNullElse(cohorte, "");
        jalon = requireNonNullElse(jalon, "");
        situation = requireNonNullElse(situation, "");
        date = requireNonNullElse(date, "");
        avant = requireNonNullElse(avant, "");
        retour = requireNonNullElse(retour, "");
        if (!retour.matches("[A-Za-z0-9_&=]{0,200}")) retour = "";
    }
}
