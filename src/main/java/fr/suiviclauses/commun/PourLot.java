package fr.suiviclauses.commun;

import org.jspecify.annotations.Nullable;

/**
 * The lot for which someone enters what it still lacks, a company or a person, and to which she comes back once that is
 * done. It travels in the addresses of the forms on the way.
 *
 * @param id null where nobody came from a lot
 */
public record PourLot(@Nullable Long id) {

    /**
     * Reads the parameter of an address.
     *
     * @throws IntrouvableException for 404, where it is not the id of anything
     */
    public static PourLot of(String parametre) {
        return new PourLot(parametre.isEmpty() ? null : Identifiant.parse(parametre));
    }

    /** The address of the next form on the way. */
    public String on(String adresse) {
        return id == null ? adresse : adresse + "?lot=" + id;
    }
}
