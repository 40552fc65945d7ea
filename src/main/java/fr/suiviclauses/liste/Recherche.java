package fr.suiviclauses.liste;

import fr.suiviclauses.commun.Nir;
import fr.suiviclauses.commun.saisie.Textes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriUtils;

/**
 * What is looked for on a page, as its address says it.
 *
 * @param q the words, as typed; empty: nothing is
 */
public record Recherche(String q) {

    public static final Recherche AUCUNE = new Recherche("");

    public static Recherche of(Map<String, String> adresse) {
        return new Recherche(
                Textes.cherchable(adresse.getOrDefault("q", "").strip()).strip());
    }

    public boolean vide() {
        return q.isEmpty();
    }

    /** To put at the end of an address that has parameters already: "&q=dupr%C3%A9". */
    public String parametre() {
        return vide() ? "" : "&q=" + UriUtils.encode(q, StandardCharsets.UTF_8);
    }

    /** For an address that is kept somewhere, if only until the next page: no social security number is. */
    public Recherche gardee() {
        return Nir.in(q) ? AUCUNE : this;
    }

    /** What a file says of it. */
    public List<String> notes() {
        return vide() ? List.of() : List.of("Recherche\u00a0: " + (Nir.in(q) ? Nir.MASQUE : q));
    }

    /** SQL to put after another condition; see {@link Mots#conditions(List)}. */
    public String conditions(List<String> conditions) {
        return Mots.of(q).conditions(conditions);
    }

    /** The parameters that the condition uses. */
    public Map<String, String> parametres() {
        return Mots.of(q).parametres();
    }
}
