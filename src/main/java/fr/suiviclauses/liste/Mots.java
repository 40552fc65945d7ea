package fr.suiviclauses.liste;

import fr.suiviclauses.commun.saisie.Textes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words of a search: each must be found somewhere, whatever accents and case. At most six; more would find nothing
 * that these don't.
 */
public record Mots(List<String> mots) {

    private static final int AU_PLUS = 6;

    /** What {@code like} takes for signs is only itself. */
    private static final String MOTIF =
            "'%%' || replace(replace(texte_normalise(:mot%1$d), '\\', '\\\\'), '%%', '\\%%') || '%%'";

    public Mots {
        mots = List.copyOf(mots);
    }

    public static Mots of(String q) {
        return new Mots(Stream.of(Textes.cherchable(q).split("[\\s,;]+", -1))
                .filter(mot -> !mot.isEmpty())
                .limit(AU_PLUS)
                .toList());
    }

    /**
     * The condition that a row fulfils, to put after another one.
     *
     * @param id the expression of the row's id
     * @param recherches SQL selects of ids, with the word as {@code :mot}, any of which finds it
     */
    public String conditions(String id, List<String> recherches) {
        return conditions(List.of(id + " in (" + String.join(" union all ", recherches) + ")"));
    }

    /**
     * The condition that a row fulfils, to put after another one.
     *
     * @param conditions SQL on the row, with the word as {@code :mot}, any of which finds it
     */
    public String conditions(List<String> conditions) {
        StringBuilder sql = new StringBuilder();
        String trouve = " and (" + String.join(" or ", conditions) + ")";
        for (int i = 0; i < mots.size(); i++) sql.append(trouve.replace(":mot", MOTIF.formatted(i)));
        return sql.toString();
    }

    /** The parameters that the condition uses. */
    public Map<String, String> parametres() {
        Map<String, String> valeurs = new LinkedHashMap<>();
        for (int i = 0; i < mots.size(); i++) valeurs.put("mot" + i, mots.get(i));
        return valeurs;
    }
}
