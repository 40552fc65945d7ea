package fr.suiviclauses.bilan.figure;

/**
 * What a figure means, behind its "?".
 *
 * @param titre the figure's name, so that the question mark reads "Définition : …"
 */
public record Explication(String titre, String texte) {}
