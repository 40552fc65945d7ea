package fr.suiviclauses;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Suivi Clauses: with no setting at all, on its own embedded PostgreSQL with demonstration data. */
@SpringBootApplication
public class SuiviClausesApplication {

    public static void main(String[] args) {
        SpringApplication.run(SuiviClausesApplication.class, args);
    }
}
