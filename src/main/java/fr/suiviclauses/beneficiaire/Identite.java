package fr.suiviclauses.beneficiaire;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a record is about.
 *
 * @param nom null once she is anonymised, like her first name and birth
 * @param fusionneDans the record that this one was merged into
 */
public record Identite(
        long id,
        @Nullable String reference,
        @Nullable String nom,
        @Nullable String prenom,
        @Nullable LocalDate naissance,
        String sexe,
        @Nullable String adresse,
        @Nullable String codePostal,
        @Nullable String commune,
        @Nullable String telephone,
        @Nullable String courriel,
        @Nullable String motifHomonyme,
        boolean actif,
        int version,
        @Nullable Long fusionneDans) {

    public String nomComplet() {
        return nom == null ? "Personne anonymisée" : nom + " " + prenom;
    }

    public boolean anonyme() {
        return nom == null;
    }
}
