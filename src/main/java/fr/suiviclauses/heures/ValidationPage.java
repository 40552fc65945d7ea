package fr.suiviclauses.heures;

import fr.suiviclauses.heures.ValidationService.Releve;
import fr.suiviclauses.referentiel.StatutHeures;
import java.util.List;
import java.util.stream.Stream;

/**
 * Relevés of a status, to decide on.
 *
 * @param choisis those that were ticked before a refusal
 */
record ValidationPage(
        int annee,
        String retour,
        String adresse,
        StatutHeures statut,
        List<Lien> statuts,
        List<Releve> releves,
        List<String> choisis) {

    ValidationPage {
        statuts = List.copyOf(statuts);
        releves = List.copyOf(releves);
        choisis = List.copyOf(choisis);
    }

    record Lien(String libelle, String adresse, boolean courant) {}

    static ValidationPage of(FiltreHeures filtre, StatutHeures statut, List<Releve> releves, List<String> choisis) {
        return new ValidationPage(
                filtre.annee(),
                filtre.sansCible() ? "/heures/choix?annee=" + filtre.annee() : filtre.adresse(),
                filtre.validation() + "&statut=" + statut.name(),
                statut,
                Stream.of(StatutHeures.DECLAREE, StatutHeures.BROUILLON, StatutHeures.REJETEE, StatutHeures.VALIDEE)
                        .map(s -> new Lien(label(s), filtre.validation() + "&statut=" + s.name(), s == statut))
                        .toList(),
                releves,
                choisis);
    }

    /** There are more. */
    public boolean coupee() {
        return releves.size() == ValidationService.LIGNES_MAX;
    }

    private static String label(StatutHeures statut) {
        return switch (statut) {
            case DECLAREE -> "À valider";
            case BROUILLON -> "Brouillons";
            case REJETEE -> "Rejetées";
            case VALIDEE -> "Validées";
        };
    }
}
