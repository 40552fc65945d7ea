package fr.suiviclauses;

import fr.suiviclauses.demarrage.BaseDeTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real PostgreSQL, at 9 o'clock in Paris on 17 January 2022, without the demonstration. All
 * classes with this annotation share one started application and its database, so a test that writes is
 * {@code @Transactional} (rolled back) or makes a structure of its own. It listens on a free port for the browser tests;
 * the others ask it through {@code MockMvcTester}. A test that needs other settings adds {@code @TestPropertySource}
 * and gets another application on an empty database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"suivi.demo=false", "spring.main.banner-mode=off"})
@ContextConfiguration(initializers = BaseDeTest.class)
// What was asked and answered is not kept to be printed should a test fail: of ten thousand forms that fills the
// memory.
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({HorlogeFixe.class, RequetesComptees.class})
public @interface ApplicationTest {}
