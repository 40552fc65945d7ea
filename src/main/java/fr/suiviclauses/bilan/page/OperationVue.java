package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.LigneOperation;
import fr.suiviclauses.bilan.details.Liste;
import fr.suiviclauses.bilan.figure.Jauge;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.NombreAffiche;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An operation against its target.
 *
 * @param faites all it has done, up to the bilan's year; the period's own hours are beside
 * @param suite what follows in the sentence
 * @param taux "111 %", "–" without a target
 * @param jauge null without a target
 */
record OperationVue(
        String nom,
        String type,
        String adresse,
        String faites,
        String adresseFaites,
        String suite,
        String taux,
        boolean atteint,
        @Nullable Jauge jauge,
        String heuresAnnee,
        String adresseHeures) {

    static OperationVue of(LigneOperation o, Bilan bilan) {
        Perimetre perimetre = bilan.perimetre();
        Adresses adresses = new Adresses(perimetre);
        Adresses toutes = new Adresses(perimetre.avecDepuis(Math.min(bilan.premiereAnnee(), perimetre.depuis())));
        BigDecimal objectif = o.objectif();
        BigDecimal fait = o.heuresCumul().valeur();
        var seule = perimetre.filtres().avecOperation(o.nom());
        return new OperationVue(
                o.nom(),
                o.type().libelle(),
                adresses.filtre(Partie.CHIFFRES_CLES, seule),
                Mots.heures(fait),
                toutes.details(Liste.HEURES, seule),
                " " + Mots.accord(Mots.arrondies(fait), "réalisée", "réalisées") + prevues(objectif) + ", "
                        + Mots.compte(o.beneficiaires(), "personne", "personnes") + ".",
                o.taux().affiche(),
                objectif != null && fait.compareTo(objectif) >= 0,
                objectif == null ? null : Jauge.of(fait, objectif),
                o.heuresAnnee().affiche(),
                adresses.details(Liste.HEURES, seule));
    }

    /** " pour 15 000 prévues": hours, as those done are. */
    private static String prevues(@Nullable BigDecimal objectif) {
        return objectif == null
                ? ", sans objectif fixé"
                : " pour " + NombreAffiche.of(objectif, 0) + " "
                        + Mots.accord(objectif.longValue(), "prévue", "prévues");
    }
}
