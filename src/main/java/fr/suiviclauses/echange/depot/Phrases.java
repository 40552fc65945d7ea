package fr.suiviclauses.echange.depot;

import fr.suiviclauses.commun.NombreAffiche;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of an import, in French sentences that agree with their numbers. */
final class Phrases {

    private Phrases() {}

    static String lignes(int nombre) {
        return NombreAffiche.of(nombre) + NombreAffiche.INSECABLE + (nombre < 2 ? "ligne" : "lignes");
    }

    /** What the import's state means for who reads it. */
    static String phrase(Depot depot) {
        return switch (depot.getEtat()) {
            case ANALYSE -> "Le fichier est vérifié ligne par ligne. Rien n’est écrit.";
            case A_CONFIRMER ->
                changes(depot) == 0
                        ? "Tout est déjà enregistré\u00a0: ce fichier n’apporte rien de nouveau."
                        : "Le fichier ne contient pas d’erreur. Rien n’est encore écrit\u00a0: voici ce que fera l’import.";
            case REFUSE -> refusal(depot);
            case ECRITURE -> "L’import se fait en une fois\u00a0: tout est écrit, ou rien.";
            case TERMINE ->
                changes(depot) == 0
                        ? "Tout était déjà enregistré\u00a0: rien n’a changé."
                        : "L’import est fait. Le bilan en tient compte.";
            case ECHEC -> text(depot.getRefus());
            case ANNULE -> "Cet import est annulé\u00a0: les heures sont redevenues ce qu’elles étaient avant lui.";
            case ABANDONNE -> "Ce fichier n’a pas été importé\u00a0: rien n’a été écrit.";
        };
    }

    private static String refusal(Depot depot) {
        if (depot.getRefus() != null) return depot.getRefus();
        int erreurs = number(depot.getTotalErreurs());
        String combien = erreurs == 1 ? "une erreur" : NombreAffiche.of(erreurs) + NombreAffiche.INSECABLE + "erreurs";
        return "Rien n’a été écrit\u00a0: " + combien + (erreurs == 1 ? " est" : " sont")
                + " à corriger dans votre tableur, avant de déposer le fichier à nouveau.";
    }

    /** In a few words, for a list. */
    static String resultat(Depot depot) {
        if (depot.getLignes() == null) return text(depot.getRefus());
        if (depot.getEtat() == EtatDepot.REFUSE) {
            int enErreur = number(depot.getEnErreur());
            return enErreur > 0
                    ? lignes(enErreur) + " en erreur"
                    : total(NatureRemarque.ERREUR, number(depot.getTotalErreurs()));
        }
        List<String> parties = new ArrayList<>();
        int nouvelles = number(depot.getNouvelles());
        int modifiees = number(depot.getModifiees());
        if (nouvelles > 0) parties.add(NombreAffiche.of(nouvelles) + (nouvelles == 1 ? " nouvelle" : " nouvelles"));
        if (modifiees > 0) parties.add(NombreAffiche.of(modifiees) + (modifiees == 1 ? " modifiée" : " modifiées"));
        return parties.isEmpty() ? "Rien de nouveau" : String.join(", ", parties);
    }

    static List<ImportPage.Compteur> compteurs(Depot depot) {
        if (depot.getLignes() == null) return List.of();
        return List.of(
                counter("Nouvelles", depot.getNouvelles(), "count-new"),
                counter("Modifiées", depot.getModifiees(), "count-changed"),
                counter("Inchangées", depot.getInchangees(), "count-same"),
                counter("En erreur", depot.getEnErreur(), "count-wrong"));
    }

    private static ImportPage.Compteur counter(String libelle, @Nullable Integer nombre, String classe) {
        return new ImportPage.Compteur(
                libelle, NombreAffiche.of(number(nombre)), number(nombre) == 0 ? "count-none" : classe);
    }

    /** What the button that confirms says; empty: there is nothing to confirm. */
    static String confirmer(Depot depot) {
        int nombre = changes(depot);
        if (nombre == 0) return "";
        return nombre == 1 ? "Importer cette ligne" : "Importer ces " + lignes(nombre);
    }

    static String total(NatureRemarque nature, int total) {
        String nom = nature.libelle().toLowerCase(java.util.Locale.FRENCH);
        return total <= 1_000
                ? NombreAffiche.of(total)
                        + NombreAffiche.INSECABLE
                        + (total == 1 ? nom.substring(0, nom.length() - 1) : nom)
                : "Les 1\u202f000 " + (nature == NatureRemarque.ERREUR ? "premières" : "premiers") + " sur "
                        + NombreAffiche.of(total) + ".";
    }

    private static int changes(Depot depot) {
        return number(depot.getNouvelles()) + number(depot.getModifiees());
    }

    private static int number(@Nullable Integer nombre) {
        return nombre == null ? 0 : nombre;
    }

    private static String text(@Nullable String texte) {
        return texte == null ? "" : texte;
    }
}
