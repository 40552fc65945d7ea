package fr.suiviclauses.compte;

import fr.suiviclauses.securite.Role;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens structures and accounts. */
@Service
@RequiredArgsConstructor
@Transactional
public class CompteService {

    private final StructureRepository structures;
    private final UtilisateurRepository utilisateurs;
    private final UtilisateurRoleRepository roles;
    private final JetonApiRepository jetons;
    private final PasswordEncoder passwords;

    /** The structure that was opened first; empty on a new installation. */
    @Transactional(readOnly = true)
    public Optional<Long> firstStructure() {
        return structures.findFirstByOrderById().map(Structure::getId);
    }

    /** The structure that holds the demonstration; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<Long> demonstration() {
        return structures.findFirstByDateDemonstrationIsNotNullOrderById().map(Structure::getId);
    }

    @Transactional(readOnly = true)
    boolean hasAccount() {
        return utilisateurs.count() > 0;
    }

    @Transactional(readOnly = true)
    boolean isAccount(String email) {
        return utilisateurs.existsByEmail(IdentificationService.normalize(email));
    }

    /** Whether an administrator exists besides the accounts that a demonstration offers to everybody. */
    @Transactional(readOnly = true)
    boolean hasOwnAdministrator() {
        return utilisateurs.countOwnAdministrators() > 0;
    }

    @Transactional(readOnly = true)
    boolean hasApi() {
        return jetons.count() > 0;
    }

    /**
     * Opens a structure.
     *
     * @param dateDemonstration the fixed business date of a demonstration, null for a real structure
     * @return its id
     */
    public long openStructure(String nom, @Nullable LocalDate dateDemonstration) {
        return structures.saveAndFlush(new Structure(nom, dateDemonstration)).getId();
    }

    /**
     * Opens an account.
     *
     * @param motDePasse in clear, hashed here; null for an account that never signs in by form
     * @return its id
     */
    public long openAccount(
            long structureId, String email, String nom, @Nullable String motDePasse, Set<Role> attribues) {
        Utilisateur utilisateur = utilisateurs.saveAndFlush(new Utilisateur(
                structures.getReferenceById(structureId),
                IdentificationService.normalize(email),
                nom,
                motDePasse == null ? null : passwords.encode(motDePasse)));
        attribues.forEach(role -> roles.save(new UtilisateurRole(structureId, utilisateur.getId(), role)));
        return utilisateur.getId();
    }

    /**
     * Opens the API for programs of a structure: an account of its own, which can't sign in by form, and its token.
     *
     * @param jeton 32 characters or more
     */
    public void openApi(long structureId, String jeton) {
        long utilisateurId = openAccount(
                structureId,
                "api-" + structureId + "@suivi-clauses.invalid",
                "API",
                null,
                EnumSet.of(Role.ADMINISTRATEUR, Role.FACILITATEUR));
        jetons.save(new JetonApi(structureId, utilisateurId, "Premier jeton", jeton));
    }
}
