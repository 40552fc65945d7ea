package fr.suiviclauses.demarrage;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each started application an empty database of its own, on the one server of this test run. */
public class BaseDeTest implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger NUMERO = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ServeurDeTest.Base base = ServeurDeTest.instance().create("essai_" + NUMERO.incrementAndGet());
        TestPropertyValues.of(
                        "spring.datasource.url=" + base.url(),
                        "spring.datasource.username=" + base.utilisateur(),
                        "spring.datasource.password=" + base.motDePasse())
                .applyTo(context);
    }
}
