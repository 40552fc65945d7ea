package fr.suiviclauses.bilan.figure;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a table, as it is read.
 *
 * @param adresse the records behind it
 * @param sens −1, 0, 1: an evolution goes down, nowhere, up
 */
public record Cellule(String texte, @Nullable String adresse, int sens) {

    public static final Cellule VIDE = new Cellule("", null, 0);

    public static Cellule of(String texte) {
        return new Cellule(texte, null, 0);
    }

    public static Cellule lien(String texte, String adresse) {
        return new Cellule(texte, adresse, 0);
    }

    public static Cellule evolution(String texte, int sens) {
        return new Cellule(texte, null, sens);
    }

    public boolean vide() {
        return texte.isEmpty();
    }
}
