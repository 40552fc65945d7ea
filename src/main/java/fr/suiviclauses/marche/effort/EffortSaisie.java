package fr.suiviclauses.marche.effort;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.NombreFrancais;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.saisie.Champs;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the calculator's factors. */
final class EffortSaisie {

    private static final BigDecimal CENT = BigDecimal.valueOf(100);
    private static final BigDecimal EUROS_MAX = new BigDecimal("10000000");

    private EffortSaisie() {}

    /** The effort; null where a factor is missing or refused. */
    static @Nullable Effort read(EffortForm form, Champs champs) {
        BigDecimal montant = factor("montant", form.montant(), null, champs);
        if (form.commandes()) {
            BigDecimal euros = euros(form, champs);
            return montant == null || euros == null ? null : Effort.commandes(montant, euros);
        }
        BigDecimal part = factor("part", form.part(), CENT, champs);
        BigDecimal taux = factor("taux", form.taux(), CENT, champs);
        BigDecimal cout = factor("cout", form.cout(), null, champs);
        return montant == null || part == null || taux == null || cout == null
                ? null
                : Effort.formule(montant, part, taux, cout);
    }

    /** What makes one hour of an accord-cadre; null where it is refused. */
    static @Nullable BigDecimal euros(EffortForm form, Champs champs) {
        return factor("euros", form.euros(), EUROS_MAX, champs);
    }

    /** A number above zero, with or without its sign; null where it is refused. */
    private static @Nullable BigDecimal factor(
            String champ, String saisie, @Nullable BigDecimal plafond, Champs champs) {
        BigDecimal lu = champs.read(
                champ,
                saisie.replace("%", "").replace("€", ""),
                texte -> plausible(NombreFrancais.parse(texte), plafond));
        if (lu == null && saisie.isBlank()) champs.refus(champ, "Ce champ est obligatoire.");
        return lu;
    }

    private static BigDecimal plausible(BigDecimal nombre, @Nullable BigDecimal plafond) {
        if (nombre.signum() == 0) throw new SaisieRefuseeException("Un nombre plus grand que zéro est attendu.");
        if (plafond != null && nombre.compareTo(plafond) > 0)
            throw new SaisieRefuseeException("Au plus " + NombreAffiche.of(plafond, 0) + ".");
        return nombre;
    }
}
