package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.LigneOperation;
import fr.suiviclauses.bilan.figure.Jauge;
import fr.suiviclauses.bilan.page.Adresses.Liste;
import fr.suiviclauses.commun.NombreAffiche;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An operation against its target.
 *
 * @param taux "111 %", "–" without a target
 * @param jauge null without a target
 */
record OperationVue(
        String nom,
        String type,
        String adresse,
        String phrase,
        String taux,
        boolean atteint,
        @Nullable Jauge jauge,
        String heuresAnnee,
        String adresseHeures,
        String heuresCumul,
        String objectif,
        String beneficiaires) {

    static OperationVue of(LigneOperation o, Adresses adresses) {
        BigDecimal objectif = o.objectif();
        BigDecimal fait = o.heuresCumul().valeur();
        var seule = adresses.perimetre().filtres().avecOperation(o.nom());
        return new OperationVue(
                o.nom(),
                o.type().libelle(),
                adresses.filtre(Partie.CHIFFRES_CLES, seule),
                phrase(o, objectif),
                o.taux().affiche(),
                objectif != null && fait.compareTo(objectif) >= 0,
                objectif == null ? null : Jauge.of(fait, objectif),
                o.heuresAnnee().affiche(),
                adresses.details(Liste.HEURES, seule),
                o.heuresCumul().affiche(),
                objectif == null ? NombreAffiche.AUCUN : NombreAffiche.of(objectif, 0),
                NombreAffiche.of(o.beneficiaires()));
    }

    /** "16 644 heures réalisées pour 15 000 prévues, 27 personnes." */
    private static String phrase(LigneOperation o, @Nullable BigDecimal objectif) {
        String faites = Mots.heures(o.heuresCumul().valeur()) + " "
                + Mots.accord(o.heuresCumul().valeur().longValue(), "réalisée", "réalisées");
        String prevues = objectif == null
                ? ", sans objectif fixé"
                : " pour " + NombreAffiche.of(objectif, 0) + " "
                        + Mots.accord(objectif.longValue(), "prévue", "prévues");
        return faites + prevues + ", " + Mots.compte(o.beneficiaires(), "personne", "personnes") + ".";
    }
}
