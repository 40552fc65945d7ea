package fr.suiviclauses.entreprise;

import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.contact.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's record.
 *
 * @param roles its lots, with its role and what was done on each by everybody
 * @param contrats people whom it employs, by name; null for who may not see names, who gets {@code personnes} alone
 * @param annees hours of the contracts it is the employer of
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
        Grille roles,
        @Nullable Grille contrats,
        Grille annees) {

    EntreprisePage {
        sirets = List.copyOf(sirets);
        contacts = List.copyOf(contacts);
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
}
