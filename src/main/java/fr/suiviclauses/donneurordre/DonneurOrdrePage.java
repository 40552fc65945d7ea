package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.contact.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's record.
 *
 * @param absorbes buyers merged into this one, each of which can be taken out again
 * @param marches its marchés, the last begun first
 */
record DonneurOrdrePage(
        long id,
        String nom,
        String nature,
        boolean actif,
        int version,
        List<String> sirets,
        List<Charte> chartes,
        List<Contact> contacts,
        List<Absorbe> absorbes,
        Grille marches,
        Grille annees) {

    DonneurOrdrePage {
        sirets = List.copyOf(sirets);
        chartes = List.copyOf(chartes);
        contacts = List.copyOf(contacts);
        absorbes = List.copyOf(absorbes);
    }

    /** A charter that it signed; "depuis le …", "jusqu’au …". */
    record Charte(long id, String libelle, String dates, boolean enVigueur) {}

    /** A merge that can be undone. */
    record Absorbe(
            long fusion, String nom, String quand, @Nullable String auteur) {}

    public String adresse() {
        return "/donneurs-ordres/" + id;
    }
}
