package fr.suiviclauses.contrat;

import static java.util.Objects.requireNonNullElse;

import java.util.List;

/**
 * A contract as typed. Person, companies and lot are looked for by what was typed, until one is found.
 *
 * @param lots ids of the lots chosen so far
 * @param lot one more, as typed
 * @param version the version that it was opened on; empty for a new one
 * @param avant its lots as the form was opened on them, in words; empty: unknown
 * @param suite "encore" to go on with another person on the same lots, or the record that lacks and is entered first
 */
record ContratForm(
        String personne,
        String employeur,
        String titulaire,
        String lieu,
        String modalite,
        String type,
        String debut,
        String fin,
        String reference,
        List<String> lots,
        String lot,
        String version,
        String avant,
        String suite) {

    ContratForm {
        personne = requireNonNullElse(personne, "");
        employeur = requireNonNullElse(employeur, "");
        titulaire = requireNonNullElse(titulaire, "");
        lieu = requireNonNullElse(lieu, "");
        modalite = requireNonNullElse(modalite, "");
        type = requireNonNullElse(type, "");
        debut = requireNonNullElse(debut, "");
        fin = requireNonNullElse(fin, "");
        reference = requireNonNullElse(reference, "");
        lots = List.copyOf(requireNonNullElse(lots, List.of()));
        lot = requireNonNullElse(lot, "");
        version = requireNonNullElse(version, "");
        avant = requireNonNullElse(avant, "");
        suite = requireNonNullElse(suite, "");
    }
}
