package fr.suiviclauses.bilan.page;

import fr.suiviclauses.commun.NombreAffiche;
import java.util.List;

/** Small numbers in a sentence are written out, as in a report. */
final class NombreEnLettres {

    private static final List<String> LETTRES =
            List.of("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix");

    private NombreEnLettres() {}

    static String of(long nombre) {
        return nombre >= 0 && nombre < LETTRES.size() ? LETTRES.get((int) nombre) : NombreAffiche.of(nombre);
    }
}
