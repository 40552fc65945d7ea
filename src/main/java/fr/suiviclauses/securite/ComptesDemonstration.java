package fr.suiviclauses.securite;

import java.util.List;

/** The accounts that the sign-in page and the console offer, on a demonstration only. */
@FunctionalInterface
public interface ComptesDemonstration {

    /**
     * An account that anybody may use.
     *
     * @param role in French, as the page shows it
     */
    record Compte(String email, String motDePasse, String nom, String role) {}

    /** Empty when this installation holds no demonstration. */
    List<Compte> comptes();
}
