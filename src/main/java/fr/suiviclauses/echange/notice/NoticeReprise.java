package fr.suiviclauses.echange.notice;

import static fr.suiviclauses.echange.format.ColonneReprise.*;

import fr.suiviclauses.echange.format.ColonneReprise;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** The reprise file explained: the meaning of each column, and the example rows of its template. */
final class NoticeReprise {

    private NoticeReprise() {}

    /** A part of the columns: what they describe, and what tells one from another. */
    record Partie(String titre, String cle, ColonneReprise premiere, ColonneReprise derniere) {

        List<ColonneReprise> colonnes() {
            return List.copyOf(EnumSet.range(premiere, derniere));
        }
    }

    static final List<Partie> PARTIES = List.of(
            new Partie(
                    "Le donneur d’ordres",
                    "Reconnu à son nom, sans tenir compte des accents, des majuscules ni des tirets.",
                    DONNEUR_ORDRE,
                    CHARTE_SBA_FIN),
            new Partie("Le marché", "Reconnu à son donneur d’ordres et à sa référence.", MARCHE, MARCHE_FIN),
            new Partie(
                    "L’opération",
                    "Facultative, reconnue à son nom\u00a0: elle regroupe des marchés de plusieurs donneurs d’ordres.",
                    OPERATION,
                    OPERATION_OBJECTIF),
            new Partie(
                    "Le lot",
                    "Reconnu à son marché et à son numéro. Un marché sans allotissement a un seul lot, le lot 1.",
                    LOT,
                    OBLIGATION),
            new Partie(
                    "L’entreprise et son rôle sur le lot",
                    "Reconnue à son SIREN\u00a0; sans SIREN, à son nom. Deux SIREN qui portent le même nom sont deux entreprises.",
                    ENTREPRISE,
                    ENTREPRISE_ROLE),
            new Partie(
                    "La personne",
                    "Reconnue à sa référence\u00a0; sans référence, à ses nom, prénom et date de naissance.",
                    BENEFICIAIRE_REF,
                    SEXE),
            new Partie(
                    "Son entrée dans le dispositif",
                    "Reconnue à sa date. Elle ouvre la période d’éligibilité dans laquelle les heures comptent\u00a0; ce qui suit est la situation de la personne ce jour-là.",
                    ENTREE,
                    PRESCRIPTEUR),
            new Partie(
                    "Le contrat de travail",
                    "Reconnu à sa référence\u00a0; sans référence, à la personne, à l’employeur, à la modalité et à la date de début.",
                    CONTRAT_REF,
                    CONTRAT_FIN),
            new Partie("Les heures", "Un contrat, un lot, un mois\u00a0: une seule ligne.", MOIS, STATUT));

    /** What a column holds; the compiler knows when one is missing. */
    static Description of(ColonneReprise colonne) {
        return switch (colonne) {
            case DONNEUR_ORDRE ->
                Description.of(
                        "Nom du donneur d’ordres, tel qu’il paraît dans le bilan.", "Ville de Rivière (exemple)");
            case DONNEUR_ORDRE_NATURE ->
                Description.of("Public ou privé\u00a0: se saisit, ne se déduit jamais.", "PUBLIC");
            case CHARTE_SBA ->
                Description.of(
                        "OUI si le donneur d’ordres a signé le Small Business Act toulousain. Sans dates, la signature vaut pour toutes les années.",
                        "OUI");
            case CHARTE_SBA_DEBUT -> Description.of("Premier jour de la charte.", "01/01/2019");
            case CHARTE_SBA_FIN -> Description.of("Dernier jour de la charte\u00a0; vide si elle est en cours.", "");
            case MARCHE -> Description.of("Référence du marché chez le donneur d’ordres.", "2021-07");
            case MARCHE_OBJET -> Description.of("Ce que le marché fait faire.", "Rénovation de l’école des Tilleuls");
            case MARCHE_TYPE -> Description.of("Type du marché.", "TRAVAUX");
            case MARCHE_NOTIFICATION ->
                Description.of("Date de notification\u00a0: le marché est suivi à partir d’elle.", "15/01/2021");
            case MARCHE_FIN ->
                Description.of(
                        "Dernier jour du marché, reconductions comprises. Jamais avant la notification.", "30/06/2022");
            case OPERATION -> Description.of("Nom de l’opération dont le marché fait partie.", "Cœur de ville");
            case OPERATION_TYPE -> Description.of("Sans valeur\u00a0: OPERATION.", "OPERATION");
            case OPERATION_OBJECTIF -> Description.of("Heures visées pour toute l’opération.", "5 000");
            case LOT -> Description.of("Numéro du lot. Sans valeur\u00a0: 1.", "1");
            case LOT_OBJET -> Description.of("Ce que le lot fait faire.", "Gros œuvre");
            case FAMILLE ->
                Description.of(
                        "Famille d’achats, au niveau le plus fin. Elle est toujours dans le même groupe.",
                        "Gros œuvre");
            case GROUPE_FAMILLE -> Description.of("L’un des 14 groupes de familles du bilan.", "Bâtiment");
            case CLAUSES ->
                Description.of(
                        "Fondement juridique de la clause\u00a0; plusieurs codes se séparent par une barre verticale.",
                        "CONDITION_EXECUTION");
            case OBLIGATION ->
                Description.of(
                        "Heures d’insertion prévues au contrat du lot, à la notification. Une autre valeur dans un import suivant est une correction, gardée en mémoire.",
                        "400,00");
            case ENTREPRISE -> Description.of("Entreprise qui a un rôle sur le lot.", "Maçonnerie du Val");
            case ENTREPRISE_SIREN -> Description.of("Neuf chiffres, dont la clé est vérifiée.", "999000011");
            case ENTREPRISE_TYPE -> Description.of("Sans valeur\u00a0: CLASSIQUE.", "CLASSIQUE");
            case ENTREPRISE_ROLE -> Description.of("Son rôle sur ce lot. Sans valeur\u00a0: TITULAIRE.", "TITULAIRE");
            case BENEFICIAIRE_REF ->
                Description.of(
                        "Numéro de dossier de votre choix, le même d’un fichier à l’autre. Il permet d’envoyer ensuite les situations de suivi.",
                        "B-001");
            case NOM -> Description.of("Nom de famille.", "N’Diaye-Lemoine");
            case PRENOM -> Description.of("Prénom.", "Awa");
            case NAISSANCE -> Description.of("Date de naissance.", "03/04/1998");
            case SEXE -> Description.of("Sans valeur\u00a0: NON_RENSEIGNE.", "F");
            case ENTREE ->
                Description.of(
                        "Date d’entrée. Sans valeur\u00a0: la seule entrée de la personne, ou le début de son premier contrat. À remplir si elle est entrée plusieurs fois.",
                        "01/03/2021");
            case COMMUNE_INSEE -> Description.of("Code INSEE de la commune, et non le code postal.", "31555");
            case METROPOLE -> Description.of("OUI si elle habite l’une des communes de la structure.", "OUI");
            case QPV -> Description.of("Domicile dans un quartier prioritaire. Sans valeur\u00a0: INCONNU.", "NON");
            case DIPLOME -> Description.of("Diplôme le plus élevé.", "CAP_BEP");
            case CRITERES ->
                Description.of(
                        "Statuts à l’entrée, un au moins\u00a0; plusieurs codes se séparent par une barre verticale.",
                        "DELD|JEUNE_SANS_EXPERIENCE");
            case PRESCRIPTEUR -> Description.of("Organisme qui a orienté la personne.", "Mission locale");
            case CONTRAT_REF -> Description.of("Référence du contrat, le même d’un fichier à l’autre.", "C-001");
            case EMPLOYEUR ->
                Description.of(
                        "Qui emploie la personne. Sans valeur\u00a0: l’entreprise de la ligne.", "Intérim Solidaire");
            case EMPLOYEUR_SIREN -> Description.of("Neuf chiffres.", "999000029");
            case EMPLOYEUR_TYPE -> Description.of("Sans valeur\u00a0: CLASSIQUE.", "ETTI");
            case MODALITE -> Description.of("Comment la personne est employée sur le marché.", "ETTI");
            case CONTRAT_TYPE -> Description.of("Type du contrat de travail.", "CTT");
            case CONTRAT_DEBUT -> Description.of("Premier jour du contrat.", "01/03/2021");
            case CONTRAT_FIN -> Description.of("Dernier jour\u00a0; vide si le contrat est ouvert.", "31/08/2021");
            case MOIS ->
                Description.of(
                        "Mois travaillé, jamais dans le futur. C’est lui qui fait l’année des heures, pas la date de saisie.",
                        "2021-03");
            case HEURES -> Description.of("Heures du mois, plus de 0 et au plus 744.", "120,5");
            case STATUT ->
                Description.of("Sans valeur\u00a0: VALIDEE, le seul statut qui compte dans le bilan.", "VALIDEE");
        };
    }

    /** The template's rows: a contract of two months, a second company, a lot without hours. */
    static List<Map<ColonneReprise, String>> exemples() {
        Map<ColonneReprise, String> mars = new EnumMap<>(ColonneReprise.class);
        for (ColonneReprise colonne : ColonneReprise.values())
            mars.put(colonne, of(colonne).exemple());
        return List.of(mars, april(mars), secondCompany(mars), lotWithoutHours(mars));
    }

    private static Map<ColonneReprise, String> april(Map<ColonneReprise, String> mars) {
        Map<ColonneReprise, String> ligne = new EnumMap<>(mars);
        ligne.putAll(Map.of(MOIS, "2021-04", HEURES, "98,25"));
        return ligne;
    }

    private static Map<ColonneReprise, String> secondCompany(Map<ColonneReprise, String> mars) {
        Map<ColonneReprise, String> ligne = new EnumMap<>(mars);
        ligne.putAll(Map.of(
                ENTREPRISE, "Toitures Réunies", ENTREPRISE_SIREN, "999000037", ENTREPRISE_ROLE, "SOUS_TRAITANT"));
        ligne.putAll(Map.of(
                BENEFICIAIRE_REF, "B-002",
                NOM, "Le Goff",
                PRENOM, "Jean-Noël",
                NAISSANCE, "12/12/1968",
                SEXE, "H",
                ENTREE, "06/04/2021",
                QPV, "OUI",
                DIPLOME, "DNB",
                CRITERES, "SENIOR_50|RSA_MINIMA_SOCIAUX",
                PRESCRIPTEUR, "Conseil départemental"));
        ligne.putAll(Map.of(
                CONTRAT_REF, "C-002",
                EMPLOYEUR, "",
                EMPLOYEUR_SIREN, "",
                EMPLOYEUR_TYPE, "",
                MODALITE, "EMBAUCHE_DIRECTE",
                CONTRAT_TYPE, "CDD",
                CONTRAT_DEBUT, "06/04/2021",
                CONTRAT_FIN, "30/09/2021",
                MOIS, "2021-04",
                HEURES, "130"));
        return ligne;
    }

    private static Map<ColonneReprise, String> lotWithoutHours(Map<ColonneReprise, String> mars) {
        Map<ColonneReprise, String> ligne = new EnumMap<>(mars);
        ligne.replaceAll((colonne, valeur) -> colonne.compareTo(BENEFICIAIRE_REF) >= 0 ? "" : valeur);
        ligne.putAll(Map.of(
                DONNEUR_ORDRE, "Hôpital Sud (exemple)",
                CHARTE_SBA, "NON",
                CHARTE_SBA_DEBUT, "",
                MARCHE, "H-9",
                MARCHE_OBJET, "Restauration des patients",
                MARCHE_TYPE, "SERVICES",
                MARCHE_NOTIFICATION, "01/12/2021",
                MARCHE_FIN, "30/11/2024"));
        ligne.putAll(Map.of(
                OPERATION, "",
                OPERATION_TYPE, "",
                OPERATION_OBJECTIF, "",
                LOT_OBJET, "",
                FAMILLE, "Restauration collective",
                GROUPE_FAMILLE, "Restauration",
                OBLIGATION, "300",
                ENTREPRISE, "Bonne Table",
                ENTREPRISE_SIREN, "999000045"));
        return ligne;
    }
}
