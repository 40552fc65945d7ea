package fr.suiviclauses.contrat;

import fr.suiviclauses.commun.Typographie;
import fr.suiviclauses.commun.grille.Grille;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract's record.
 *
 * @param lots where its hours are expected or were done
 * @param avertissements what does not go together: said, never refused
 * @param mois its hours, month by month, and why some don't count
 */
record ContratPage(
        long id,
        String personne,
        long beneficiaireId,
        String employeur,
        long employeurId,
        @Nullable String titulaire,
        @Nullable Long titulaireId,
        @Nullable String lieu,
        String modalite,
        @Nullable String type,
        String dates,
        boolean fini,
        @Nullable String reference,
        List<Lot> lots,
        List<Avertissement> avertissements,
        Grille mois) {

    ContratPage {
        lots = List.copyOf(lots);
        avertissements = List.copyOf(avertissements);
    }

    /** A lot, by its marché. */
    record Lot(long id, long marcheId, String libelle, boolean heures) {}

    /**
     * Something to look at.
     *
     * @param adresse where it is mended; null: on this record
     */
    record Avertissement(String phrase, @Nullable String adresse, String lien) {}

    public String titre() {
        return "Contrat " + Typographie.de(personne);
    }

    public String adresse() {
        return "/contrats/" + id;
    }
}
