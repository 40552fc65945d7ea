package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.AnneeBilan;
import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.Definition;
import fr.suiviclauses.bilan.chiffres.Indicateur;
import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.figure.Annuel;
import fr.suiviclauses.bilan.figure.Cellule;
import fr.suiviclauses.bilan.figure.Tableau;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Evolution;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** All years, side by side. */
record EvolutionPage(
        Cadre cadre,
        Panneau panneauHeures,
        Annuel heures,
        List<Serie> effectifs,
        List<Serie> parts,
        Panneau panneauAnnees,
        Tableau annees,
        Panneau panneauParts,
        Tableau tableauParts) {

    /** A curve in its panel. */
    record Serie(Panneau panneau, Annuel annuel) {}

    static EvolutionPage of(Bilan bilan, Cadre cadre) {
        Adresses adresses = new Adresses(bilan.perimetre());
        List<AnneeBilan> annees = bilan.trajectoire().annees();
        return new EvolutionPage(
                cadre,
                Panneau.of("heures", "Heures d’insertion", Annees.phrase(annees), Rubrique.DIX_ANS),
                Annees.heures(bilan, annees),
                List.of(
                        effectif(bilan, Indicateur.BENEFICIAIRES, AnneeBilan::beneficiaires),
                        effectif(bilan, Indicateur.MARCHES_SUIVIS, AnneeBilan::marchesSuivis),
                        effectif(bilan, Indicateur.DONNEURS_ORDRES, AnneeBilan::donneursOrdres),
                        effectif(bilan, Indicateur.ENTREPRISES, AnneeBilan::entreprises)),
                List.of(
                        part(bilan, Indicateur.PART_PUBLIQUE, "Donneurs d’ordres publics", AnneeBilan::partPublique),
                        part(bilan, Indicateur.PART_TOP10, "Dix premiers", AnneeBilan::partTop10),
                        part(
                                bilan,
                                Indicateur.PART_SIGNATAIRES_SBA,
                                "Signataires du SBA",
                                AnneeBilan::partSignatairesSba),
                        part(bilan, Indicateur.PART_SERVICES, "Services", AnneeBilan::partServices),
                        part(bilan, Indicateur.PART_TP, "TP & réseaux", AnneeBilan::partTp),
                        part(bilan, Indicateur.PART_HEURES_RESERVEES, "Marchés réservés", AnneeBilan::partReservees)),
                Panneau.of("annees", "Année par année", "", Rubrique.DIX_ANS, adresses),
                Tableaux.annees(bilan, annees),
                Panneau.of("parts", "La part des heures, année par année", "", Rubrique.DIX_ANS),
                tableauParts(bilan, annees));
    }

    private static Serie effectif(Bilan bilan, Definition definition, ToLongFunction<AnneeBilan> mesure) {
        List<AnneeBilan> annees = bilan.trajectoire().annees();
        AnneeBilan derniere = annees.get(annees.size() - 1);
        return new Serie(
                Panneau.of(
                        definition.code(),
                        definition.libelle(),
                        NombreAffiche.of(mesure.applyAsLong(derniere)) + " en " + derniere.annee()
                                + depuis(annees, a -> BigDecimal.valueOf(mesure.applyAsLong(a))) + ".",
                        definition),
                Annees.effectif(bilan, definition.libelle(), Annuel.MOYEN, annees, mesure));
    }

    /** ", ×3,7 depuis 2012" or ", +12 % depuis 2016": from the first year that has a figure. */
    private static String depuis(List<AnneeBilan> annees, Function<AnneeBilan, BigDecimal> mesure) {
        AnneeBilan derniere = annees.get(annees.size() - 1);
        return annees.stream()
                .filter(a -> a.annee() < derniere.annee() && mesure.apply(a).signum() > 0)
                .findFirst()
                .map(premiere -> {
                    Evolution evolution = new Evolution(mesure.apply(premiere), mesure.apply(derniere));
                    boolean plusQueDouble = mesure.apply(derniere)
                                    .compareTo(mesure.apply(premiere).multiply(BigDecimal.valueOf(2)))
                            >= 0;
                    return ", " + (plusQueDouble ? Mots.fois(evolution) : evolution.affiche()) + " depuis "
                            + premiere.annee();
                })
                .orElse("");
    }

    private static Serie part(Bilan bilan, Definition definition, String titre, Function<AnneeBilan, Part> mesure) {
        List<AnneeBilan> annees = bilan.trajectoire().annees();
        AnneeBilan derniere = annees.get(annees.size() - 1);
        int decimales = definition == Indicateur.PART_TP ? 1 : 0;
        String avant = annees.stream()
                .filter(a ->
                        a.annee() == derniere.annee() - 1 && mesure.apply(a).pourcentage(0) != null)
                .findFirst()
                .map(a -> ", contre " + mesure.apply(a).affiche(decimales) + " en " + a.annee())
                .orElse("");
        return new Serie(
                Panneau.of(
                        definition.code(),
                        titre,
                        mesure.apply(derniere).affiche(decimales) + " des heures en " + derniere.annee() + avant + ".",
                        definition),
                Annees.part(bilan, definition.libelle(), annees, mesure, decimales));
    }

    private static Tableau tableauParts(Bilan bilan, List<AnneeBilan> annees) {
        List<Tableau.Ligne> lignes = new ArrayList<>();
        for (int i = annees.size() - 1; i >= 0; i--) {
            AnneeBilan a = annees.get(i);
            Perimetre seule = new Perimetre(
                    bilan.perimetre().structureId(),
                    a.annee(),
                    a.annee(),
                    bilan.perimetre().filtres());
            lignes.add(Tableau.Ligne.of(
                            String.valueOf(a.annee()),
                            null,
                            Cellule.of(a.partPublique().affiche()),
                            Cellule.of(a.partTop10().affiche()),
                            Cellule.of(a.partSignatairesSba().affiche()),
                            Cellule.of(a.partServices().affiche()),
                            Cellule.of(a.partTp().affiche(1)),
                            Cellule.of(a.partReservees().affiche()))
                    .vers(new Adresses(seule).partie(Partie.CHIFFRES_CLES)));
        }
        return new Tableau(
                "Part des heures de chaque année",
                "Année",
                List.of("Publics", "Dix premiers", "SBA", "Services", "TP & réseaux", "Réservés"),
                lignes,
                null);
    }
}
