package fr.suiviclauses.proprietes;

import java.util.ArrayList;
import java.util.List;

/** Which addresses of the bilan a history is asked for. */
final class Questions {

    /** The seeds 1 to this one are the ordinary suite's. */
    static final int HISTOIRES = 30;

    /** Questions with filters and periods in the ordinary suite, beside each year alone. */
    static final int DRAWN = 6;

    private Questions() {}

    /** Each year, and some filters and periods drawn from what the history holds. */
    static List<Question> of(Histoire histoire, long seed, int drawn) {
        Hasard hasard = new Hasard(seed * 31 + 7);
        List<Question> questions = new ArrayList<>();
        for (int annee = Generateur.FIRST_YEAR - 1; annee <= 2022; annee++) {
            questions.add(Question.year(annee));
        }
        for (int i = 0; i < drawn; i++) {
            int annee = hasard.between(Generateur.FIRST_YEAR, 2022);
            Integer depuis = hasard.chance(40) ? hasard.between(2012, annee) : null;
            questions.add(new Question(annee, depuis, filtre(histoire, hasard)));
        }
        return questions;
    }

    private static Filtre filtre(Histoire histoire, Hasard hasard) {
        Filtre filtre = Filtre.AUCUN;
        if (histoire.lignes().isEmpty()) {
            return filtre;
        }
        int count = hasard.one(0, 1, 1, 1, 2, 3);
        for (String parametre :
                hasard.some(List.of("nature", "donneurOrdre", "operation", "groupe", "type", "clause"), count, count)) {
            Ligne ligne = hasard.one(histoire.lignes());
            String valeur = switch (parametre) {
                case "nature" -> ligne.texte("donneur_ordre_nature");
                case "donneurOrdre" -> ligne.texte("donneur_ordre");
                case "operation" -> ligne.texte("operation");
                case "groupe" -> ligne.texte("groupe_famille");
                case "type" -> ligne.texte("marche_type");
                default -> hasard.one(List.copyOf(Lecture.codes(ligne.texte("clauses"))));
            };
            if (!valeur.isEmpty()) {
                filtre = filtre.and(parametre, valeur);
            }
        }
        return filtre;
    }
}
