package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.EtatBilan;
import fr.suiviclauses.bilan.figure.Lien;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What all pages of a bilan show above their figures: the year and how firm it is, the parts, the filters.
 *
 * @param titre "Bilan 2021"
 * @param periode which hours are counted
 * @param filtres what the filters select, in words; empty without one
 * @param annees the years around this one
 * @param autresAnnees the others, behind "Autres années"
 * @param natures all, public, private
 * @param retraits each filter in force, leading to the page without it
 * @param choix the form of the filters
 * @param action where that form goes
 * @param anneeCachee the year, where the form's address does not hold it; empty elsewhere
 * @param vide why there is nothing to see and what to do; null where there are figures
 */
record Cadre(
        String titre,
        String partie,
        EtatBilan etat,
        String periode,
        String filtres,
        List<Lien> annees,
        List<Lien> autresAnnees,
        List<Lien> parties,
        List<Lien> natures,
        List<Lien> retraits,
        List<Choix> choix,
        String action,
        String anneeCachee,
        @Nullable Vide vide) {

    /** A title of its own for each part: "Donneurs d’ordres, bilan 2021". */
    public String titrePage() {
        return partie.equals(Partie.CHIFFRES_CLES.libelle())
                ? titre
                : partie + ", " + titre.substring(0, 1).toLowerCase(Locale.FRENCH) + titre.substring(1);
    }

    /** One select of the filters' form. */
    record Choix(String nom, String libelle, String tous, List<Option> options, String courant) {

        record Option(String code, String libelle) {}
    }

    /** An empty page's calm sentence, and where to go on. */
    record Vide(String phrase, String conseil, List<Lien> gestes) {}
}
