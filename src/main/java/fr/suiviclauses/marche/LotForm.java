package fr.suiviclauses.marche;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lot as typed, with its initial obligation when it is new.
 *
 * @param dateObligation empty: the first day of the marché
 * @param version the version that it was opened on; empty for a new one
 * @param avant its clauses as the form was opened on them, in words; empty: unknown
 */
record LotForm(
        String numero,
        String objetLot,
        String famille,
        List<String> clauses,
        String eurosParHeure,
        String obligation,
        String dateObligation,
        String montant,
        String motif,
        String version,
        String avant) {

    LotForm {
        numero = requireNonNullElse(numero, "");
        objetLot = requireNonNullElse(objetLot, "");
        famille = requireNonNullElse(famille, "");
        clauses = known(clauses);
        eurosParHeure = requireNonNullElse(eurosParHeure, "");
        obligation = requireNonNullElse(obligation, "");
        dateObligation = requireNonNullElse(dateObligation, "");
        montant = requireNonNullElse(montant, "");
        motif = requireNonNullElse(motif, "");
        version = requireNonNullElse(version, "");
        avant = requireNonNullElse(avant, "");
    }

    static List<String> known(@Nullable List<String> choisies) {
        return choisies == null
                ? List.of()
                : choisies.stream().filter(Objects::nonNull).toList();
    }
}
