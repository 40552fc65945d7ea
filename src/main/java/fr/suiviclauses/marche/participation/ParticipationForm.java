package fr.suiviclauses.marche.participation;

import static java.util.Objects.requireNonNullElse;

import fr.suiviclauses.commun.saisie.Champs;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A company's role as typed.
 *
 * @param q what the company was looked for by
 * @param entreprise the one chosen among those found
 * @param action "chercher" to look for companies without writing
 */
record ParticipationForm(String q, String entreprise, String role, String part, String action) {

    private static final BigDecimal CENT = BigDecimal.valueOf(100);

    ParticipationForm {
        q = requireNonNullElse(q, "");
        entreprise = requireNonNullElse(entreprise, "");
        role = requireNonNullElse(role, "");
        part = requireNonNullElse(part, "");
        action = requireNonNullElse(action, "");
    }

    /** A share in per cent, "60 %" as well as "60"; null: not known. */
    static @Nullable BigDecimal part(String saisie, Champs champs) {
        BigDecimal part = champs.nombre("part", saisie.replace("%", ""));
        if (part != null && (part.signum() == 0 || part.compareTo(CENT) > 0))
            champs.refus("part", "Une part est plus grande que 0 et au plus égale à 100\u202f%.");
        return part;
    }
}
