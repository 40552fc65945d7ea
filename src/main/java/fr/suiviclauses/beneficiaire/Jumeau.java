package fr.suiviclauses.beneficiaire;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person who may be the one being entered.
 *
 * @param id of the record to look at: the one that stayed, where this one was merged
 * @param exact same name, first name and birth
 */
public record Jumeau(
        long id,
        String nom,
        String prenom,
        LocalDate naissance,
        @Nullable String reference,
        boolean actif,
        boolean exact) {

    /** "Dupond Benoît, 15/01/1990, référence B12". */
    public String affiche() {
        return nom + " " + prenom + ", "
                + naissance.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH))
                + (reference == null ? "" : ", référence " + reference)
                + (actif ? "" : ", désactivée");
    }
}
