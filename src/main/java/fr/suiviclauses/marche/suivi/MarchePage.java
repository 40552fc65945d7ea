package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.avancement.Actions;
import fr.suiviclauses.avancement.Avancement;
import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Evenement;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.grille.Extrait;
import fr.suiviclauses.referentiel.RoleParticipation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page per marché.
 *
 * @param au the day that obligations are shown for
 * @param total of its lots; null where there is but one
 * @param personnes people with counted hours up to the day, each once
 * @param gens who they are; null for a role that sees no name
 */
record MarchePage(
        Identite identite,
        LocalDate au,
        boolean aujourdhui,
        @Nullable Avancement total,
        List<Lot> lots,
        List<Entreprise> entreprises,
        long personnes,
        @Nullable Extrait gens,
        Actions actions,
        List<Evenement> chronologie) {

    MarchePage {
        lots = List.copyOf(lots);
        entreprises = List.copyOf(entreprises);
        chronologie = List.copyOf(chronologie);
    }

    /**
     * What a marché is.
     *
     * @param etat "En cours", "À venir", "Terminé"
     * @param occupe it has hours or contracts: it can't be deleted
     */
    record Identite(
            long id,
            String reference,
            @Nullable String objet,
            long donneurId,
            String donneur,
            String type,
            String forme,
            LocalDate debut,
            @Nullable LocalDate fin,
            boolean reconduit,
            String etat,
            @Nullable Long operationId,
            @Nullable String operation,
            @Nullable String facilitateur,
            boolean actif,
            boolean occupe) {

        /** "du 15/09/2020 au 30/06/2022". */
        public String dates() {
            if (fin == null) return "depuis le " + DateFrancaise.affiche(debut) + ", sans date de fin";
            return "du " + DateFrancaise.affiche(debut) + " au " + DateFrancaise.affiche(fin)
                    + (reconduit ? " (reconduit)" : "");
        }

        public boolean ordinaire() {
            return forme.equals("Marché ordinaire");
        }
    }

    /** A lot, what it owes and how it stands; warnings say what is at odds in it. */
    record Lot(
            long id,
            String numero,
            String titre,
            String famille,
            String clauses,
            @Nullable BigDecimal eurosParHeure,
            Avancement avancement,
            List<Mouvement> mouvements,
            List<String> avertissements) {

        Lot {
            mouvements = List.copyOf(mouvements);
            avertissements = List.copyOf(avertissements);
        }

        public String adresse() {
            return "/lots/" + id;
        }

        public String euros() {
            return NombreAffiche.of(eurosParHeure, 2);
        }
    }

    /**
     * A movement of a lot's obligation, and the obligation from its day on.
     *
     * @param enVigueur it is effective by the day shown
     * @param contraire the address of a form that compensates it
     */
    record Mouvement(
            String nature,
            String date,
            BigDecimal heures,
            BigDecimal obligation,
            @Nullable BigDecimal montant,
            @Nullable String motif,
            boolean enVigueur,
            String contraire) {

        /** "+200" or "−200". */
        public String signees() {
            return (heures.signum() > 0 ? "+" : "") + NombreAffiche.of(heures, 2);
        }

        public String cumul() {
            return NombreAffiche.of(obligation, 2);
        }

        public String montantAffiche() {
            return montant == null ? "" : NombreAffiche.of(montant, 2) + "\u00a0€";
        }
    }

    /** A company's role on a lot. */
    record Entreprise(
            long id, String nom, String type, long lotId, String lot, String role, String roleAffiche, String part) {

        public String adressePart() {
            return "/lots/" + lotId + "/participations/" + id + "/"
                    + RoleParticipation.valueOf(role).adresse();
        }
    }

    public String adresse() {
        return "/marches/" + identite.id;
    }

    public String auAffiche() {
        return DateFrancaise.affiche(au);
    }
}
