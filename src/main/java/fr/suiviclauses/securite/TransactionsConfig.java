package fr.suiviclauses.securite;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

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
}
