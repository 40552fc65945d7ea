package fr.suiviclauses.journeys;

import fr.suiviclauses.ApplicationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The application seen from a real browser: a test method takes a {@link Navigateur}. Without a Chromium on the machine
 * these tests are skipped with a loud notice, and fail where {@code CI=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationTest
@ExtendWith(NavigateurExtension.class)
@interface JourneyTest {}
