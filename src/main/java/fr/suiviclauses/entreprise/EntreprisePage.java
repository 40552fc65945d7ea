package fr.suiviclauses.entreprise;

import fr.suiviclauses.avancement.Actions;
import fr.suiviclauses.commun.Evenement;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.grille.Extrait;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.contact.Contact;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A company's record.
 *
 * @param actions what is to be done for the marchés in which it has a role
 * @param roles its lots, with its role, what was done on each by everybody and at what pace
 * @param contrats people whom it employs, by name; null for who may not see names, who gets {@code personnes} alone
 * @param annees hours of the contracts it is the employer of
 * @param manquants months of the last twelve that are still to enter, latest first
 */
record EntreprisePage(
        long id,
        String nom,
        @Nullable String siren,
        String type,
        boolean actif,
        boolean libre,
        List<String> sirets,
        List<Contact> contacts,
        long marches,
        long personnes,
        Actions actions,
        Grille roles,
        @Nullable Extrait contrats,
        Grille annees,
        List<Manquant> manquants,
        List<Evenement> chronologie,
        List<Absorbee> absorbees) {

    EntreprisePage {
        sirets = List.copyOf(sirets);
        contacts = List.copyOf(contacts);
        manquants = List.copyOf(manquants);
        chronologie = List.copyOf(chronologie);
        absorbees = List.copyOf(absorbees);
    }

    /** A record that was merged into this one. */
    record Absorbee(
            long fusion, String nom, String quand, @Nullable String auteur) {}

    /** A month in which contracts have neither hours nor a confirmed none. */
    record Manquant(YearMonth mois, long contrats) {

        private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

        /** "décembre 2021". */
        public String libelle() {
            return MOIS.format(mois);
        }
    }

    public String adresse() {
        return "/entreprises/" + id;
    }

    /** "Un rôle dans 4 marchés ; emploie 12 personnes." */
    public String resume() {
        return (marches == 0
                        ? "Aucun rôle dans un marché"
                        : "Un rôle dans " + marches + (marches == 1 ? " marché" : " marchés"))
                + "\u00a0; "
                + (personnes == 0
                        ? "n’emploie personne."
                        : "a employé " + personnes + (personnes == 1 ? " personne." : " personnes."));
    }

    /** "12 personnes, 14 contrats". */
    public String employes() {
        long nombre = contrats == null ? 0 : contrats.total();
        return NombreAffiche.of(personnes)
                + (personnes == 1 ? " personne, " : " personnes, ")
                + NombreAffiche.of(nombre)
                + (nombre == 1 ? " contrat" : " contrats");
    }
}
