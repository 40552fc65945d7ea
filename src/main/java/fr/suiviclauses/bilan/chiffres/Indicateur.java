package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.Quotient;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The key figures of the API, in its order, each with its definition. */
public enum Indicateur implements Definition {
    HEURES(
            "Heures d’insertion",
            "Somme des heures validées dont le mois de travail est dans la période et dans une fenêtre d’éligibilité de la personne. Affichée à l’heure la plus proche ; les totaux sont calculés avant arrondi.",
            Indicateurs::heures),
    BENEFICIAIRES(
            "Bénéficiaires",
            "Personnes ayant au moins une heure comptée dans la période, chacune une seule fois, quel que soit le nombre de ses contrats, marchés et donneurs d’ordres.",
            Indicateurs::beneficiaires),
    MARCHES_SUIVIS(
            "Marchés suivis",
            "Marchés actifs au moins un jour de la période, de la notification à la fin ou à la dernière reconduction, ou ayant des heures comptées dans la période.",
            Indicateurs::marchesSuivis),
    DONNEURS_ORDRES(
            "Donneurs d’ordres",
            "Donneurs d’ordres ayant au moins un marché suivi dans la période, avec ou sans heures.",
            Indicateurs::donneursOrdres),
    DONNEURS_ORDRES_AVEC_HEURES(
            "Donneurs d’ordres avec des heures",
            "Donneurs d’ordres ayant des heures comptées dans la période.",
            Indicateurs::donneursOrdresAvecHeures),
    DONNEURS_ORDRES_PUBLICS_AVEC_HEURES(
            "Donneurs d’ordres publics avec des heures",
            "Donneurs d’ordres publics ayant des heures comptées dans la période. La nature est celle saisie pour le donneur d’ordres.",
            Indicateurs::donneursOrdresPublicsAvecHeures),
    DONNEURS_ORDRES_PRIVES_AVEC_HEURES(
            "Donneurs d’ordres privés avec des heures",
            "Donneurs d’ordres privés ayant des heures comptées dans la période. La nature est celle saisie pour le donneur d’ordres.",
            Indicateurs::donneursOrdresPrivesAvecHeures),
    ENTREPRISES(
            "Entreprises accompagnées",
            "Entreprises titulaires, cotraitantes ou sous-traitantes d’au moins un lot d’un marché suivi, avec ou sans heures, chacune une seule fois. Un employeur sans rôle sur un lot n’en est pas.",
            Indicateurs::entreprises),
    HEURES_CUMUL(
            "Heures depuis l’origine",
            "Somme des heures comptées depuis la première année jusqu’à celle du bilan comprise.",
            Indicateurs::heuresCumul),
    BENEFICIAIRES_CUMUL(
            "Bénéficiaires depuis l’origine",
            "Personnes ayant au moins une heure comptée depuis la première année jusqu’à celle du bilan comprise, chacune une seule fois.",
            Indicateurs::beneficiairesCumul),
    HEURES_PUBLIQUES(
            "Heures des donneurs d’ordres publics",
            "Heures comptées de la période sur les marchés des donneurs d’ordres publics.",
            Indicateurs::heuresPubliques),
    HEURES_PRIVEES(
            "Heures des donneurs d’ordres privés",
            "Heures comptées de la période sur les marchés des donneurs d’ordres privés.",
            Indicateurs::heuresPrivees),
    PART_PUBLIQUE(
            "Part des donneurs d’ordres publics",
            "Heures des donneurs d’ordres publics, sur les heures de la période. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partPublique),
    PART_TOP10(
            "Part des dix premiers donneurs d’ordres",
            "Heures des dix donneurs d’ordres qui en ont le plus, publics et privés ensemble, sur les heures de la période. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partTop10),
    PART_SIGNATAIRES_SBA(
            "Part des signataires du Small Business Act",
            "Heures des donneurs d’ordres dont la charte est en vigueur au 31 décembre de l’année du bilan, sur les heures de la période. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partSignatairesSba),
    FAMILLES_AVEC_HEURES(
            "Familles d’achats avec des heures",
            "Familles d’achats, au niveau fin, ayant des heures comptées dans la période.",
            Indicateurs::famillesAvecHeures),
    PART_SERVICES(
            "Part des services",
            "Heures comptées sur les marchés de services, sur les heures de la période. Le type est celui saisi pour le marché. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partServices),
    PART_TRAVAUX(
            "Part des travaux",
            "Heures comptées sur les marchés de travaux, sur les heures de la période. Le type est celui saisi pour le marché. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partTravaux),
    PART_TP(
            "Part des travaux publics et réseaux",
            "Heures comptées sur les lots du groupe de familles « TP & réseaux », sur les heures de la période. Arrondie une fois, à une décimale.",
            Indicateurs::partTp),
    HEURES_RESERVEES(
            "Heures des marchés réservés et d’insertion",
            "Heures comptées sur les lots qui portent une clause de réservation (handicap, IAE, pénitentiaire, ESS) ou de service d’insertion.",
            Indicateurs::heuresReservees),
    BENEFICIAIRES_RESERVES(
            "Bénéficiaires des marchés réservés et d’insertion",
            "Personnes ayant des heures comptées dans la période sur un lot réservé ou de service d’insertion, chacune une seule fois.",
            Indicateurs::beneficiairesReserves),
    MARCHES_RESERVES(
            "Marchés réservés et d’insertion",
            "Marchés suivis ayant au moins un lot réservé ou de service d’insertion.",
            Indicateurs::marchesReserves),
    PART_HEURES_RESERVEES(
            "Part des heures réservées",
            "Heures des lots réservés ou de service d’insertion, sur les heures de la période. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partHeuresReservees),
    PART_MARCHES_RESERVES(
            "Part des marchés réservés",
            "Marchés suivis ayant au moins un lot réservé ou de service d’insertion, sur les marchés suivis. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partMarchesReserves),
    PART_DELD(
            "Part des demandeurs d’emploi de longue durée",
            "Bénéficiaires ayant ce statut à leur dernière entrée qui a des heures dans la période, sur tous les bénéficiaires. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partDeld),
    PART_JEUNES_26(
            "Part des jeunes de moins de 26 ans",
            "Bénéficiaires ayant à leur dernière entrée au moins un des deux statuts « jeunes de moins de 26 ans » (sans qualification, sans expérience), sur tous les bénéficiaires. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partJeunes26),
    PART_FEMMES(
            "Part des femmes",
            "Femmes, sur tous les bénéficiaires ; ceux dont le sexe n’est pas renseigné restent au dénominateur. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partFemmes),
    PART_QPV(
            "Part des habitants de QPV",
            "Bénéficiaires domiciliés dans un quartier prioritaire de la politique de la ville à leur dernière entrée, sur tous les bénéficiaires ; les domiciles non renseignés restent au dénominateur. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partQpv),
    PART_METROPOLE(
            "Part des habitants de la métropole",
            "Bénéficiaires domiciliés à leur dernière entrée dans une commune du territoire de la structure, sur tous les bénéficiaires ; les domiciles non renseignés restent au dénominateur. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partMetropole),
    PART_INFRA_CAP(
            "Part des diplômes de niveau CAP, BEP ou inférieur",
            "Bénéficiaires dont le diplôme à leur dernière entrée est CAP ou BEP, DNB, ou savoirs de base, sur tous les bénéficiaires ; les diplômes non renseignés restent au dénominateur. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partInfraCap),
    PART_SANS_DIPLOME(
            "Part des personnes sans diplôme",
            "Bénéficiaires dont le niveau à leur dernière entrée est DNB ou savoirs de base, sur tous les bénéficiaires ; les diplômes non renseignés restent au dénominateur. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partSansDiplome),
    COHORTE_12_MOIS(
            "Personnes suivies à douze mois",
            "Personnes ayant au moins une heure comptée dans l’année précédente, avec les mêmes filtres, qu’elles aient répondu ou non.",
            Indicateurs::cohorte12Mois),
    PART_EMPLOI_12_MOIS(
            "En emploi ou en formation à douze mois",
            "Personnes en CDI, CDD, intérim, intérim d’insertion, contrat d’insertion, contrat aidé, alternance ou formation douze mois après, sur toutes celles de l’année précédente, non renseignées comprises. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partEmploi12Mois),
    PART_SANS_EMPLOI_12_MOIS(
            "Sans emploi ou inactives à douze mois",
            "Personnes en demande d’emploi, sans situation ou ayant abandonné douze mois après, sur toutes celles de l’année précédente, non renseignées comprises. Arrondie une fois, à l’entier le plus proche.",
            Indicateurs::partSansEmploi12Mois),
    HEURES_PAR_BENEFICIAIRE(
            "Heures par bénéficiaire",
            "Heures de la période, sur les bénéficiaires de la période. Affichées à l’heure la plus proche.",
            Indicateurs::heuresParBeneficiaire),
    ETP(
            "Équivalents temps plein",
            "Heures de la période, sur le nombre d’heures d’un équivalent temps plein en vigueur au 31 décembre (1 607 à défaut d’un autre réglage). Affichés à l’unité la plus proche.",
            Indicateurs::etp);

    private final String libelle;
    private final String definition;

    @SuppressWarnings("ImmutableEnumChecker") // method references of a record: nothing in them changes
    private final Function<Indicateurs, @Nullable Object> mesure;

    Indicateur(String libelle, String definition, Function<Indicateurs, @Nullable Object> mesure) {
        this.libelle = libelle;
        this.definition = definition;
        this.mesure = mesure;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String libelle() {
        return libelle;
    }

    @Override
    public String definition() {
        return definition;
    }

    /** Its exact value: {@code Heures}, a count, {@code Part} or {@code Quotient}; null where it has no meaning. */
    public @Nullable Object mesure(Indicateurs indicateurs) {
        return mesure.apply(indicateurs);
    }

    /**
     * Its value for a program: hours, ratios and percentages with two decimals, half-up from the exact value; null where
     * it has no denominator or no meaning.
     */
    public @Nullable Number valeur(Indicateurs indicateurs) {
        Object valeur = mesure.apply(indicateurs);
        if (valeur instanceof Heures heures) {
            return heures.valeur();
        }
        if (valeur instanceof Part part) {
            return part.pourcentage(2);
        }
        return valeur instanceof Quotient quotient ? quotient.valeur(2) : (Number) valeur;
    }
}
