package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.AnneeBilan;
import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.Definition;
import fr.suiviclauses.bilan.chiffres.Indicateur;
import fr.suiviclauses.bilan.chiffres.Indicateurs;
import fr.suiviclauses.bilan.chiffres.LigneDonneurOrdre;
import fr.suiviclauses.bilan.chiffres.LigneOperation;
import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.details.Liste;
import fr.suiviclauses.bilan.details.Precision;
import fr.suiviclauses.bilan.figure.Annuel;
import fr.suiviclauses.bilan.figure.Cellule;
import fr.suiviclauses.bilan.figure.Chiffre;
import fr.suiviclauses.bilan.figure.Empilement;
import fr.suiviclauses.bilan.figure.Explication;
import fr.suiviclauses.bilan.figure.Tableau;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.commun.Evolution;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.TypeMarche;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The year at a glance.
 *
 * @param parcours what became of the people of the year before; null over several years or without a cohort
 * @param operations the two operations with a target that did most hours in the period
 */
record ChiffresClesPage(
        Cadre cadre,
        List<Chiffre> chiffres,
        Panneau panneauAnnees,
        Annuel annees,
        Panneau panneauParcours,
        @Nullable Empilement parcours,
        List<OperationVue> operations,
        List<Groupe> faits,
        Panneau panneauPremiers,
        Tableau premiers,
        Panneau panneauGroupes,
        Tableau groupes,
        Panneau panneauTableauAnnees,
        Tableau tableauAnnees) {

    /** Facts that belong together. */
    record Groupe(String titre, List<Fait> faits) {}

    /** One figure with its name, in a list of figures. */
    record Fait(String libelle, String figure, String adresse, Explication definition) {}

    private static final int DIX_ANS = 10;

    static ChiffresClesPage of(Bilan bilan, Cadre cadre) {
        Adresses adresses = new Adresses(bilan.perimetre());
        List<AnneeBilan> annees = bilan.trajectoire().dernieres(DIX_ANS);
        return new ChiffresClesPage(
                cadre,
                chiffres(bilan, adresses, annees),
                Panneau.of("annees", titreAnnees(annees), Annees.phrase(annees), Rubrique.DIX_ANS),
                Annees.heures(bilan, annees),
                Panneau.of("apres-un-an", "Après un an", Parcours.phrase(bilan), Indicateur.PART_EMPLOI_12_MOIS),
                Parcours.issues(bilan),
                operations(bilan),
                faits(bilan, adresses),
                Panneau.of(
                                "premiers",
                                "Les dix premiers donneurs d’ordres",
                                phrasePremiers(bilan),
                                Rubrique.DIX_PREMIERS,
                                adresses)
                        .note(Tableaux.ARRONDIS),
                premiers(bilan),
                Panneau.of(
                        "groupes",
                        "Familles d’achats",
                        FamillesPage.phraseGroupes(bilan),
                        Rubrique.GROUPES_FAMILLES,
                        adresses),
                groupesCourts(bilan),
                Panneau.of("tableau-annees", "Année par année", "", Rubrique.DIX_ANS, adresses),
                Tableaux.annees(bilan, annees));
    }

    private static String titreAnnees(List<AnneeBilan> annees) {
        return annees.size() >= DIX_ANS ? "Dix ans d’heures d’insertion" : "Les heures d’insertion, année par année";
    }

    private static List<Chiffre> chiffres(Bilan bilan, Adresses adresses, List<AnneeBilan> annees) {
        Indicateurs i = bilan.indicateurs();
        String etp = i.etp().affiche() + Mots.INSECABLE + "ETP";
        Heures cumul = i.heuresCumul();
        String depuisOrigine = bilan.trajectoire().annees().size() > 1 && cumul.compareTo(i.heures()) > 0
                ? " · " + millions(cumul) + " depuis " + premiere(bilan)
                : "";
        return List.of(
                new Chiffre(
                        Indicateur.HEURES.libelle(),
                        bilan.vide() ? NombreAffiche.AUCUN : i.heures().affiche(),
                        adresses.details(Liste.HEURES),
                        evolution(bilan.evolutionHeures(), bilan),
                        bilan.evolutionHeures().sens(),
                        reference(bilan),
                        bilan.vide() ? "" : etp + depuisOrigine,
                        Explications.of(Indicateur.HEURES),
                        null),
                chiffre(
                        bilan,
                        Indicateur.BENEFICIAIRES,
                        i.beneficiaires(),
                        adresses.details(Liste.BENEFICIAIRES),
                        bilan.evolutionBeneficiaires(),
                        AnneeBilan::beneficiaires,
                        annees,
                        ""),
                chiffre(
                        bilan,
                        Indicateur.MARCHES_SUIVIS,
                        i.marchesSuivis(),
                        adresses.details(Liste.MARCHES),
                        bilan.evolutionMarches(),
                        AnneeBilan::marchesSuivis,
                        annees,
                        ""),
                chiffre(
                        bilan,
                        Indicateur.DONNEURS_ORDRES,
                        i.donneursOrdres(),
                        adresses.details(Liste.DONNEURS_ORDRES),
                        bilan.evolutionDonneursOrdres(),
                        AnneeBilan::donneursOrdres,
                        annees,
                        NombreAffiche.of(i.donneursOrdresAvecHeures()) + " avec des heures"),
                chiffre(
                        bilan,
                        Indicateur.ENTREPRISES,
                        i.entreprises(),
                        adresses.details(Liste.ENTREPRISES),
                        bilan.evolutionEntreprises(),
                        AnneeBilan::entreprises,
                        annees,
                        ""));
    }

    private static Chiffre chiffre(
            Bilan bilan,
            Definition definition,
            long valeur,
            String adresse,
            Evolution evolution,
            ToLongFunction<AnneeBilan> mesure,
            List<AnneeBilan> annees,
            String complement) {
        boolean aucun = valeur == 0 && bilan.vide();
        return new Chiffre(
                definition.libelle(),
                aucun ? NombreAffiche.AUCUN : NombreAffiche.of(valeur),
                adresse,
                evolution(evolution, bilan),
                evolution.sens(),
                reference(bilan),
                aucun ? "" : complement,
                Explications.of(definition),
                annees.size() < 3 || bilan.vide()
                        ? null
                        : Annees.effectif(bilan, definition.libelle() + " par an", Annuel.PETIT, annees, mesure));
    }

    private static String reference(Bilan bilan) {
        return String.valueOf(bilan.perimetre().annee() - 1);
    }

    /** From a year with figures to one without any there is nothing to compare. */
    private static String evolution(Evolution evolution, Bilan bilan) {
        return evolution.existe() && !bilan.vide() ? evolution.affiche() : "";
    }

    private static int premiere(Bilan bilan) {
        return bilan.trajectoire().annees().get(0).annee();
    }

    /** "5,7 millions d’heures" where a million is reached, else the hours. */
    private static String millions(Heures heures) {
        BigDecimal million = BigDecimal.valueOf(1_000_000);
        if (heures.valeur().compareTo(million) < 0) {
            return Mots.heures(heures.valeur());
        }
        BigDecimal nombre = heures.valeur().movePointLeft(6);
        return NombreAffiche.of(nombre, 1)
                + Mots.INSECABLE
                + (nombre.compareTo(BigDecimal.valueOf(2)) < 0 ? "million" : "millions")
                + " d’heures";
    }

    private static List<OperationVue> operations(Bilan bilan) {
        return bilan.operations().stream()
                .filter(o -> o.objectif() != null && !o.heuresCumul().nulles())
                .sorted(Comparator.comparing(LigneOperation::heuresAnnee)
                        .thenComparing(LigneOperation::heuresCumul)
                        .reversed())
                .limit(2)
                .map(o -> OperationVue.of(o, bilan))
                .toList();
    }

    private static List<Groupe> faits(Bilan bilan, Adresses adresses) {
        Indicateurs i = bilan.indicateurs();
        var filtres = bilan.perimetre().filtres();
        return List.of(
                new Groupe(
                        "Qui achète",
                        List.of(
                                fait(
                                        Indicateur.PART_PUBLIQUE,
                                        "Donneurs d’ordres publics",
                                        i.partPublique(),
                                        adresses.details(Liste.HEURES, filtres.avecNature(NatureDonneurOrdre.PUBLIC))),
                                fait(
                                        Indicateur.PART_TOP10,
                                        "Les dix premiers",
                                        i.partTop10(),
                                        adresses.details(Liste.HEURES, Precision.DIX_PREMIERS, "OUI")),
                                fait(
                                        Indicateur.PART_SIGNATAIRES_SBA,
                                        "Signataires du SBA",
                                        i.partSignatairesSba(),
                                        adresses.details(Liste.HEURES, Precision.CHARTE, "SBA")))),
                new Groupe("Pour quoi", pourQuoi(i, adresses, filtres)),
                new Groupe(
                        "Qui travaille",
                        List.of(
                                personnes(
                                        Indicateur.PART_FEMMES,
                                        "Femmes",
                                        i.partFemmes(),
                                        adresses,
                                        Precision.SEXE,
                                        "F"),
                                personnes(
                                        Indicateur.PART_JEUNES_26,
                                        "Jeunes de moins de 26 ans",
                                        i.partJeunes26(),
                                        adresses,
                                        Precision.JEUNES,
                                        "OUI"),
                                personnes(
                                        Indicateur.PART_DELD,
                                        "Chômage de longue durée",
                                        i.partDeld(),
                                        adresses,
                                        Precision.CRITERE,
                                        "DELD"))),
                new Groupe(
                        "D’où, avec quel bagage",
                        List.of(
                                personnes(
                                        Indicateur.PART_QPV,
                                        "Quartiers prioritaires",
                                        i.partQpv(),
                                        adresses,
                                        Precision.QPV,
                                        "OUI"),
                                personnes(
                                        Indicateur.PART_METROPOLE,
                                        "Métropole",
                                        i.partMetropole(),
                                        adresses,
                                        Precision.METROPOLE,
                                        "OUI"),
                                personnes(
                                        Indicateur.PART_INFRA_CAP,
                                        "CAP, BEP ou moins",
                                        i.partInfraCap(),
                                        adresses,
                                        Precision.NIVEAU,
                                        "INFRA_CAP"))));
    }

    private static List<Fait> pourQuoi(Indicateurs i, Adresses adresses, Filtres filtres) {
        return List.of(
                fait(
                        Indicateur.PART_SERVICES,
                        "Marchés de services",
                        i.partServices(),
                        adresses.details(Liste.HEURES, filtres.avecType(TypeMarche.SERVICES))),
                fait(
                        Indicateur.PART_HEURES_RESERVEES,
                        "Marchés réservés",
                        i.partHeuresReservees(),
                        adresses.details(Liste.HEURES, Precision.RESERVES, "OUI")),
                new Fait(
                        "Heures par bénéficiaire",
                        i.heuresParBeneficiaire().affiche(),
                        adresses.details(Liste.BENEFICIAIRES),
                        Explications.of(Indicateur.HEURES_PAR_BENEFICIAIRE)));
    }

    private static Fait personnes(
            Indicateur indicateur, String libelle, Part part, Adresses adresses, Precision precision, String valeur) {
        return fait(indicateur, libelle, part, adresses.details(Liste.BENEFICIAIRES, precision, valeur));
    }

    private static Fait fait(Indicateur indicateur, String libelle, Part part, String adresse) {
        return new Fait(libelle, part.affiche(), adresse, Explications.of(indicateur));
    }

    private static String phrasePremiers(Bilan bilan) {
        List<LigneDonneurOrdre> dix = bilan.dixPremiers();
        if (dix.isEmpty()) {
            return "";
        }
        if (dix.size() == 1) {
            return "Un seul donneur d’ordres a des heures.";
        }
        String qui = dix.size() == 10 ? "Ils réalisent " : "Les " + dix.size() + " donneurs d’ordres réalisent ";
        if (dix.size() < 10) {
            return qui + "toutes les heures" + prives(dix) + ".";
        }
        return qui + bilan.indicateurs().partTop10().affiche() + " des heures" + prives(dix) + ".";
    }

    private static String prives(List<LigneDonneurOrdre> dix) {
        long prives =
                dix.stream().filter(d -> d.nature() == NatureDonneurOrdre.PRIVE).count();
        if (prives == 0) {
            return " ; tous sont publics";
        }
        if (prives == dix.size()) {
            return " ; tous sont privés";
        }
        return " ; " + NombreEnLettres.of(prives) + " sur " + NombreEnLettres.of(dix.size())
                + (prives == 1 ? " est privé" : " sont privés");
    }

    private static Tableau premiers(Bilan bilan) {
        List<LigneDonneurOrdre> dix = bilan.dixPremiers();
        List<Tableau.Ligne> lignes = Tableaux.donneursOrdres(bilan, dix).stream()
                .map(l -> new Tableau.Ligne(
                        l.libelle(), l.adresse(), null, l.barre(), l.cellules().subList(0, 2)))
                .toList();
        Adresses adresses = new Adresses(bilan.perimetre());
        return new Tableau(
                "Heures d’insertion, " + bilan.perimetre().periode(),
                "Donneur d’ordres",
                List.of("Heures", "Part"),
                lignes,
                dix.isEmpty()
                        ? null
                        : Tableau.Ligne.of(
                                dix.size() == 10 ? "Dix premiers" : "Ensemble",
                                null,
                                Cellule.lien(
                                        bilan.indicateurs().heuresTop10().affiche(),
                                        adresses.details(Liste.HEURES, Precision.DIX_PREMIERS, "OUI")),
                                Cellule.of(bilan.indicateurs().partTop10().affiche())));
    }

    private static Tableau groupesCourts(Bilan bilan) {
        Tableau groupes = Tableaux.groupes(bilan, bilan.groupes());
        return new Tableau(
                groupes.legende(),
                groupes.premiere(),
                List.of("Part", "Heures"),
                groupes.lignes().stream()
                        .map(l -> new Tableau.Ligne(
                                l.libelle(),
                                l.adresse(),
                                null,
                                l.barre(),
                                l.cellules().subList(0, 2)))
                        .toList(),
                null);
    }
}
