package fr.suiviclauses.heures;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The verdicts as the page's script reads them. */
record Verification(List<Cellule> cellules) {

    Verification {
        cellules = List.copyOf(cellules);
    }

    /**
     * One cell.
     *
     * @param centiemes as read, null where it is empty or can't be read
     * @param affiche as shown once saved
     * @param justification the name of the field that says why, where one is asked or given
     * @param motif the reason stored already
     */
    record Cellule(
            String cle,
            @Nullable Long centiemes,
            String affiche,
            String niveau,
            String phrase,
            boolean comptee,
            @Nullable String justification,
            String motif) {}

    static Verification of(List<Verdict> verdicts) {
        return new Verification(verdicts.stream()
                .map(v -> new Cellule(
                        v.cle().toString(),
                        v.valeur() == null || v.saisie().refus() != null ? null : Centiemes.of(v.valeur()),
                        v.valeur() == null ? "" : Regles.shown(v.valeur()),
                        v.niveau().name().toLowerCase(Locale.ROOT),
                        String.join(" ", v.phrases()),
                        v.comptee(),
                        v.excessive()
                                ? "j_" + v.fait().personne() + "_" + v.cle().mois()
                                : null,
                        v.fait().justification() == null ? "" : v.fait().justification()))
                .toList());
    }
}
