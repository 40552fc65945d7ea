package fr.suiviclauses.accueil;

import java.util.List;

/**
 * What is to be done of one kind: how much, the first lines, and where the rest is.
 *
 * @param code stable, for its place on the page
 * @param compte "12 déclarations"; empty: nothing to do
 * @param explication what counts
 * @param vide what to say where there is nothing
 * @param adresse where all of it is; empty: its lines are all there is to show
 */
record Panneau(
        String code,
        String titre,
        String compte,
        String explication,
        List<Ligne> lignes,
        String vide,
        String adresse,
        String libelleAdresse) {

    Panneau {
        lignes = List.copyOf(lignes);
    }

    /**
     * One thing to do.
     *
     * @param presse it is late, or soon will be
     * @param adresse where it is settled
     */
    record Ligne(String texte, String detail, String mesure, boolean presse, String adresse) {}
}
