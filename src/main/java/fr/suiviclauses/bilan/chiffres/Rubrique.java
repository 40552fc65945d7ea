package fr.suiviclauses.bilan.chiffres;

import java.util.Locale;

/** The tables of a bilan, each with its definition. */
public enum Rubrique implements Definition {
    CHIFFRES_CLES("Chiffres clés", "Les indicateurs de la période, chacun avec sa définition."),
    DIX_ANS(
            "Évolution sur dix ans",
            "Chaque année avec les mêmes filtres et les mêmes définitions ; une année sans heure vaut zéro et n’a pas de pourcentage."),
    DONNEURS_ORDRES(
            "Donneurs d’ordres",
            "Heures comptées, personnes et marchés suivis de chaque donneur d’ordres ayant un marché suivi. Une personne compte une fois par ligne : les lignes peuvent dépasser le total."),
    DIX_PREMIERS(
            "Dix premiers donneurs d’ordres",
            "Les dix donneurs d’ordres ayant le plus d’heures comptées, publics et privés ensemble, et leur part des heures de la période."),
    CHARTES(
            "Chartes",
            "Donneurs d’ordres suivis dont la signature est en vigueur au 31 décembre de l’année du bilan, et leurs heures comptées de la période."),
    GROUPES_FAMILLES(
            "Groupes de familles d’achats",
            "Heures comptées par groupe de familles d’achats du lot, et leur part des heures de la période, à une décimale."),
    FAMILLES("Familles d’achats", "Heures comptées par famille d’achats du lot, au niveau fin."),
    TYPES(
            "Types de marché",
            "Heures comptées par type de marché (travaux, services, fournitures), tel que saisi pour le marché."),
    TROIS_ANS(
            "Groupes de familles sur trois ans",
            "Heures comptées par groupe de familles d’achats, l’année du bilan et les deux précédentes, avec les mêmes filtres."),
    CRITERES(
            "Statuts à l’entrée",
            "Personnes ayant ce statut à leur dernière entrée qui a des heures dans la période, sur tous les bénéficiaires. Plusieurs statuts sont possibles : les lignes dépassent 100 %."),
    DIPLOMES(
            "Diplômes",
            "Personnes par diplôme le plus élevé à leur dernière entrée qui a des heures dans la période, sur tous les bénéficiaires."),
    SEXES("Sexe", "Personnes par sexe, sur tous les bénéficiaires, non renseignés compris."),
    QPV(
            "Domicile en quartier prioritaire",
            "Personnes selon que leur domicile à leur dernière entrée est dans un quartier prioritaire de la politique de la ville, sur tous les bénéficiaires, non renseignés compris."),
    METROPOLE(
            "Domicile dans la métropole",
            "Personnes selon que leur domicile à leur dernière entrée est dans une commune du territoire de la structure, sur tous les bénéficiaires, non renseignés compris."),
    AGES(
            "Âge à l’entrée",
            "Personnes par âge au jour de leur dernière entrée qui a des heures dans la période, sur tous les bénéficiaires."),
    PRESCRIPTEURS(
            "Prescripteurs",
            "Personnes par organisme qui les a orientées à leur dernière entrée, sur tous les bénéficiaires."),
    SITUATIONS(
            "Situation à douze mois",
            "Situation, douze mois après, des personnes ayant des heures comptées dans l’année précédente avec les mêmes filtres ; sans réponse, elles sont non renseignées et restent au dénominateur."),
    MODALITES(
            "Modalités",
            "Contrats, personnes et heures comptées par modalité de mise à l’emploi ; un contrat compte une fois sur la période."),
    CLAUSES(
            "Clauses",
            "Heures comptées, marchés et personnes des lots qui portent chaque clause. Un lot peut en porter plusieurs : les lignes peuvent dépasser le total."),
    OPERATIONS(
            "Opérations",
            "Opérations ayant un lot suivi ou des heures jusqu’à l’année du bilan. Le cumul, les personnes et le taux portent sur toutes les années jusqu’à celle-ci ; le taux est le cumul sur l’objectif, jamais plafonné."),
    AGREGATS(
            "Agrégats déclarés",
            "Chiffres déclarés pour un périmètre de plusieurs structures : montrés à côté, jamais ajoutés aux heures de la structure.");

    private final String libelle;
    private final String definition;

    Rubrique(String libelle, String definition) {
        this.libelle = libelle;
        this.definition = definition;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String libelle() {
        return libelle;
    }

    @Override
    public String definition() {
        return definition;
    }
}
