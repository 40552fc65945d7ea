package fr.suiviclauses.controle;

import fr.suiviclauses.commun.grille.Grille;
import java.util.List;

/**
 * All controls: those that found something, with their first records, then those that are clean.
 *
 * @param phrase how many of them found something, and how much
 */
record ControlesPage(String phrase, List<Panneau> panneaux, List<Clair> clairs) {

    ControlesPage {
        panneaux = List.copyOf(panneaux);
        clairs = List.copyOf(clairs);
    }

    /**
     * A control that found something.
     *
     * @param compte "12 lignes"
     * @param complet the first records are all of them
     */
    record Panneau(
            String code, String titre, String pourquoi, String geste, String compte, boolean complet, Grille grille) {}

    record Clair(String code, String titre) {}
}
