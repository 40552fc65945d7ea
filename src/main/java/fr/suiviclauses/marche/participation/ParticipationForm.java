package fr.suiviclauses.marche.participation;

import static java.util.Objects.requireNonNullElse;

/**
 * A company's role as typed.
 *
 * @param q what the company was looked for by
 * @param entreprise the one chosen among those found
 * @param action "chercher" to look for companies without writing
 */
record ParticipationForm(String q, String entreprise, String role, String part, String action) {

    ParticipationForm {
        q = requireNonNullElse(q, "");
        entreprise = requireNonNullElse(entreprise, "");
        role = requireNonNullElse(role, "");
        part = requireNonNullElse(part, "");
        action = requireNonNullElse(action, "");
    }
}
