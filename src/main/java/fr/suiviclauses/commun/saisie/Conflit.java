package fr.suiviclauses.commun.saisie;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What someone else did to a record while a form on it was open.
 *
 * @param phrase who and when
 * @param changements which fields, before and after
 * @param version the record's present version: the form carries it, so that saving again goes through knowingly
 * @param ensemble what the form's field of several values holds at present, in words, for the same reason; empty: it has none
 */
public record Conflit(String phrase, List<Changement> changements, int version, String ensemble) {

    public Conflit {
        changements = List.copyOf(changements);
    }

    /** On a form whose fields hold one value each. */
    public Conflit(String phrase, List<Changement> changements, int version) {
        this(phrase, changements, version, "");
    }

    /**
     * The same with a field of several values. They are another table's rows, and the journal keeps those that are taken
     * away but not those that are added: the form carries what it was opened on.
     *
     * @param avant what it held then, in the words of {@link #several}; empty: the form does not say
     * @param apres what it holds at present
     */
    public Conflit with(String champ, String avant, String apres) {
        List<Changement> tous = new ArrayList<>(changements);
        if (!avant.isEmpty() && !avant.equals(apres)) tous.add(new Changement(champ, avant, apres));
        return new Conflit(phrase, tous, version, apres);
    }

    /** Several values as one; "–" for none. */
    public static String several(Stream<String> valeurs) {
        String toutes = valeurs.collect(Collectors.joining("\u00a0; "));
        return toutes.isEmpty() ? "–" : toutes;
    }

    /** One field; "–" for what was or is empty. */
    public record Changement(String champ, String avant, String apres) {}
}
