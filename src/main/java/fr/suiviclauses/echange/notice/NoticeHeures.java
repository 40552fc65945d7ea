package fr.suiviclauses.echange.notice;

import fr.suiviclauses.echange.format.ColonneHeures;

/** The file of hours explained. */
final class NoticeHeures {

    private NoticeHeures() {}

    /** What a column holds; the compiler knows when one is missing. */
    static Description of(ColonneHeures colonne) {
        return switch (colonne) {
            case CONTRAT ->
                Description.of(
                        "Référence du contrat de travail\u00a0; le modèle donne son numéro, précédé de #, à un contrat sans référence.",
                        "C-001");
            case BENEFICIAIRE ->
                Description.of("Référence de la personne. Vérifiée si elle est remplie, jamais changée.", "B-001");
            case NOM -> Description.of("Nom de la personne. Vérifié s’il est rempli, jamais changé.", "Martin");
            case PRENOM -> Description.of("Prénom de la personne. Vérifié s’il est rempli, jamais changé.", "Zoé");
            case ENTREPRISE ->
                Description.of("Employeur du contrat. Vérifié s’il est rempli, jamais changé.", "Maçonnerie du Val");
            case DONNEUR_ORDRE ->
                Description.of(
                        "Donneur d’ordres du marché\u00a0; utile si deux marchés du contrat ont la même référence.",
                        "Ville de Rivière");
            case MARCHE ->
                Description.of("Référence du marché\u00a0; inutile si le contrat n’a qu’un seul lot.", "2021-07");
            case LOT -> Description.of("Numéro du lot, parmi ceux du contrat\u00a0; inutile s’il n’en a qu’un.", "1");
            case MOIS -> Description.of("Mois de travail, dans les dates du contrat, jamais à venir.", "2021-03");
            case HEURES ->
                Description.of(
                        "Heures du mois. Vide\u00a0: le mois reste à saisir, ou comme il est. 0\u00a0: c’est confirmé, il n’y en a pas\u00a0; les heures enregistrées sont retirées.",
                        "120,5");
            case STATUT ->
                Description.of("Sans valeur\u00a0: VALIDEE, ou celui des heures déjà enregistrées.", "VALIDEE");
            case MOTIF -> Description.of("Pourquoi les heures sont rejetées\u00a0; obligatoire avec REJETEE.", "");
            case JUSTIFICATION ->
                Description.of(
                        "Obligatoire si la personne a plus de 212,6\u00a0heures dans le mois, tous contrats ensemble\u00a0; une seule ligne suffit.",
                        "Deux mi-temps cumulés");
        };
    }
}
