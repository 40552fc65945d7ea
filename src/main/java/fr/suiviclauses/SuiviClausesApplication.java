package fr.suiviclauses;

import fr.suiviclauses.demarrage.ConsoleUtf8;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Suivi Clauses: with no setting at all, on its own embedded PostgreSQL with demonstration data. */
@SpringBootApplication
public class SuiviClausesApplication {

    public static void main(String[] args) {
        ConsoleUtf8.install();
        SpringApplication.run(SuiviClausesApplication.class, args);
    }
}
