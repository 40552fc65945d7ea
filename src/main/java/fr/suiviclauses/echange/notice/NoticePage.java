package fr.suiviclauses.echange.notice;

import fr.suiviclauses.referentiel.Libelle;
import java.util.List;

/**
 * The explanation of the files.
 *
 * @param parties of the reprise file
 * @param heures the columns of the file of hours
 * @param suivis the columns of the follow-up file
 */
record NoticePage(List<Partie> parties, List<Colonne> heures, List<Colonne> suivis) {

    /**
     * The columns that describe one thing.
     *
     * @param ancre its place in the page
     * @param cle what tells one from another
     */
    record Partie(String ancre, String titre, String cle, List<Colonne> colonnes) {}

    /**
     * A column.
     *
     * @param presence "Obligatoire", "Avec une personne" or "Facultative"
     * @param codes those it accepts, with their labels; empty: not a code
     * @param valeurs other accepted values, such as the groups of families
     */
    record Colonne(
            String nom,
            String presence,
            boolean obligatoire,
            String contenu,
            String exemple,
            List<? extends Libelle> codes,
            List<String> valeurs) {}
}
