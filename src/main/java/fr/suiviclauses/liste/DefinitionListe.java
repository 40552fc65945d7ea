package fr.suiviclauses.liste;

import java.util.List;

/**
 * What a list shows and how it is asked.
 *
 * @param code names its saved views and its files
 * @param adresse where it is; a row's record is at {@code <adresse>/<id>}
 * @param un one of its records, in French, for "1 marché"
 * @param plusieurs several of them, for "2 marchés"
 * @param base SQL from {@code from} on, with {@code where x.structure_id = :structure} at its end. A measure that is long
 *     to compute is a {@code left join} of a {@code group by} of the id, named {@code mesure_…}, with {@code <id> :parmi}
 *     among its conditions: it is computed for the rows shown alone, for all where a filter or the sort reads it
 * @param id the expression of a row's id
 * @param colonnes the first names the row and leads to its record
 * @param recherches each word typed must be found by one of these: SQL selects of ids, with the word as {@code :mot} (a
 *     pattern for {@code like} on a column of folded text) and {@code :structure}
 * @param aideRecherche what a search finds by
 * @param tri the column that it is sorted by at first; "-code": the greatest first
 */
public record DefinitionListe(
        String code,
        String titre,
        String adresse,
        String un,
        String plusieurs,
        String base,
        String id,
        List<ColonneListe> colonnes,
        List<FiltreListe> filtres,
        List<String> recherches,
        String aideRecherche,
        String tri) {

    public DefinitionListe {
        colonnes = List.copyOf(colonnes);
        filtres = List.copyOf(filtres);
        recherches = List.copyOf(recherches);
    }
}
