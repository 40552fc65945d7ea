package fr.suiviclauses.demarrage;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Looks before anything starts whether the port and the database can be had. Found here, a trouble is one sentence;
 * found by the pool, by Flyway or by Tomcat, it comes with pages of log.
 */
class VerificationInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        VerificationPort.verify(environment);
        VerificationBase.verify(environment);
    }
}
