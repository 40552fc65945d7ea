package fr.suiviclauses.demarrage;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Whether the PostgreSQL of the settings answers, lets us in and is recent enough. */
final class VerificationBase {

    private static final int VERSION_MINIMALE = 15;

    private final String url;
    private final Properties adresse;

    private VerificationBase(String url, Properties adresse) {
        this.url = url;
        this.adresse = adresse;
    }

    static void verify(Environment environment) {
        String url = environment.getProperty("spring.datasource.url");
        if (!StringUtils.hasText(url)) {
            return;
        }
        VerificationBase base = new VerificationBase(url, address(url));
        Compte application = Compte.of(environment, "spring.datasource.username", "spring.datasource.password");
        Compte proprietaire = Compte.of(environment, "spring.flyway.user", "spring.flyway.password");
        base.verify(application, proprietaire.nom() == null);
        if (proprietaire.nom() != null) {
            base.verify(proprietaire, true);
        }
    }

    /** An account of the database, and the names of the two settings that give it. */
    private record Compte(
            @Nullable String nom, @Nullable String motDePasse, String variableNom, String variableMotDePasse) {

        static Compte of(Environment environment, String nom, String motDePasse) {
            return new Compte(
                    environment.getProperty(nom),
                    environment.getProperty(motDePasse),
                    variable(nom),
                    variable(motDePasse));
        }

        private static String variable(String property) {
            return property.toUpperCase(Locale.ROOT).replace('.', '_');
        }
    }

    private static Properties address(String url) {
        try {
            Properties adresse = new Properties();
            for (DriverPropertyInfo partie : DriverManager.getDriver(url).getPropertyInfo(url, new Properties())) {
                if (partie.value != null) {
                    adresse.setProperty(partie.name, partie.value);
                }
            }
            return adresse;
        } catch (SQLException notOurs) {
            throw new DemarrageException(
                    "SPRING_DATASOURCE_URL n'est pas l'adresse d'une base PostgreSQL : écrivez-la comme"
                            + " jdbc:postgresql://serveur:5432/base.",
                    notOurs);
        }
    }

    private void verify(Compte compte, boolean migre) {
        Properties properties = new Properties();
        properties.setProperty("loginTimeout", "15");
        if (compte.nom() != null) {
            properties.setProperty("user", compte.nom());
        }
        if (compte.motDePasse() != null) {
            properties.setProperty("password", compte.motDePasse());
        }
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            refuseOld(connection.getMetaData().getDatabaseMajorVersion());
            if (migre) {
                refusePowerless(connection);
            }
        } catch (SQLException e) {
            throw unreachable(e, compte);
        }
    }

    static void refuseOld(int majeure) {
        if (majeure < VERSION_MINIMALE) {
            throw new DemarrageException("Cette base tourne sous PostgreSQL " + majeure + ", et Suivi Clauses demande"
                    + " PostgreSQL " + VERSION_MINIMALE
                    + " ou plus récent : mettez PostgreSQL à niveau, ou indiquez une"
                    + " autre base avec SPRING_DATASOURCE_URL.");
        }
    }

    /** On a new database, the migrations would stop at their first table. */
    private void refusePowerless(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet droits = statement.executeQuery("select current_user, coalesce(has_schema_privilege("
                        + "current_schema(), 'create'), false)")) {
            if (droits.next() && !droits.getBoolean(2)) {
                throw new DemarrageException("Le compte « " + droits.getString(1)
                        + " » n'a pas le droit de créer des tables dans la base « " + nom()
                        + " » : rendez-le propriétaire de la base, ou indiquez son propriétaire avec SPRING_FLYWAY_USER"
                        + " et SPRING_FLYWAY_PASSWORD.");
            }
        }
    }

    private DemarrageException unreachable(SQLException e, Compte compte) {
        String serveur = adresse.getProperty("PGHOST") + ":" + adresse.getProperty("PGPORT");
        String etat = String.valueOf(e.getSQLState());
        String phrase;
        if (causedBy(e, UnknownHostException.class)) {
            phrase = "Le serveur de base de données « " + adresse.getProperty("PGHOST")
                    + " » est introuvable : corrigez son nom dans SPRING_DATASOURCE_URL.";
        } else if (causedBy(e, ConnectException.class) || causedBy(e, SocketTimeoutException.class)) {
            phrase = "Aucun PostgreSQL ne répond à l'adresse " + serveur
                    + " : démarrez-le, ou corrigez SPRING_DATASOURCE_URL.";
        } else if (etat.startsWith("28") || etat.equals("08004")) {
            phrase = "PostgreSQL (" + serveur + ") refuse "
                    + (compte.nom() == null ? "une connexion sans compte" : "le compte « " + compte.nom() + " »")
                    + " : vérifiez " + compte.variableNom() + " et " + compte.variableMotDePasse() + ".";
        } else if (etat.equals("3D000")) {
            phrase = "La base « " + nom() + " » n'existe pas sur " + serveur
                    + " : créez-la, ou corrigez son nom dans SPRING_DATASOURCE_URL.";
        } else {
            phrase = "La base « " + nom() + " » (" + serveur + ") n'est pas joignable : réglez la cause, dite par"
                    + " PostgreSQL « " + firstLine(e) + " », ou corrigez SPRING_DATASOURCE_URL.";
        }
        return new DemarrageException(phrase, e);
    }

    private @Nullable String nom() {
        return adresse.getProperty("PGDBNAME");
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }

    private static boolean causedBy(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
