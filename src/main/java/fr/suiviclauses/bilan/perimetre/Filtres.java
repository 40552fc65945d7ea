package fr.suiviclauses.bilan.perimetre;

import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.referentiel.TypeMarche;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a bilan; they select lots, and null selects all. Names are exact names of the structure.
 *
 * @param groupe one of the 14 groups of purchase families, by its label
 * @param clause lots that carry this clause, whatever others they carry
 */
public record Filtres(
        @Nullable NatureDonneurOrdre nature,
        @Nullable String donneurOrdre,
        @Nullable String operation,
        @Nullable String groupe,
        @Nullable TypeMarche type,
        @Nullable TypeClause clause) {

    public static final Filtres AUCUN = new Filtres(null, null, null, null, null, null);

    public boolean vides() {
        return equals(AUCUN);
    }

    public Filtres avecNature(@Nullable NatureDonneurOrdre autre) {
        return new Filtres(autre, donneurOrdre, operation, groupe, type, clause);
    }

    public Filtres avecDonneurOrdre(@Nullable String autre) {
        return new Filtres(nature, autre, operation, groupe, type, clause);
    }

    public Filtres avecOperation(@Nullable String autre) {
        return new Filtres(nature, donneurOrdre, autre, groupe, type, clause);
    }

    public Filtres avecGroupe(@Nullable String autre) {
        return new Filtres(nature, donneurOrdre, operation, autre, type, clause);
    }

    public Filtres avecType(@Nullable TypeMarche autre) {
        return new Filtres(nature, donneurOrdre, operation, groupe, autre, clause);
    }

    public Filtres avecClause(@Nullable TypeClause autre) {
        return new Filtres(nature, donneurOrdre, operation, groupe, type, autre);
    }

    /** The parameters of an address that select the same, in one canonical order, not encoded. */
    public Map<String, String> parametres() {
        Map<String, String> parametres = new LinkedHashMap<>();
        put(parametres, "nature", nature == null ? null : nature.name());
        put(parametres, "donneurOrdre", donneurOrdre);
        put(parametres, "operation", operation);
        put(parametres, "groupe", groupe);
        put(parametres, "type", type == null ? null : type.name());
        put(parametres, "clause", clause == null ? null : clause.name());
        return parametres;
    }

    /** "Donneurs d’ordres publics · Travaux", empty without a filter: printed on each page and export. */
    public String phrase() {
        List<String> morceaux = new ArrayList<>();
        if (nature != null) {
            morceaux.add("Donneurs d’ordres " + nature.libelle().toLowerCase(Locale.FRENCH) + "s");
        }
        if (donneurOrdre != null) {
            morceaux.add(donneurOrdre);
        }
        if (operation != null) {
            morceaux.add("Opération " + operation);
        }
        if (groupe != null) {
            morceaux.add(groupe);
        }
        if (type != null) {
            morceaux.add(type.libelle());
        }
        if (clause != null) {
            morceaux.add(clause.libelle());
        }
        return String.join(" · ", morceaux);
    }

    private static void put(Map<String, String> parametres, String nom, @Nullable String valeur) {
        if (valeur != null) {
            parametres.put(nom, valeur);
        }
    }
}
