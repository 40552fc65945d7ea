package fr.suiviclauses.securite;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Signs each transaction that writes with the account at work, for the triggers that keep the history. Here, so that no
 * service can forget it; an import, which runs outside requests, says itself whose it is.
 */
class AuteurTransactions extends JpaTransactionManager {

    private static final long serialVersionUID = 1L;

    AuteurTransactions(EntityManagerFactory unite) {
        super(unite);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        // Asked before a connection is taken: it may read the session, which takes one of its own.
        Long auteur = auteur();
        super.doBegin(transaction, definition);
        DataSource source = getDataSource();
        if (definition.isReadOnly() || auteur == null || source == null) return;
        Connection connexion = DataSourceUtils.getConnection(source);
        try (PreparedStatement signature =
                connexion.prepareStatement("select set_config('suivi.utilisateur', ?, true)")) {
            signature.setString(1, auteur.toString());
            signature.execute();
        } catch (SQLException broken) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the transaction could not be signed", broken);
        } finally {
            DataSourceUtils.releaseConnection(connexion, source);
        }
    }

    private static @Nullable Long auteur() {
        Authentication identification = SecurityContextHolder.getContext().getAuthentication();
        return identification != null && identification.getPrincipal() instanceof UtilisateurConnecte moi
                ? Long.valueOf(moi.id())
                : null;
    }
}
