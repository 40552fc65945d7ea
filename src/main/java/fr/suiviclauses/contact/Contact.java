package fr.suiviclauses.contact;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to call.
 *
 * @param actuel still there on the business day
 * @param dates "depuis le 01/03/2021", "du … au …"; empty where none is known
 */
public record Contact(
        long id,
        String nom,
        @Nullable String fonction,
        @Nullable String courriel,
        @Nullable String telephone,
        String dates,
        boolean actuel) {}
