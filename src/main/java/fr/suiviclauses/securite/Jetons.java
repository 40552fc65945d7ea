package fr.suiviclauses.securite;

import java.util.Optional;

/** Recognises the bearer tokens of the API; implemented where accounts are kept. */
@FunctionalInterface
public interface Jetons {

    /** The account that a token acts for, empty when it is unknown, revoked, or its account is closed. */
    Optional<UtilisateurConnecte> find(String jeton);
}
