package fr.suiviclauses.heures;

import fr.suiviclauses.commun.Typographie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's month over all her contracts, as shown.
 *
 * @param mois "juin 2021"
 * @param total in hours, rejected ones apart
 * @param constat what the rules say of that total; null where they say nothing
 * @param justifiable the total is above a full month, and its year is open
 * @param justification why, as stored on the month's relevés; empty: nobody said
 * @param etat the relevés in their versions, which the form sends back
 */
record MoisPersonne(
        long personneId,
        String personne,
        String mois,
        String adresse,
        String total,
        @Nullable String constat,
        boolean close,
        boolean justifiable,
        String justification,
        String etat,
        List<Releve> releves) {

    MoisPersonne {
        releves = List.copyOf(releves);
    }

    /** "Heures de juin 2021", "Heures d’août 2021". */
    public String titre() {
        return "Heures " + Typographie.de(mois);
    }

    /**
     * Hours of the month.
     *
     * @param adresse where they are typed
     */
    record Releve(
            long contratId,
            String contrat,
            String lot,
            String adresse,
            String heures,
            String statut,
            boolean rejetee,
            @Nullable String remarque) {}
}
