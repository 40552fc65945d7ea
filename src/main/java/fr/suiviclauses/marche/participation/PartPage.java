package fr.suiviclauses.marche.participation;

import fr.suiviclauses.commun.Typographie;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.referentiel.RoleParticipation;
import org.jspecify.annotations.Nullable;

/** The form of a company's share in a lot. */
record PartPage(
        LotConcerne lot,
        long entrepriseId,
        String entreprise,
        RoleParticipation role,
        @Nullable Conflit conflit) {

    public String titre() {
        return "Part " + Typographie.de(entreprise);
    }

    public String adresse() {
        return lot.adresse() + "/participations/" + entrepriseId + "/" + role.adresse();
    }
}
