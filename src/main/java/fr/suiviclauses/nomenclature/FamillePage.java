package fr.suiviclauses.nomenclature;

import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.liste.Liste;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a purchase family.
 *
 * @param fiche the family as it is; null for a new one
 */
record FamillePage(
        List<Liste.Option> groupes,
        @Nullable Fiche fiche,
        @Nullable Conflit conflit) {

    FamillePage {
        groupes = List.copyOf(groupes);
    }

    /**
     * A family.
     *
     * @param lots how many lots are in it
     */
    record Fiche(long id, String nom, String groupe, boolean actif, int version, long lots) {}

    public String titre() {
        return fiche == null ? "Nouvelle famille d’achats" : fiche.nom();
    }

    public String adresse() {
        return "/nomenclatures/familles/" + (fiche == null ? "nouvelle" : Long.toString(fiche.id()));
    }
}
