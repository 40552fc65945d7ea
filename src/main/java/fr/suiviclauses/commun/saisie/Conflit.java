package fr.suiviclauses.commun.saisie;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What someone else did to a record while a form on it was open.
 *
 * @param phrase who and when
 * @param changements which fields, before and after
 * @param version the record's present version: the form carries it, so that saving again goes through knowingly
 */
public record Conflit(String phrase, List<Changement> changements, int version) {

    public Conflit {
        changements = List.copyOf(changements);
    }

    /** The same, said in words where a field held the code of a nomenclature. */
    public <E extends Enum<E>> Conflit labelled(E[] codes, Function<E, String> libelle) {
        Map<String, String> libelles = Arrays.stream(codes).collect(Collectors.toMap(Enum::name, libelle));
        return new Conflit(
                phrase,
                changements.stream()
                        .map(c -> new Changement(
                                c.champ,
                                libelles.getOrDefault(c.avant, c.avant),
                                libelles.getOrDefault(c.apres, c.apres)))
                        .toList(),
                version);
    }

    /** One field; "–" for what was or is empty. */
    public record Changement(String champ, String avant, String apres) {}
}
