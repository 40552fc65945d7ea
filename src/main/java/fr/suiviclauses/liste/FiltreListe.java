package fr.suiviclauses.liste;

import fr.suiviclauses.referentiel.Libelle;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter of a list: one choice among some.
 *
 * @param code its name in the address
 * @param defaut the choice that stands when the address has none; empty: all rows
 * @param choix the choices, where they are always the same
 * @param requete where they are a structure's own: SQL with columns code and libelle; it may use {@code :structure},
 *     {@code :jour}, and {@code :choisi}, the choice that stands (empty: none); null otherwise
 * @param condition where {@code requete} gives the choices: SQL with the choice as {@code :<code>}, a text
 */
public record FiltreListe(
        String code,
        String libelle,
        String defaut,
        List<Choix> choix,
        @Nullable String requete,
        String condition) {

    public FiltreListe {
        choix = List.copyOf(choix);
    }

    /**
     * One choice.
     *
     * @param condition SQL that the rows kept fulfil; it may use {@code :structure}, {@code :utilisateur}, {@code :jour}
     */
    public record Choix(String code, String libelle, String condition) {}

    /** A choice among the codes of a nomenclature. */
    public static <E extends Enum<E> & Libelle> FiltreListe code(
            String code, String libelle, String expression, Class<E> type) {
        return selon(
                code,
                libelle,
                "",
                Arrays.stream(type.getEnumConstants())
                        .map(valeur ->
                                new Choix(valeur.name(), valeur.libelle(), expression + " = '" + valeur.name() + "'"))
                        .toList());
    }

    /** A choice among conditions. */
    public static FiltreListe selon(String code, String libelle, String defaut, List<Choix> choix) {
        return new FiltreListe(code, libelle, defaut, choix, null, "");
    }

    /** A choice among a structure's records. */
    public static FiltreListe parmi(String code, String libelle, String requete, String condition) {
        return new FiltreListe(code, libelle, "", List.of(), requete, condition);
    }

    /** Records in use, unless the others are asked for. */
    public static FiltreListe actif(String expression) {
        return selon(
                "etat",
                "État",
                "actifs",
                List.of(
                        new Choix("actifs", "Fiches actives", expression),
                        new Choix("inactifs", "Fiches désactivées", "not " + expression),
                        new Choix("tous", "Toutes", "true")));
    }
}
