package fr.suiviclauses.compte;

import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Jetons;
import fr.suiviclauses.securite.Marques;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recognises an account, by address and password, by API token, or by what its pages alone know. */
@Service
class IdentificationService implements AuthenticationProvider, Jetons, Marques {

    private final UtilisateurRepository utilisateurs;
    private final PasswordEncoder passwords;

    /** Compared when the address is unknown, so that the time taken does not tell which addresses exist. */
    private final String leurre;

    IdentificationService(UtilisateurRepository utilisateurs, PasswordEncoder passwords) {
        this.utilisateurs = utilisateurs;
        this.passwords = passwords;
        this.leurre = Objects.requireNonNull(passwords.encode("leurre"));
    }

    @Override
    @Transactional(readOnly = true)
    public Authentication authenticate(Authentication demande) {
        String email = normalize(demande.getName());
        Optional<Utilisateur> trouve =
                email.indexOf('\0') < 0 ? utilisateurs.findActiveByEmail(email) : Optional.empty();
        String attendu = trouve.map(Utilisateur::getMotDePasse).orElse(leurre);
        boolean juste = passwords.matches(String.valueOf(demande.getCredentials()), attendu);
        if (trouve.isEmpty() || trouve.get().getMotDePasse() == null || !juste) {
            throw new BadCredentialsException("unknown address or wrong password");
        }
        return new Identification(connecte(trouve.get()));
    }

    @Override
    public boolean supports(Class<?> demande) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(demande);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UtilisateurConnecte> find(String jeton) {
        if (jeton.length() < JetonApi.LONGUEUR_MINIMALE) {
            return Optional.empty();
        }
        return utilisateurs.findByJeton(JetonApi.empreinte(jeton)).map(this::connecte);
    }

    /** Made of the hashed password, which nobody sees, and of which it tells nothing. */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> find(long utilisateur) {
        return utilisateurs
                .findById(utilisateur)
                .filter(Utilisateur::isActif)
                .map(Utilisateur::getMotDePasse)
                .map(secret -> marque(utilisateur, secret));
    }

    private static String marque(long utilisateur, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("form of " + utilisateur).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    static String normalize(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private UtilisateurConnecte connecte(Utilisateur utilisateur) {
        return utilisateur.connecte(utilisateurs.roles(utilisateur.getId()));
    }
}
