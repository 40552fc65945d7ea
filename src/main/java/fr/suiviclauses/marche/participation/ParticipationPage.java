package fr.suiviclauses.marche.participation;

import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.referentiel.RoleParticipation;
import java.util.List;

/** The form of a company's role on a lot. */
record ParticipationPage(LotConcerne lot, Trouvees trouvees) {

    public List<RoleParticipation> roles() {
        return List.of(RoleParticipation.values());
    }

    /**
     * The companies that a search found.
     *
     * @param lot where one of them is to get a role
     * @param choisie the id of the one that is ticked; empty: none
     */
    record Trouvees(long lot, String q, String choisie, List<Entreprise> entreprises) {

        Trouvees {
            entreprises = List.copyOf(entreprises);
        }

        public boolean cherche() {
            return !q.isBlank();
        }
    }

    /** A company to choose. */
    record Entreprise(long id, String nom, String type, String siren) {

        public String code() {
            return Long.toString(id);
        }

        /** "Entreprise classique · 999 000 011". */
        public String precision() {
            return type + (siren.isEmpty() ? ", sans SIREN" : " · SIREN " + siren);
        }
    }
}
