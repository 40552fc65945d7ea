package fr.suiviclauses.demo;

import fr.suiviclauses.ApplicationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * The application as a new user finds it: the demonstration loaded, its API open to {@link #JETON}. The classes with this
 * annotation share one application of their own, and must leave its data as they are.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationTest
@TestPropertySource(properties = {"suivi.demo=true", "suivi.api-jeton=" + DemonstrationTest.JETON})
public @interface DemonstrationTest {

    String JETON = "jeton-de-la-demonstration-0123456789";
}
