package fr.suiviclauses.echange.notice;

import java.util.List;

/**
 * Where the file of a month's hours is made ready.
 *
 * @param perimetre whose contracts the template holds, in a French sentence
 * @param annees and mois: what may be chosen
 */
record ModeleHeuresPage(String perimetre, List<Choix> annees, List<Choix> mois, String annee, String moisCourant) {

    /** A year or a month. */
    record Choix(String code, String libelle) {}
}
