package fr.suiviclauses.echange.format;

/**
 * What an import changes in a record that was already there.
 *
 * @param ligne the first line that says so
 * @param colonne the file's column
 * @param objet what is changed, as a person would name it
 * @param avant the value before, empty when there was none
 * @param apres the value after, empty when it is taken away
 * @param lignes how many lines of the file say so
 */
public record Changement(int ligne, String colonne, String objet, String avant, String apres, int lignes) {}
