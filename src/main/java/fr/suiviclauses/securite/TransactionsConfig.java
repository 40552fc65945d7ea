package fr.suiviclauses.securite;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that know who writes. */
@Configuration(proxyBeanMethods = false)
class TransactionsConfig {

    @Bean
    PlatformTransactionManager transactionManager(
            EntityManagerFactory unite, ObjectProvider<TransactionManagerCustomizers> reglages) {
        AuteurTransactions transactions = new AuteurTransactions(unite);
        reglages.ifAvailable(reglage -> reglage.customize(transactions));
        return transactions;
    }

    /**
     * Sessions are read and written in transactions of their own, which nobody signs: who is at work is itself read from
     * the session. Of the same kind as the others, so that each knows to step aside for the other.
     */
    // Not a default candidate: it would take the place of the transactions that everybody else asks for.
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(EntityManagerFactory unite) {
        JpaTransactionManager nonSignees = new JpaTransactionManager(unite);
        nonSignees.afterPropertiesSet();
        TransactionTemplate transactions = new TransactionTemplate(nonSignees);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return transactions;
    }
}
