package fr.suiviclauses.demarrage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SuiviPropertiesTest {

    @Test
    void every_documented_environment_variable_reaches_its_setting() {
        SuiviProperties suivi = bind(Map.of(
                "SUIVI_DONNEES", "/srv/suivi",
                "SUIVI_DEMO", "true",
                "SUIVI_ADMIN_EMAIL", "admin@exemple.fr",
                "SUIVI_ADMIN_MOT_DE_PASSE", "motdepasse-solide",
                "SUIVI_STRUCTURE", "PLIE de l’Est",
                "SUIVI_API_JETON", "j".repeat(32),
                "SUIVI_CLE", "clé"));

        assertThat(suivi)
                .isEqualTo(new SuiviProperties(
                        "/srv/suivi",
                        true,
                        new SuiviProperties.Admin("admin@exemple.fr", "motdepasse-solide"),
                        "PLIE de l’Est",
                        "j".repeat(32),
                        "clé"));
    }

    @Test
    void a_variable_that_a_container_file_passes_on_empty_counts_as_absent() {
        SuiviProperties suivi = bind(Map.of(
                "SUIVI_DONNEES", "",
                "SUIVI_DEMO", "",
                "SUIVI_ADMIN_EMAIL", "",
                "SUIVI_ADMIN_MOT_DE_PASSE", "",
                "SUIVI_STRUCTURE", "",
                "SUIVI_API_JETON", "",
                "SUIVI_CLE", ""));

        assertThat(suivi).isEqualTo(bind(Map.of()));
        assertThat(suivi)
                .isEqualTo(new SuiviProperties(
                        "./donnees", null, new SuiviProperties.Admin(null, null), "Ma structure", null, null));
    }

    @Test
    void secrets_are_not_printed() {
        SuiviProperties suivi = new SuiviProperties(
                "d", null, new SuiviProperties.Admin("a@b.fr", "secret-1"), "s", "secret-2", "secret-3");

        assertThat(suivi.toString() + suivi.admin()).doesNotContain("secret");
    }

    private static SuiviProperties bind(Map<String, String> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("suivi", SuiviProperties.class);
    }
}
