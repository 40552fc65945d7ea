package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Definition;
import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.figure.Explication;
import fr.suiviclauses.bilan.figure.Lien;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a panel: its title, the sentence that says what its figures show, what they mean, its files.
 *
 * @param id its place in the page's address
 * @param phrase empty where there is nothing to say
 * @param note under the figures
 * @param exports the same table as files, with the same filters
 */
record Panneau(
        String id,
        String titre,
        String phrase,
        @Nullable Explication definition,
        @Nullable String note,
        List<Lien> exports) {

    Panneau {
        phrase = Mots.typographie(phrase);
        note = note == null ? null : Mots.typographie(note);
        exports = List.copyOf(exports);
    }

    static Panneau of(String id, String titre, String phrase, Definition definition) {
        return new Panneau(id, titre, phrase, Explications.of(definition), null, List.of());
    }

    /** With the files of its table. */
    static Panneau of(String id, String titre, String phrase, Rubrique rubrique, Adresses adresses) {
        return of(id, titre, phrase, rubrique)
                .avec(List.of(
                        Lien.vers("Excel", adresses.export(rubrique, "xlsx")),
                        Lien.vers("CSV", adresses.export(rubrique, "csv"))));
    }

    Panneau note(@Nullable String autre) {
        return new Panneau(id, titre, phrase, definition, autre, exports);
    }

    Panneau avec(List<Lien> autres) {
        return new Panneau(id, titre, phrase, definition, note, autres);
    }
}
