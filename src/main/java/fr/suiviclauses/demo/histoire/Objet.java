package fr.suiviclauses.demo.histoire;

import java.util.List;

/**
 * A model of what a marché is about.
 *
 * @param objetDe a family, or the code of a group for building sites, whose lots belong to several families
 * @param situation how the city's places are named in it
 * @param forme said between brackets, or empty
 * @param pour VILLE: only the city buys it; AUTRES: only the others; TOUS
 */
record Objet(String objetDe, String sujet, String situation, String forme, String pour) {

    static List<Objet> load() {
        return Ressource.rows("objets.csv").stream()
                .map(row -> new Objet(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
                .toList();
    }

    boolean suits(Marche marche) {
        Lot premier = marche.lots.get(0);
        String cle = premier.groupe.travaux() ? premier.groupe.code() : premier.famille;
        return objetDe.equals(cle) && !pour.equals(marche.donneur.ville() ? "AUTRES" : "VILLE");
    }

    /** At a place of the city, or at one of the buyer's own. */
    String at(String lieu, boolean ville) {
        String place = ville ? situation.replace("{lieu}", lieu) : " – " + lieu;
        return sujet + place + (forme.isEmpty() ? "" : " (" + forme + ")");
    }
}
