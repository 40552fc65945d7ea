package fr.suiviclauses.bilan.perimetre;

import fr.suiviclauses.commun.RequeteInvalideException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * What a bilan is computed on: the counted hours of a structure, from January of {@code depuis} to December of
 * {@code annee}, on the lots that the filters select.
 *
 * @param depuis first year of the period; usually {@code annee} itself
 * @param annee the bilan's year, last of the period
 */
public record Perimetre(long structureId, int depuis, int annee, Filtres filtres) {

    /** The years that the schema and the addresses know. */
    static final int PREMIERE_ANNEE = 1990;

    static final int DERNIERE_ANNEE = 2200;

    public Perimetre {
        if (annee < PREMIERE_ANNEE || annee > DERNIERE_ANNEE) {
            throw new RequeteInvalideException(
                    "L’année doit être entre %d et %d.".formatted(PREMIERE_ANNEE, DERNIERE_ANNEE));
        }
        if (depuis < PREMIERE_ANNEE || depuis > annee) {
            throw new RequeteInvalideException(
                    "La première année, « depuis », doit être entre %d et %d, l’année du bilan."
                            .formatted(PREMIERE_ANNEE, annee));
        }
    }

    /** One year without filters. */
    public static Perimetre annee(long structureId, int annee) {
        return new Perimetre(structureId, annee, annee, Filtres.AUCUN);
    }

    public LocalDate debut() {
        return LocalDate.of(depuis, 1, 1);
    }

    public LocalDate fin() {
        return LocalDate.of(annee, 12, 31);
    }

    /** Several years at once: then nothing is compared with a year before, and there is no cohort. */
    public boolean pluriannuel() {
        return depuis < annee;
    }

    public Perimetre avecAnnee(int autre) {
        return new Perimetre(structureId, pluriannuel() ? Math.min(depuis, autre) : autre, autre, filtres);
    }

    public Perimetre avecDepuis(int autre) {
        return new Perimetre(structureId, autre, annee, filtres);
    }

    public Perimetre avecFiltres(Filtres autres) {
        return new Perimetre(structureId, depuis, annee, autres);
    }

    /** "2021", or "2012–2021". */
    public String periode() {
        return pluriannuel() ? depuis + "–" + annee : String.valueOf(annee);
    }

    /** "2021 · Donneurs d’ordres publics · Travaux": printed on each page and export. */
    public String phrase() {
        return filtres.vides() ? periode() : periode() + " · " + filtres.phrase();
    }

    /** The parameters beside the year's path, in one canonical order, not encoded. */
    public Map<String, String> parametres() {
        Map<String, String> parametres = new LinkedHashMap<>();
        if (pluriannuel()) {
            parametres.put("depuis", String.valueOf(depuis));
        }
        parametres.putAll(filtres.parametres());
        return parametres;
    }

    /** "?depuis=2012&nature=PRIVE", encoded; empty without parameters. To append to an address of the same year. */
    public String requete() {
        return requeteAvec(Map.of());
    }

    /** The same with more parameters after the filters. */
    public String requeteAvec(Map<String, String> autres) {
        Map<String, String> parametres = parametres();
        parametres.putAll(autres);
        return parametres.isEmpty()
                ? ""
                : parametres.entrySet().stream()
                        .map(p -> p.getKey() + "=" + UriUtils.encode(p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
