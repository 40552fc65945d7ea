package fr.suiviclauses.journeys;

import fr.suiviclauses.demo.DemonstrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A {@link JourneyTest} through the demonstration, in the application that {@link DemonstrationTest} shares. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DemonstrationTest
@ExtendWith(NavigateurExtension.class)
@interface DemonstrationJourneyTest {}
