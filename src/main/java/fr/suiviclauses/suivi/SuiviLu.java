package fr.suiviclauses.suivi;

import fr.suiviclauses.referentiel.Situation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up of one person, as stored.
 *
 * @param dernierMois her last month with counted hours in the cohort's year
 * @param aPartirDu from which day she may be called
 * @param situation what she answered; null: nothing yet
 */
record SuiviLu(
        long beneficiaireId,
        int cohorte,
        int jalon,
        LocalDate dernierMois,
        LocalDate aPartirDu,
        @Nullable Situation situation,
        @Nullable LocalDate dateReponse,
        String personne,
        @Nullable String telephone,
        @Nullable String employeur) {}
