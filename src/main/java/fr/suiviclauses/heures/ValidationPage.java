package fr.suiviclauses.heures;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.heures.ValidationService.Extrait;
import fr.suiviclauses.heures.ValidationService.Releve;
import fr.suiviclauses.heures.ValidationService.Somme;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.liste.Recherche;
import fr.suiviclauses.referentiel.StatutHeures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of relevés of a status, to decide on.
 *
 * @param sujet what the filters name; empty: the whole structure
 * @param close the year is closed: nothing changes any more
 * @param retour the grid of the same hours
 * @param caches what the search's form sends besides its fields
 * @param filtres the month of the year
 * @param touteLAnnee where all the months are; null: they are here
 * @param sansRecherche the same without the search; null: nothing is searched
 * @param choisis those that were ticked before a refusal
 */
record ValidationPage(
        int annee,
        String titre,
        String sujet,
        boolean close,
        Lien retour,
        String adresse,
        String fichier,
        StatutHeures statut,
        String q,
        Map<String, String> caches,
        List<Liste.Filtre> filtres,
        @Nullable String touteLAnnee,
        @Nullable String sansRecherche,
        String compte,
        String vide,
        String explication,
        List<Lien> annees,
        List<Lien> statuts,
        List<Releve> releves,
        List<String> choisis,
        int page,
        int pages,
        @Nullable String precedente,
        @Nullable String suivante) {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    ValidationPage {
        caches = Collections.unmodifiableMap(new LinkedHashMap<>(caches));
        filtres = List.copyOf(filtres);
        annees = List.copyOf(annees);
        statuts = List.copyOf(statuts);
        releves = List.copyOf(releves);
        choisis = List.copyOf(choisis);
    }

    /** @param nombre of relevés behind it; empty where it is not counted */
    record Lien(String libelle, String nombre, String adresse, boolean courant) {}

    static ValidationPage of(DemandeValidation demande, Extrait extrait, List<String> choisis, LocalDate jour) {
        FiltreHeures filtre = demande.filtre();
        StatutHeures statut = demande.statut();
        YearMonth mois = demande.mois();
        DemandeValidation montree = demande.page(extrait.page());
        return new ValidationPage(
                filtre.annee(),
                "Validation des heures " + HeuresPageService.period(filtre),
                HeuresPageService.subject(extrait.entete()),
                extrait.entete().close(),
                grid(filtre),
                montree.adresse(),
                demande.fichier(),
                statut,
                demande.recherche().q(),
                hidden(filtre, statut),
                List.of(months(filtre.annee(), mois)),
                mois == null ? null : demande.sur(filtre.annee()).adresse(),
                demande.recherche().vide()
                        ? null
                        : demande.avec(Recherche.AUCUNE).adresse(),
                count(extrait.sommes().getOrDefault(statut, Somme.NULLE), statut),
                demande.recherche().vide() ? empty(statut) : "Rien ne correspond.",
                explanation(demande),
                years(demande, jour),
                Stream.of(StatutHeures.DECLAREE, StatutHeures.BROUILLON, StatutHeures.REJETEE, StatutHeures.VALIDEE)
                        .map(s -> new Lien(
                                label(s),
                                NombreAffiche.of(extrait.sommes()
                                        .getOrDefault(s, Somme.NULLE)
                                        .releves()),
                                demande.avec(s).adresse(),
                                s == statut))
                        .toList(),
                extrait.releves(),
                choisis,
                extrait.page(),
                extrait.pages(),
                extrait.page() > 1 ? demande.page(extrait.page() - 1).adresse() : null,
                extrait.page() < extrait.pages()
                        ? demande.page(extrait.page() + 1).adresse()
                        : null);
    }

    private static Lien grid(FiltreHeures filtre) {
        return filtre.sansCible()
                ? new Lien("Heures " + filtre.annee(), "", "/heures/choix?annee=" + filtre.annee(), false)
                : new Lien(
                        "Heures " + HeuresPageService.period(filtre),
                        "",
                        filtre.page(1).adresse(),
                        false);
    }

    private static Liste.Filtre months(int annee, @Nullable YearMonth courant) {
        List<Liste.Option> mois = new ArrayList<>();
        mois.add(new Liste.Option("", "Toute l’année"));
        for (int numero = 1; numero <= 12; numero++) {
            YearMonth un = YearMonth.of(annee, numero);
            mois.add(new Liste.Option(un.toString(), MOIS.format(un)));
        }
        return new Liste.Filtre("mois", "Mois", false, mois, courant == null ? "" : courant.toString());
    }

    private static Map<String, String> hidden(FiltreHeures filtre, StatutHeures statut) {
        Map<String, String> caches = new LinkedHashMap<>();
        caches.put("annee", Integer.toString(filtre.annee()));
        for (String cible : FiltreHeures.CIBLES) {
            Long id = filtre.cibles().get(cible);
            if (id != null) caches.put(cible, id.toString());
        }
        caches.put("statut", statut.name());
        return caches;
    }

    private static List<Lien> years(DemandeValidation demande, LocalDate jour) {
        int courante = demande.filtre().annee();
        int derniere = Math.max(jour.getYear(), courante);
        return IntStream.rangeClosed(Math.min(courante - 1, derniere - 2), derniere)
                .filter(annee -> Math.abs(annee - courante) <= 2 || annee >= derniere - 1)
                .mapToObj(annee ->
                        new Lien(Integer.toString(annee), "", demande.sur(annee).adresse(), annee == courante))
                .toList();
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

    private static String explanation(DemandeValidation demande) {
        String periode = demande.mois() == null ? "de l’année" : "du mois";
        return demande.recherche().vide()
                ? "Les heures " + periode + " qui auront ce statut apparaîtront ici."
                : "Aucun relevé " + periode
                        + " n’a ce statut et tout ce que vous cherchez. Essayez moins de lettres, ou un autre statut.";
    }
}
