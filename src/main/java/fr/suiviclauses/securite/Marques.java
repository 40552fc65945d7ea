package fr.suiviclauses.securite;

import java.util.Optional;

/** What only the pages of an account know of it; implemented where accounts are kept. */
@FunctionalInterface
public interface Marques {

    /** A text that nobody can guess, the same until the password changes; empty for an account that can't sign in. */
    Optional<String> find(long utilisateur);
}
