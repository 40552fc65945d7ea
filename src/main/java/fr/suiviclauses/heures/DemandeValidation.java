package fr.suiviclauses.heures;

import fr.suiviclauses.liste.Recherche;
import fr.suiviclauses.referentiel.StatutHeures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which relevés are to be decided on: those of a year, or of a month where the address names one, of one status, that a
 * search finds.
 */
record DemandeValidation(FiltreHeures filtre, Recherche recherche) {

    static DemandeValidation of(Map<String, String> adresse, LocalDate jour) {
        boolean unMois = !adresse.getOrDefault("mois", "").isEmpty();
        return new DemandeValidation(
                unMois ? FiltreHeures.mois(adresse, jour) : FiltreHeures.annee(adresse, jour), Recherche.of(adresse));
    }

    /** Those that wait, where the address names no status. */
    StatutHeures statut() {
        @Nullable StatutHeures statut = filtre.statut();
        return statut == null ? StatutHeures.DECLAREE : statut;
    }

    DemandeValidation avec(StatutHeures autre) {
        return new DemandeValidation(filtre.avec(autre), recherche);
    }

    DemandeValidation avec(Recherche autre) {
        return new DemandeValidation(filtre.page(1), autre);
    }

    /** Of the whole year. */
    DemandeValidation sur(int annee) {
        return new DemandeValidation(filtre.sur(annee), recherche);
    }

    DemandeValidation page(int autre) {
        return new DemandeValidation(filtre.page(autre), recherche);
    }

    @Nullable
    YearMonth mois() {
        return filtre.mois();
    }

    /** Of the first page, whatever the page. */
    private String debut() {
        return filtre.validation() + "&statut=" + statut().name() + recherche.parametre();
    }

    String adresse() {
        return debut() + (filtre.page() > 1 ? "&page=" + filtre.page() : "");
    }

    /** All pages as a file, its format to be added. */
    String fichier() {
        return debut() + "&format=";
    }

    /** Where a decision comes back to: what waits in a session until then holds nothing that may not be kept. */
    String retour() {
        return new DemandeValidation(filtre, recherche.gardee()).adresse();
    }
}
