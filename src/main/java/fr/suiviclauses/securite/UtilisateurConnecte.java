package fr.suiviclauses.securite;

import java.io.Serializable;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is at work: ids, name and roles, no entity, for it lives in the session and in every scope.
 *
 * @param structureId the tenant; every query takes it as a parameter
 * @param email what she signs in with
 * @param dateDemonstration the day on which her structure's demonstration stands still, null for a real structure
 */
public record UtilisateurConnecte(
        long id,
        long structureId,
        String email,
        String nom,
        String structure,
        @Nullable LocalDate dateDemonstration,
        Set<Role> roles)
        implements Principal, Serializable {

    public UtilisateurConnecte {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return email;
    }

    /** The day that to-do lists, projections and "not in the future" go by; security keeps the real clock. */
    public LocalDate dateMetier(Clock clock) {
        return dateDemonstration == null ? LocalDate.now(clock) : dateDemonstration;
    }

    /** Whether her roles open an address, by the same rules that guard it. */
    public boolean mayOpen(String chemin) {
        return Acces.opens(chemin, roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
