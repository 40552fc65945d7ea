package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;

/**
 * A buyer with a followed marché, with or without hours.
 *
 * @param marches its followed marchés
 * @param signataireSba its Small Business Act charter is in force on 31 December
 */
public record LigneDonneurOrdre(
        String nom,
        NatureDonneurOrdre nature,
        Heures heures,
        long beneficiaires,
        long marches,
        boolean signataireSba) {}
