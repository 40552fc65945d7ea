package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.referentiel.TypeOperation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An operation with a followed lot, or with hours up to the bilan's year.
 *
 * @param objectif its target in hours; null where none was set
 * @param heuresAnnee counted hours of the period
 * @param heuresCumul counted hours of all years up to the bilan's
 * @param beneficiaires people of all years up to the bilan's, once
 */
public record LigneOperation(
        String nom,
        TypeOperation type,
        @Nullable BigDecimal objectif,
        Heures heuresAnnee,
        Heures heuresCumul,
        long beneficiaires) {

    /** Done over target, never capped: 111 %. */
    public Part taux() {
        return Part.of(heuresCumul.valeur(), objectif);
    }
}
