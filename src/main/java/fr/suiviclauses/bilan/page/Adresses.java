package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** Those behind one line of a table: the line's own code beside the filters. */
    String details(Liste liste, String cle, String valeur) {
        return details(liste, perimetre.filtres(), Map.of(cle, valeur));
    }

    String details(Liste liste, Filtres autres) {
        return details(liste, autres, Map.of());
    }

    private String details(Liste liste, Filtres autres, Map<String, String> precision) {
        return "/bilan/" + perimetre.annee() + "/details/" + liste.chemin()
                + perimetre.avecFiltres(autres).requeteAvec(precision);
    }

    String export(Rubrique rubrique, String format) {
        return "/bilan/" + perimetre.annee() + "/exports/" + rubrique.code() + "." + format + perimetre.requete();
    }

    /** The lists of records that figures lead to. */
    enum Liste {
        HEURES("heures"),
        BENEFICIAIRES("beneficiaires"),
        MARCHES("marches"),
        DONNEURS_ORDRES("donneurs-ordres"),
        ENTREPRISES("entreprises"),
        CONTRATS("contrats"),
        PARCOURS("parcours");

        private final String chemin;

        Liste(String chemin) {
            this.chemin = chemin;
        }

        String chemin() {
            return chemin;
        }
    }
}
