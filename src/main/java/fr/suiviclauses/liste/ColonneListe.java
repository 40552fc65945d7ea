package fr.suiviclauses.liste;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.referentiel.Libelle;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param code its name in the address, where the list can be sorted by it
 * @param sql its value, an expression on the tables of the list. One that reads other tables is asked once for each row
 *     shown, and for each row of all where the list is sorted by it: what is long to find belongs in the list's base.
 * @param tri the expression that it is sorted by; null: it is not
 * @param chiffre it holds figures, aligned on the right
 */
public record ColonneListe(
        String code, String libelle, String sql, @Nullable String tri, boolean chiffre, Lecture lecture) {

    /** Reads a value of the result, by its name. */
    public interface Lecture {
        @Nullable
        Object read(ResultSet ligne, String colonne) throws SQLException;
    }

    public static ColonneListe texte(String code, String libelle, String sql) {
        return new ColonneListe(
                code,
                libelle,
                sql,
                "texte_normalise((" + sql + ")::text)",
                false,
                (ligne, nom) -> ligne.getString(nom));
    }

    /** A code of a nomenclature, shown by its label. */
    public static <E extends Enum<E> & Libelle> ColonneListe code(
            String code, String libelle, String sql, Class<E> type) {
        Map<String, String> libelles =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Libelle::name, Libelle::libelle));
        return new ColonneListe(code, libelle, sql, sql, false, (ligne, nom) -> {
            String valeur = ligne.getString(nom);
            return valeur == null ? null : libelles.getOrDefault(valeur, valeur);
        });
    }

    public static ColonneListe entier(String code, String libelle, String sql) {
        return new ColonneListe(code, libelle, sql, sql, true, (ligne, nom) -> ligne.getObject(nom, Long.class));
    }

    public static ColonneListe heures(String code, String libelle, String sql) {
        return new ColonneListe(code, libelle, sql, sql, true, (ligne, nom) -> {
            BigDecimal valeur = ligne.getBigDecimal(nom);
            return valeur == null ? null : new Heures(valeur);
        });
    }

    public static ColonneListe date(String code, String libelle, String sql) {
        return new ColonneListe(code, libelle, sql, sql, false, (ligne, nom) -> ligne.getObject(nom, LocalDate.class));
    }

    /** A year, from its number. */
    public static ColonneListe annee(String code, String libelle, String sql) {
        return new ColonneListe(code, libelle, sql, sql, false, (ligne, nom) -> Year.of(ligne.getInt(nom)));
    }

    /** The month of a date. */
    public static ColonneListe mois(String code, String libelle, String sql) {
        return new ColonneListe(code, libelle, sql, sql, false, (ligne, nom) -> {
            LocalDate jour = ligne.getObject(nom, LocalDate.class);
            return jour == null ? null : YearMonth.from(jour);
        });
    }

    /** A ratio (1.11 is shown 111 %): never capped, "–" without a denominator (null). */
    public static ColonneListe taux(String code, String libelle, String sql) {
        return new ColonneListe(
                code, libelle, sql, sql, true, (ligne, nom) -> Part.of(ligne.getBigDecimal(nom), BigDecimal.ONE));
    }

    public ColonneListe sansTri() {
        return new ColonneListe(code, libelle, sql, null, chiffre, lecture);
    }
}
