package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.details.Liste;
import fr.suiviclauses.bilan.details.Precision;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The addresses that lead on from a bilan, each with the same years and filters. */
record Adresses(Perimetre perimetre) {

    String partie(Partie partie) {
        return partie(partie, Map.of());
    }

    String partie(Partie partie, Map<String, String> autres) {
        if (partie == Partie.EVOLUTION) {
            Map<String, String> avecAnnee = new LinkedHashMap<>();
            avecAnnee.put("annee", String.valueOf(perimetre.annee()));
            avecAnnee.putAll(autres);
            return partie.chemin() + perimetre.requeteAvec(avecAnnee);
        }
        return "/bilan/" + perimetre.annee() + partie.chemin() + perimetre.requeteAvec(autres);
    }

    /** The page of a part under other filters. */
    String filtre(Partie partie, Filtres autres) {
        return new Adresses(perimetre.avecFiltres(autres)).partie(partie);
    }

    /** The list of the records behind a figure. */
    String details(Liste liste) {
        return details(liste, perimetre.filtres(), Map.of());
    }

    /** Those behind one line of a table: what tells the line beside the filters. */
    String details(Liste liste, Precision precision, String valeur) {
        return details(liste, perimetre.filtres(), Map.of(precision, valeur));
    }

    String details(Liste liste, Filtres autres) {
        return details(liste, autres, Map.of());
    }

    /** Marchés that have hours, as the lines of a breakdown count them: a followed one may have none. */
    String marchesAvecHeures(Filtres autres) {
        return details(Liste.MARCHES, autres, Map.of(Precision.AVEC_HEURES, "OUI"));
    }

    String details(Liste liste, Filtres autres, Map<Precision, String> precisions) {
        Map<String, String> parametres = new TreeMap<>();
        precisions.forEach((precision, valeur) -> parametres.put(precision.parametre(), valeur));
        return "/bilan/" + perimetre.annee() + "/details/" + liste.code()
                + perimetre.avecFiltres(autres).requeteAvec(parametres);
    }

    /** A table as a file: the address of its page, with a format. */
    String export(Rubrique rubrique, String format) {
        return fr.suiviclauses.bilan.export.Partie.export(perimetre, rubrique, format);
    }
}
