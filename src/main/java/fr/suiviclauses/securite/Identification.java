package fr.suiviclauses.securite;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A successful sign-in, by password or by token. It keeps no secret. */
public final class Identification extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final UtilisateurConnecte moi;

    public Identification(UtilisateurConnecte moi) {
        super(AuthorityUtils.createAuthorityList(
                moi.roles().stream().map(Role::name).toList()));
        this.moi = moi;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public UtilisateurConnecte getPrincipal() {
        return moi;
    }

    @Override
    public boolean equals(Object autre) {
        return autre instanceof Identification i && moi.equals(i.moi) && super.equals(autre);
    }

    @Override
    public int hashCode() {
        return moi.hashCode();
    }
}
