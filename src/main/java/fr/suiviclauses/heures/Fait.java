package fr.suiviclauses.heures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of a cell, for the rules.
 *
 * @param debut of the work contract
 * @param rattache the contract is expected on the lot, or has hours there
 * @param eligible the month is in one of the person's eligibility windows
 * @param dansMarche at least one day of the month is within the marché's dates
 * @param close the year is closed
 * @param releve the stored hours; null without
 * @param statut of the stored hours
 * @param auteur who last entered them; null: the program itself, or nobody
 * @param total of the person that month over all her contracts, rejected hours apart, this cell's included
 */
record Fait(
        Cle cle,
        long personne,
        String nom,
        LocalDate debut,
        @Nullable LocalDate fin,
        boolean rattache,
        boolean eligible,
        boolean dansMarche,
        boolean close,
        Etat etat,
        @Nullable Long releve,
        @Nullable String statut,
        @Nullable String justification,
        @Nullable String auteur,
        @Nullable Instant moment,
        BigDecimal total) {

    /** The stored hours, as far as they are part of the person's month. */
    BigDecimal pesees() {
        return etat.heures() == null || "REJETEE".equals(statut) ? BigDecimal.ZERO : etat.heures();
    }

    /** The same, knowing who emptied the cell. */
    Fait efface(@Nullable String par, Instant quand) {
        return new Fait(
                cle,
                personne,
                nom,
                debut,
                fin,
                rattache,
                eligible,
                dansMarche,
                close,
                etat,
                releve,
                statut,
                justification,
                par,
                quand,
                total);
    }

    YearMonth mois() {
        return cle.mois();
    }
}
