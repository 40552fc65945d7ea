package fr.suiviclauses.suivi;

import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.referentiel.Situation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The follow-ups asked for.
 *
 * @param sansRecherche the same without the search; null: nothing is searched
 * @param tousLesEtats the same search among all; null: nothing is searched, or it is among all already
 * @param fichier all pages as a file, its format to be added
 * @param filtres with the choice that stands
 * @param taux a line a cohort
 * @param retour the query of this page, which each row's form brings back
 */
record SuivisPage(
        String compte,
        boolean restreinte,
        String vide,
        String q,
        @Nullable String sansRecherche,
        @Nullable String tousLesEtats,
        String fichier,
        List<Liste.Filtre> filtres,
        List<LigneTaux> taux,
        List<LigneSuivi> lignes,
        List<Situation> emploi,
        List<Situation> sansEmploi,
        String jour,
        String retour,
        int page,
        int pages,
        @Nullable String precedente,
        @Nullable String suivante) {

    SuivisPage {
        filtres = List.copyOf(filtres);
        taux = List.copyOf(taux);
        lignes = List.copyOf(lignes);
        emploi = List.copyOf(emploi);
        sansEmploi = List.copyOf(sansEmploi);
    }

    /** "2021", "1 434 personnes", and at 3, 6 and 12 months "620 sur 1 434 (43 %)". */
    record LigneTaux(int cohorte, String personnes, List<Jalon> jalons) {

        LigneTaux {
            jalons = List.copyOf(jalons);
        }

        record Jalon(String part, String detail) {}
    }

    /**
     * A person to call, or who answered.
     *
     * @param id of the row on the page
     * @param reponse what she answered, and when; null: nothing yet
     * @param avant the code of it
     * @param aVenir it is too early to call
     * @param date as typed, where it was refused
     * @param refus why what was sent for this row was refused; null: nothing was
     */
    record LigneSuivi(
            String id,
            long beneficiaire,
            String personne,
            int cohorte,
            int jalon,
            String quand,
            @Nullable String employeur,
            @Nullable String telephone,
            @Nullable String reponse,
            boolean repondu,
            String avant,
            boolean aVenir,
            String date,
            @Nullable String refus) {}
}
