package fr.suiviclauses.commun.saisie;

import java.util.List;

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

    /** One field; "–" for what was or is empty. */
    public record Changement(String champ, String avant, String apres) {}
}
