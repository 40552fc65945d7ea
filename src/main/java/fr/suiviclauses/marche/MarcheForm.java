package fr.suiviclauses.marche;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A marché as typed and, when it is new, its first lot: an undivided marché is entered in one form.
 *
 * @param reconductions the end that each renewal gives, one a line
 * @param montant what the effort was reckoned from, when it comes from the calculator
 * @param version the version that it was opened on; empty for a new one
 * @param avant its renewals as the form was opened on them, in words; empty: unknown
 */
record MarcheForm(
        String donneur,
        String reference,
        String objet,
        String type,
        String forme,
        String notification,
        String debut,
        String fin,
        String reconductions,
        String operation,
        String facilitateur,
        String numero,
        String objetLot,
        String famille,
        List<String> clauses,
        String eurosParHeure,
        String obligation,
        String montant,
        String motif,
        String version,
        String avant) {

    MarcheForm {
        donneur = requireNonNullElse(donneur, "");
        reference = requireNonNullElse(reference, "");
        objet = requireNonNullElse(objet, "");
        type = requireNonNullElse(type, "");
        forme = requireNonNullElse(forme, "");
        notification = requireNonNullElse(notification, "");
        debut = requireNonNullElse(debut, "");
        fin = requireNonNullElse(fin, "");
        reconductions = requireNonNullElse(reconductions, "");
        operation = requireNonNullElse(operation, "");
        facilitateur = requireNonNullElse(facilitateur, "");
        numero = requireNonNullElse(numero, "");
        objetLot = requireNonNullElse(objetLot, "");
        famille = requireNonNullElse(famille, "");
        clauses = LotForm.known(clauses);
        eurosParHeure = requireNonNullElse(eurosParHeure, "");
        obligation = requireNonNullElse(obligation, "");
        montant = requireNonNullElse(montant, "");
        motif = requireNonNullElse(motif, "");
        version = requireNonNullElse(version, "");
        avant = requireNonNullElse(avant, "");
    }

    /** The first lot. */
    LotForm lot() {
        return new LotForm(numero, objetLot, famille, clauses, eurosParHeure, obligation, "", montant, motif, "", "");
    }

    /** The same with what an empty form proposes. */
    MarcheForm proposed(@Nullable Long responsable) {
        return new MarcheForm(
                donneur,
                reference,
                objet,
                type,
                forme.isEmpty() ? "ORDINAIRE" : forme,
                notification,
                debut,
                fin,
                reconductions,
                operation,
                facilitateur.isEmpty() && responsable != null ? responsable.toString() : facilitateur,
                numero.isEmpty() ? "1" : numero,
                objetLot,
                famille,
                clauses,
                eurosParHeure,
                obligation,
                montant,
                motif,
                "",
                "");
    }
}
