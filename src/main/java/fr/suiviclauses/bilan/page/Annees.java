package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.AnneeBilan;
import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.figure.Annuel;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Evolution;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Charts of the years, and the sentence that reads them. */
final class Annees {

    private Annees() {}

    static Annuel heures(Bilan bilan, List<AnneeBilan> annees) {
        return annuel(
                bilan,
                "Heures d’insertion par an",
                Annuel.GRAND,
                annees,
                a -> a.heures().valeur(),
                a -> a.heures().affiche());
    }

    static Annuel effectif(
            Bilan bilan, String titre, int haut, List<AnneeBilan> annees, ToLongFunction<AnneeBilan> mesure) {
        return annuel(
                bilan,
                titre,
                haut,
                annees,
                a -> BigDecimal.valueOf(mesure.applyAsLong(a)),
                a -> NombreAffiche.of(mesure.applyAsLong(a)));
    }

    static Annuel part(
            Bilan bilan, String titre, List<AnneeBilan> annees, Function<AnneeBilan, Part> mesure, int decimales) {
        return annuel(
                bilan,
                titre,
                Annuel.MOYEN,
                annees,
                a -> mesure.apply(a).pourcentage(2),
                a -> mesure.apply(a).affiche(decimales));
    }

    private static Annuel annuel(
            Bilan bilan,
            String titre,
            int haut,
            List<AnneeBilan> annees,
            Function<AnneeBilan, @Nullable BigDecimal> mesure,
            Function<AnneeBilan, String> figure) {
        Perimetre perimetre = bilan.perimetre();
        String periode = annees.isEmpty()
                ? ""
                : ", de " + annees.get(0).annee() + " à "
                        + annees.get(annees.size() - 1).annee();
        return Annuel.of(
                titre + periode,
                haut,
                annees.stream()
                        .map(a -> new Annuel.Valeur(
                                a.annee(),
                                mesure.apply(a),
                                figure.apply(a),
                                new Adresses(new Perimetre(
                                                perimetre.structureId(), a.annee(), a.annee(), perimetre.filtres()))
                                        .partie(Partie.CHIFFRES_CLES)))
                        .toList(),
                perimetre.annee());
    }

    /**
     * "L’activité a presque quadruplé depuis 2012 ; après le reflux de 2020, 2021 atteint le plus haut niveau." Empty
     * below two years with hours: one point is no trend.
     */
    static String phrase(List<AnneeBilan> annees) {
        List<AnneeBilan> pleines =
                annees.stream().filter(a -> !a.heures().nulles()).toList();
        if (pleines.size() < 2) {
            return "";
        }
        AnneeBilan premiere = pleines.get(0);
        AnneeBilan derniere = annees.get(annees.size() - 1);
        String mots = Mots.evolution(
                new Evolution(premiere.heures().valeur(), derniere.heures().valeur()));
        AnneeBilan sommet =
                pleines.stream().max(Comparator.comparing(AnneeBilan::heures)).orElseThrow();
        return "L’activité " + mots + " depuis " + premiere.annee() + sommet(annees, derniere, sommet);
    }

    private static String sommet(List<AnneeBilan> annees, AnneeBilan derniere, AnneeBilan sommet) {
        if (!sommet.equals(derniere)) {
            return " ; le plus haut niveau reste celui de " + sommet.annee() + ", avec "
                    + Mots.heures(sommet.heures().valeur()) + ".";
        }
        int n = annees.size();
        boolean apresUnReflux =
                n >= 3 && annees.get(n - 2).heures().compareTo(annees.get(n - 3).heures()) < 0;
        return apresUnReflux
                ? " ; après le reflux de " + annees.get(n - 2).annee() + ", " + derniere.annee()
                        + " atteint le plus haut niveau."
                : " ; " + derniere.annee() + " atteint le plus haut niveau.";
    }
}
