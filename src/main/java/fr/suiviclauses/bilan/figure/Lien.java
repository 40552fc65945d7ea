package fr.suiviclauses.bilan.figure;

/**
 * A link of a row of links.
 *
 * @param courant it leads to what is already shown
 */
public record Lien(String libelle, String adresse, boolean courant) {

    public static Lien vers(String libelle, String adresse) {
        return new Lien(libelle, adresse, false);
    }
}
