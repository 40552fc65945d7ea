package fr.suiviclauses.liste;

import fr.suiviclauses.commun.grille.Grille;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, as {@code fragments/liste} shows it.
 *
 * @param requete the query part of its own address; empty: nothing is asked
 * @param compte "12 marchés"
 * @param restreinte a search or a filter keeps rows away
 * @param coupure why its file does not hold all rows, and how to have the others; empty: it holds all
 * @param mesuresEnsuite the rows are there, but not yet what is long to sum up: the page asks for it by itself
 * @param precedente address of the page before; null on the first
 */
public record Liste(
        String titre,
        String adresse,
        String requete,
        String q,
        String aideRecherche,
        String tri,
        String compte,
        boolean restreinte,
        String coupure,
        Grille grille,
        boolean mesuresEnsuite,
        List<EnTete> enTetes,
        List<Filtre> filtres,
        List<Vue> vues,
        int page,
        int pages,
        @Nullable String precedente,
        @Nullable String suivante) {

    public Liste {
        enTetes = List.copyOf(enTetes);
        filtres = List.copyOf(filtres);
        vues = List.copyOf(vues);
    }

    /**
     * The head of a column.
     *
     * @param adresse of the list sorted by it, the other way round where it already is; null: it can't be
     * @param sens as ARIA says it; null: the list is not sorted by it
     */
    public record EnTete(
            String libelle,
            boolean chiffre,
            @Nullable String adresse,
            @Nullable String sens) {}

    /** A filter and the code of the choice that stands; empty: all rows. */
    public record Filtre(String code, String libelle, boolean tous, List<Option> options, String courant) {

        /** What filters are named by, of those that are feminine. */
        private static final Set<String> FEMININS = Set.of(
                "Année", "Charte", "Échéance", "Éligibilité", "Forme", "Modalité", "Nature", "Opération", "Structure");

        public Filtre {
            options = List.copyOf(options);
        }

        /** Its first line, where all rows may be shown: "Toutes", for an operation. */
        public String tousLesChoix() {
            return FEMININS.contains(libelle.split(" ", 2)[0]) ? "Toutes" : "Tous";
        }
    }

    public record Option(String code, String libelle) {}

    /** A saved view; the one that is shown is {@code courante}. */
    public record Vue(long id, String nom, String adresse, boolean courante) {}

    /** The list's address with what is asked of it, and more. */
    public String avec(String parametre) {
        return adresse + "?" + (requete.isEmpty() ? "" : requete + "&") + parametre;
    }

    public boolean vide() {
        return grille.lignes().isEmpty();
    }
}
