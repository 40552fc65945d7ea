package fr.suiviclauses.heures;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.heures.ValidationService.Extrait;
import fr.suiviclauses.heures.ValidationService.Releve;
import fr.suiviclauses.heures.ValidationService.Somme;
import fr.suiviclauses.referentiel.StatutHeures;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of relevés of a status, to decide on.
 *
 * @param sujet what the filters name; empty: the whole structure
 * @param close the year is closed: nothing changes any more
 * @param choisis those that were ticked before a refusal
 */
record ValidationPage(
        int annee,
        String sujet,
        boolean close,
        String retour,
        String adresse,
        StatutHeures statut,
        String compte,
        String vide,
        List<Lien> annees,
        List<Lien> statuts,
        List<Releve> releves,
        List<String> choisis,
        int page,
        int pages,
        @Nullable String precedente,
        @Nullable String suivante) {

    ValidationPage {
        annees = List.copyOf(annees);
        statuts = List.copyOf(statuts);
        releves = List.copyOf(releves);
        choisis = List.copyOf(choisis);
    }

    /** @param nombre of relevés behind it; empty where it is not counted */
    record Lien(String libelle, String nombre, String adresse, boolean courant) {}

    static ValidationPage of(
            FiltreHeures filtre, StatutHeures statut, Extrait extrait, List<String> choisis, LocalDate jour) {
        int derniere = Math.max(jour.getYear(), filtre.annee());
        return new ValidationPage(
                filtre.annee(),
                HeuresPageService.subject(extrait.entete()),
                extrait.entete().close(),
                filtre.sansCible() ? "/heures/choix?annee=" + filtre.annee() : filtre.adresse(),
                address(filtre, statut, extrait.page()),
                statut,
                count(extrait.sommes().getOrDefault(statut, Somme.NULLE), statut),
                empty(statut),
                IntStream.rangeClosed(Math.min(filtre.annee() - 1, derniere - 2), derniere)
                        .filter(annee -> Math.abs(annee - filtre.annee()) <= 2 || annee >= derniere - 1)
                        .mapToObj(annee -> new Lien(
                                Integer.toString(annee),
                                "",
                                address(filtre.sur(annee), statut, 1),
                                annee == filtre.annee()))
                        .toList(),
                Stream.of(StatutHeures.DECLAREE, StatutHeures.BROUILLON, StatutHeures.REJETEE, StatutHeures.VALIDEE)
                        .map(s -> new Lien(
                                label(s),
                                NombreAffiche.of(extrait.sommes()
                                        .getOrDefault(s, Somme.NULLE)
                                        .releves()),
                                address(filtre, s, 1),
                                s == statut))
                        .toList(),
                extrait.releves(),
                choisis,
                extrait.page(),
                extrait.pages(),
                extrait.page() > 1 ? address(filtre, statut, extrait.page() - 1) : null,
                extrait.page() < extrait.pages() ? address(filtre, statut, extrait.page() + 1) : null);
    }

    /** The address of one page of it. */
    static String address(FiltreHeures filtre, StatutHeures statut, int page) {
        return filtre.validation() + "&statut=" + statut.name() + (page > 1 ? "&page=" + page : "");
    }

    /** "312 relevés à valider, 21 045,5 h". */
    private static String count(Somme somme, StatutHeures statut) {
        boolean plusieurs = somme.releves() > 1;
        return NombreAffiche.of(somme.releves())
                + (plusieurs ? " relevés " : " relevé ")
                + switch (statut) {
                    case DECLAREE -> "à valider";
                    case BROUILLON -> "en brouillon";
                    case REJETEE -> plusieurs ? "rejetés" : "rejeté";
                    case VALIDEE -> plusieurs ? "validés" : "validé";
                }
                + ", "
                + Regles.shown(somme.heures())
                + NombreAffiche.INSECABLE
                + "h";
    }

    private static String label(StatutHeures statut) {
        return switch (statut) {
            case DECLAREE -> "À valider";
            case BROUILLON -> "Brouillons";
            case REJETEE -> "Rejetées";
            case VALIDEE -> "Validées";
        };
    }

    private static String empty(StatutHeures statut) {
        return switch (statut) {
            case DECLAREE -> "Rien à valider.";
            case BROUILLON -> "Aucun brouillon.";
            case REJETEE -> "Aucune heure rejetée.";
            case VALIDEE -> "Aucune heure validée.";
        };
    }
}
