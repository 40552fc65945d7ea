package fr.suiviclauses.proprietes;

import java.util.List;
import java.util.Map;

/** One row of a reprise file, by column name; an absent or empty cell is a blank. */
record Ligne(Map<String, String> cellules) {

    static final List<String> COLONNES = List.of(
            "donneur_ordre",
            "donneur_ordre_nature",
            "charte_sba",
            "charte_sba_debut",
            "charte_sba_fin",
            "marche",
            "marche_objet",
            "marche_type",
            "marche_notification",
            "marche_fin",
            "operation",
            "operation_type",
            "operation_objectif",
            "lot",
            "lot_objet",
            "famille",
            "groupe_famille",
            "clauses",
            "obligation",
            "entreprise",
            "entreprise_siren",
            "entreprise_type",
            "entreprise_role",
            "beneficiaire_ref",
            "nom",
            "prenom",
            "naissance",
            "sexe",
            "entree",
            "commune_insee",
            "metropole",
            "qpv",
            "diplome",
            "criteres",
            "prescripteur",
            "contrat_ref",
            "employeur",
            "employeur_siren",
            "employeur_type",
            "modalite",
            "contrat_type",
            "contrat_debut",
            "contrat_fin",
            "mois",
            "heures",
            "statut");

    Ligne {
        cellules = Map.copyOf(cellules);
    }

    String texte(String colonne) {
        return cellules.getOrDefault(colonne, "").strip();
    }

    boolean estVide(String colonne) {
        return texte(colonne).isEmpty();
    }

    /** A row without a person declares a lot without hours. */
    boolean sansPersonne() {
        return estVide("nom");
    }
}
