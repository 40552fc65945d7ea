package fr.suiviclauses.demarrage;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The program's own settings, each an environment variable of the same name ({@code SUIVI_API_JETON} is
 * {@code suivi.api-jeton}). A blank value counts as absent, as container files pass on variables that nobody has set.
 *
 * @param donnees folder of the embedded PostgreSQL
 * @param demo null when nobody decided: then only a new embedded database gets the demonstration
 * @param structure name of the first structure of a new installation
 * @param apiJeton first token of the API
 * @param cle key for secrets at rest
 */
@ConfigurationProperties("suivi")
public record SuiviProperties(
        @DefaultValue("./donnees") String donnees,
        @Nullable Boolean demo,
        @DefaultValue Admin admin,
        @DefaultValue("Ma structure") String structure,
        @Nullable String apiJeton,
        @Nullable String cle) {

    public SuiviProperties {
        donnees = StringUtils.hasText(donnees) ? donnees : "./donnees";
        structure = StringUtils.hasText(structure) ? structure : "Ma structure";
        apiJeton = presentOrNull(apiJeton);
        cle = presentOrNull(cle);
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "SuiviProperties[donnees=" + donnees + ", demo=" + demo + ", structure=" + structure + "]";
    }

    /** The first administrator of a new installation. */
    public record Admin(@Nullable String email, @Nullable String motDePasse) {

        public Admin {
            email = presentOrNull(email);
            motDePasse = presentOrNull(motDePasse);
        }

        @Override
        public String toString() {
            return "Admin[email=" + email + "]";
        }
    }

    private static @Nullable String presentOrNull(@Nullable String value) {
        return StringUtils.hasText(value) ? value : null;
    }
}
