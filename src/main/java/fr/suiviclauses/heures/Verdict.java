package fr.suiviclauses.heures;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one cell that was typed in.
 *
 * @param phrases what is to be said next to it
 * @param comptee its hours count
 * @param excessive the person's month is above the legal maximum: a reason is asked
 */
record Verdict(Saisie saisie, Fait fait, Niveau niveau, List<String> phrases, boolean comptee, boolean excessive) {

    Verdict {
        phrases = List.copyOf(phrases);
    }

    /** From the calm to the grave. */
    enum Niveau {
        /** As it was when the page was opened. */
        INCHANGEE,
        BONNE,
        /** Saved, and said. */
        ALERTE,
        /** Not saved without a reason. */
        JUSTIFIER,
        REFUSEE,
        /** Someone else changed it meanwhile. */
        CONFLIT;

        boolean empeche() {
            return this == JUSTIFIER || this == REFUSEE || this == CONFLIT;
        }
    }

    Cle cle() {
        return saisie.cle();
    }

    @Nullable
    BigDecimal valeur() {
        return saisie.valeur();
    }
}
