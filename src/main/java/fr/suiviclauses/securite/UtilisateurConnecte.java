package fr.suiviclauses.securite;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/**
 * Who is at work: ids, name and roles, no entity, for it lives in the session and in every scope.
 *
 * @param structureId the tenant; every query takes it as a parameter
 * @param email what she signs in with
 */
public record UtilisateurConnecte(
        long id, long structureId, String email, String nom, String structure, Set<Role> roles)
        implements Principal, Serializable {

    public UtilisateurConnecte {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return email;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
