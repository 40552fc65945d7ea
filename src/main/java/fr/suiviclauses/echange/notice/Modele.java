package fr.suiviclauses.echange.notice;

import fr.suiviclauses.echange.format.Colonne;
import fr.suiviclauses.echange.format.ColonneHeures;
import fr.suiviclauses.echange.format.ColonneReprise;
import fr.suiviclauses.echange.format.ColonneSuivi;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A file to start from.
 *
 * @param nom without its extension
 * @param lignes example rows, a value a column
 * @param descriptions a column each
 */
record Modele(String nom, List<? extends Colonne> colonnes, List<List<String>> lignes, List<Description> descriptions) {

    static final Modele REPRISE =
            of("modele-reprise", ColonneReprise.values(), NoticeReprise.exemples(), NoticeReprise::of);

    static final Modele SUIVIS = of("modele-suivis", ColonneSuivi.values(), NoticeSuivi.exemples(), NoticeSuivi::of);

    /** The file of hours, with rows of contracts that are there. */
    static Modele heures(String nom, List<List<String>> lignes) {
        return new Modele(
                nom,
                List.of(ColonneHeures.values()),
                lignes,
                Stream.of(ColonneHeures.values()).map(NoticeHeures::of).toList());
    }

    private static <C extends Colonne> Modele of(
            String nom, C[] colonnes, List<Map<C, String>> exemples, Function<C, Description> notice) {
        return new Modele(
                nom,
                List.of(colonnes),
                exemples.stream()
                        .map(ligne -> Stream.of(colonnes)
                                .map(colonne -> ligne.getOrDefault(colonne, ""))
                                .toList())
                        .toList(),
                Stream.of(colonnes).map(notice).toList());
    }

    /** "Obligatoire", "Avec une personne" or "Facultative". */
    static String presence(Colonne colonne) {
        return switch (colonne.presence()) {
            case TOUJOURS -> "Obligatoire";
            case AVEC_PERSONNE -> "Avec une personne";
            case FACULTATIVE -> "Facultative";
        };
    }
}
